"""People, the posts they hold from a date to a date, and their sessions. Rights hang on the post."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang_site.places.models import Office, Place

USERNAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9._-]{2,39}\Z", _("账号由 3 到 40 个小写字母、数字、点、下划线或连字符组成")
)


class Administrator(models.TextChoices):
    """The three administrators, who are three accounts and see no business data (GB/T 22239-2019, 8.1.5)."""

    SYSTEM = "system", _("系统管理员")
    SECURITY = "security", _("安全管理员")
    AUDIT = "audit", _("审计管理员")


class Role(models.TextChoices):
    """What a post may do; at a county the same roles read and act for the county."""

    VILLAGE_CADRE = "village_cadre", _("村干部")
    CLERK = "clerk", _("经办")
    REVIEWER = "reviewer", _("审核")
    LEADER = "leader", _("领导")
    AUDITOR = "auditor", _("督查")


class Users(BaseUserManager["User"]):
    """How accounts are made."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """A new account; without a password nobody can log in to it."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person's account, or one of the three administrators. No account stands above the rules."""

    username = models.CharField(_("账号"), max_length=40, unique=True, validators=[USERNAME])
    name = models.CharField(_("姓名"), max_length=40)
    administrator = models.CharField(_("管理员"), max_length=10, choices=Administrator.choices, blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_changes = models.DateTimeField(_("上次查看"), null=True, blank=True)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name or self.username


class OldPassword(models.Model):
    """A password that its owner may not take again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="old_passwords")
    password = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)


class Post(models.Model):
    """A responsibility: a role within a scope of places (and one office, where it is an office's)."""

    name = models.CharField(_("岗位名称"), max_length=80)
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("地区"), related_name="posts")
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, verbose_name=_("站所"), related_name="posts"
    )
    valid_to = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        ordering = ("place__path", "role", "id")

    def __str__(self) -> str:
        return self.name


class Holding(models.Model):
    """A person holds a post from a day to a day, both included; an open end is null."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    user = models.ForeignKey(User, models.PROTECT, related_name="holdings")
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True, blank=True)

    class Meta:
        ordering = ("-since", "id")

    def __str__(self) -> str:
        return f"{self.user} {self.post}"


class Invitation(models.Model):
    """A link, good once and for a few days, by which a person makes the account of a post. Only its hash is kept."""

    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="invitations")
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="invitations")
    name = models.CharField(_("姓名"), max_length=40)
    token = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)


class Sitting(models.Model):
    """One signed-in session of a person, so that it can be listed and ended."""

    user = models.ForeignKey(User, models.CASCADE, related_name="sittings")
    session_key = models.CharField(max_length=40, unique=True)
    ip = models.CharField(_("地址"), max_length=45, blank=True)
    agent = models.CharField(_("浏览器"), max_length=200, blank=True)
    began_at = models.DateTimeField(_("登录时间"), default=timezone.now)
    seen_at = models.DateTimeField(_("最近使用"), default=timezone.now)

    class Meta:
        ordering = ("-seen_at",)
