"""Forms about people."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang_site.accounts.models import USERNAME, Post, Role, User
from taizhang_site.places.models import Office, Place


class DayInput(forms.DateInput):
    """A day as browsers pick it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class LoginForm(forms.Form):
    """Account and password."""

    username = forms.CharField(
        label=_("账号"), max_length=40, widget=forms.TextInput({"autocomplete": "username", "autofocus": True})
    )
    password = forms.CharField(
        label=_("密码"), max_length=200, strip=False, widget=forms.PasswordInput({"autocomplete": "current-password"})
    )

    def refuse(self) -> None:
        """Says that it did not match, and not what."""
        self.add_error(None, _("账号或密码不对。连续五次不对，账号在本机锁定三十分钟。"))


class NewPasswordForm(forms.Form):
    """A new password, typed twice."""

    new = forms.CharField(
        label=_("新密码"), max_length=200, strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("至少十位，含大写字母、小写字母、数字、符号中的三类；不与最近五次的相同"),
    )  # fmt: skip
    again = forms.CharField(
        label=_("再写一遍"), max_length=200, strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    def clean(self) -> dict[str, Any]:
        """Both times the same."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("两遍写的不一样"))
        return data


class PasswordForm(NewPasswordForm):
    """The old password and the new one."""

    old = forms.CharField(
        label=_("现在的密码"), max_length=200, strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip
    field_order = ("old", "new", "again")


class AcceptForm(NewPasswordForm):
    """The account that an invitation makes."""

    username = forms.CharField(
        label=_("账号"), max_length=40, validators=[USERNAME], widget=forms.TextInput({"autocomplete": "username"}),
        help_text=_("三到四十个小写字母、数字、点、下划线或连字符"),
    )  # fmt: skip
    field_order = ("username", "new", "again")

    def __init__(self, *args: Any, known: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if known:
            del self.fields["username"]


class CodeForm(forms.Form):
    """Six digits of an authenticator, or a recovery code."""

    code = forms.CharField(
        label=_("验证码"), max_length=20, widget=forms.TextInput({"autocomplete": "one-time-code", "autofocus": True})
    )


class InviteForm(forms.Form):
    """Who is invited."""

    name = forms.CharField(label=_("姓名"), max_length=40)


class PostForm(forms.Form):
    """A new post."""

    name = forms.CharField(label=_("岗位名称"), max_length=80)
    role = forms.ChoiceField(label=_("角色"), choices=Role.choices)
    place = forms.ModelChoiceField(label=_("地区"), queryset=Place.objects.none())
    office = forms.ModelChoiceField(label=_("站所"), queryset=Office.objects.none(), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        places = Place.objects.filter(level__in=("county", "town", "village"), valid_to=None).order_by("code")
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["office"].queryset = Office.objects.select_related("place")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An office is of the post's own place; a village has village cadres only."""
        data: dict[str, Any] = super().clean() or {}
        place, office = data.get("place"), data.get("office")
        if place and office and office.place_id != place.pk:
            self.add_error("office", _("这个站所不在所选的地区"))
        if place and (place.level == "village") != (data.get("role") == Role.VILLAGE_CADRE):
            self.add_error("role", _("村只设村干部岗位，村干部岗位只设在村"))
        return data


class AppointForm(forms.Form):
    """Who takes a post, from when."""

    user = forms.ModelChoiceField(label=_("人员"), queryset=User.objects.none())
    since = forms.DateField(label=_("到任日期"), widget=DayInput())

    def __init__(self, *args: Any, post: Post, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["since"].initial = today
        held = post.holdings.filter(until=None).values("user")
        people = User.objects.filter(is_active=True, administrator="").exclude(pk__in=held)
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["user"].label_from_instance = lambda user: f"{user.name}（{user.username}）"  # type: ignore[attr-defined]
