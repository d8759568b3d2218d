#!/bin/sh
# Installs what the tests drive and a Debian machine may lack: Chromium, LibreOffice Writer, PostgreSQL. What cannot be
# installed (no Debian, no rights) is one line on stderr; the tests that need it say that they left it out.
has() { command -v "$1" >/dev/null 2>&1; }
wanted=
has chromium || has chromium-browser || has google-chrome || wanted="$wanted chromium"
has soffice || has libreoffice || wanted="$wanted libreoffice-writer-nogui"
.venv/bin/python tools/postgresql.py || wanted="$wanted postgresql"
[ -n "$wanted" ] || exit 0
as_root=
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if has apt-get && $as_root apt-get update -qq >/dev/null 2>&1 &&
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1
then
  case "$wanted" in *postgresql*)
    # The tests log in from this machine as the server's own user, without a password.
    for rules in /etc/postgresql/*/main/pg_hba.conf; do
      $as_root sed -i '1i host all postgres 127.0.0.1/32 trust' "$rules"
    done
    $as_root service postgresql restart >/dev/null 2>&1
    for _ in 1 2 3 4 5 6 7 8 9 10; do .venv/bin/python tools/postgresql.py && break; sleep 1; done ;;
  esac
else
  echo "Not installed here:$wanted" >&2
fi
exit 0
