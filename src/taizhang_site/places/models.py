"""Places and the offices in them. A place keeps its row for ever; its code and name change with dated versions."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

CODE = RegexValidator(r"\A[0-9]{12}\Z", _("地区代码是十二位数字"))
"""Six digits of GB/T 2260, three of the township, three of the village."""


class Level(models.TextChoices):
    """The five levels of the tree."""

    PROVINCE = "province", _("省")
    CITY = "city", _("市")
    COUNTY = "county", _("县")
    TOWN = "town", _("乡镇")
    VILLAGE = "village", _("村")


class Place(models.Model):
    """A node of the tree. `path` is the keys of its ancestors and itself, `/1/4/17/`: a scope is a prefix."""

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    level = models.CharField(_("级别"), max_length=10, choices=Level.choices)
    code = models.CharField(_("代码"), max_length=12, validators=[CODE], db_index=True)
    name = models.CharField(_("名称"), max_length=60)
    path = models.CharField(max_length=120, unique=True, editable=False)
    order = models.PositiveIntegerField(_("排序"), default=0)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name

    def contains(self, other: Place) -> bool:
        """Whether `other` is this place or lies below it."""
        return other.path.startswith(self.path)


class PlaceVersion(models.Model):
    """The code and name of a place from a day to the day before the next version."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="versions")
    code = models.CharField(_("代码"), max_length=12, validators=[CODE])
    name = models.CharField(_("名称"), max_length=60)
    valid_from = models.DateField(_("自"))
    valid_to = models.DateField(_("至"), null=True, blank=True)
    reason = models.CharField(_("变更原因"), max_length=200, blank=True)

    class Meta:
        ordering = ("place", "valid_from")
        constraints = (models.UniqueConstraint(fields=("place", "valid_from"), name="place_version_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.valid_from}"


class Office(models.Model):
    """A unit of a place that answers for indicators: 经济发展办公室, 财政所."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="offices")
    name = models.CharField(_("名称"), max_length=60)
    order = models.PositiveIntegerField(_("排序"), default=0)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        ordering = ("place", "order", "id")
        constraints = (models.UniqueConstraint(fields=("place", "name"), name="office_once"),)

    def __str__(self) -> str:
        return self.name
