"""The way in and the way out."""

from __future__ import annotations

import pytest
from django.test import Client

from taizhang_site.trail.models import Entry


def test_a_stranger_is_sent_to_the_login(db: None) -> None:
    answer = Client().get("/")
    assert answer.status_code == 302
    assert answer["Location"] == "/login/?next=%2F"


def test_the_login_leads_in_and_the_logout_out(world) -> None:
    client = world.login("clerk")
    assert client.get("/").status_code == 200
    client.post("/logout/")
    assert client.get("/").status_code == 302
    assert list(Entry.objects.values_list("kind", flat=True)) == ["login.ok", "logout"]


def test_the_trail_refuses_change_in_the_database(world) -> None:
    from django.db import DatabaseError, connection, transaction

    world.login("clerk")
    for words in ("UPDATE trail_entry SET title = 'x'", "DELETE FROM trail_entry"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)
