"""The site's settings under test: a data folder of its own, and the engine that `DATABASE_URL` names."""

import os
import tempfile

os.environ.setdefault("TAIZHANG_DATA", tempfile.mkdtemp(prefix="taizhang-test-"))
os.environ["TAIZHANG_MODE"] = "test"

from taizhang_site.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
