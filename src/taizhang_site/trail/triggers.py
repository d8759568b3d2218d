"""The database's own refusal to change or delete rows of the trail, on both engines."""

from __future__ import annotations

from typing import Any

SQLITE = """
CREATE TRIGGER trail_no_{verb} BEFORE {verb} ON trail_entry
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
"""
POSTGRESQL = """
CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$;
CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON trail_entry FOR EACH ROW EXECUTE FUNCTION trail_refuse();
CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON trail_entry FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
"""


def put(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    """Sets the triggers."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE.format(verb=verb))
    else:
        schema_editor.execute(POSTGRESQL)


def take(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001
    """Removes them, for a migration backwards."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(f"DROP TRIGGER trail_no_{verb}")
    else:
        schema_editor.execute(
            "DROP TRIGGER trail_no_change ON trail_entry; DROP TRIGGER trail_no_truncate ON trail_entry;"
            "DROP FUNCTION trail_refuse()"
        )
