"""How passwords are kept: Argon2id at the cost that ASVS 5.0 approves and two cores can bear (36 ms, 19 MiB)."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """t=2, m=19,456 KiB, p=1."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
