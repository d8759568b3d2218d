"""Exit 0 where a PostgreSQL server answers at `POSTGRESQL` (default: the local one), 1 where none does."""

from __future__ import annotations

import os
import sys

import psycopg

ADDRESS = os.environ.get("POSTGRESQL", "postgres://postgres@127.0.0.1:5432/postgres")


def answers() -> bool:
    """Whether one can log in there within three seconds."""
    try:
        with psycopg.connect(ADDRESS, connect_timeout=3):
            return True
    except psycopg.OperationalError:
        return False


if __name__ == "__main__":
    sys.exit(not answers())
