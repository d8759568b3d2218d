"""Who saw or changed what, and when. Rows are only added; the database itself refuses anything else."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One event: a batch of writes, a look, a login, a refusal. `digest` covers the row and the digest before it."""

    number = models.PositiveBigIntegerField(_("序号"), unique=True)
    at = models.DateTimeField(_("时间"))
    user_id = models.PositiveBigIntegerField(_("账号编号"), null=True)
    username = models.CharField(_("账号"), max_length=150, blank=True)
    post = models.CharField(_("岗位"), max_length=200, blank=True)
    ip = models.CharField(_("地址"), max_length=45, blank=True)
    kind = models.CharField(_("事件"), max_length=60)
    subject = models.CharField(_("对象"), max_length=120, blank=True)
    title = models.CharField(_("名称"), max_length=300, blank=True)
    success = models.BooleanField(_("成功"))
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    changes = models.JSONField(_("变更"), default=list)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (
            models.Index(fields=("subject", "number"), name="trail_subject"),
            models.Index(fields=("kind", "number"), name="trail_kind"),
            models.Index(fields=("at",), name="trail_at"),
            models.Index(fields=("user_id", "number"), name="trail_user"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.title}"


class Head(models.Model):
    """The end of the chain: the one row that two writers queue for."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)
    at = models.DateTimeField(null=True)
