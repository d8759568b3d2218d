"""What a password must be (GB/T 22239-2019 asks for complexity; the five last ones are not taken again)."""

from __future__ import annotations

import re

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taizhang_site.accounts.models import User

CLASSES = (re.compile("[a-z]"), re.compile("[A-Z]"), re.compile("[0-9]"), re.compile("[^a-zA-Z0-9]"))
WANTED = 3
LAST = 5


class Classes:
    """Signs of three of four classes."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002
        """Raises ValidationError for fewer."""
        if sum(bool(each.search(password)) for each in CLASSES) < WANTED:
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        """The rule in a person's words."""
        return _("密码须含大写字母、小写字母、数字、符号中的三类")


class NotAgain:
    """None of the last five."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError for one used lately."""
        if user is None or user.pk is None:
            return
        used = [user.password, *user.old_passwords.order_by("-at").values_list("password", flat=True)[:LAST]]
        if any(check_password(password, each) for each in used if each):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def get_help_text(self) -> str:
        """The rule in a person's words."""
        return _("不能与最近五次用过的密码相同")
