"""Indicators, their targets and their figures.

Numbers are stored as integers at their indicator's precision (`scaled`), with the digits as typed beside them.
Targets and figures have versions, which are never changed: what was known on a day can always be asked again.
"""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang_site.accounts.models import Post, User
from taizhang_site.places.models import Office, Place


class Kind(models.TextChoices):
    """What a figure of the indicator says; drives every formula (`taizhang.measures`)."""

    CUMULATIVE = "cumulative", _("累计")
    IN_PERIOD = "in_period", _("当期")
    STOCK = "stock", _("时点")
    RATE = "rate", _("比率")
    MILESTONE = "milestone", _("里程碑")
    TEXT = "text", _("定性")


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("越高越好")
    DOWN = "down", _("越低越好")
    NONE = "none", _("不分高低")


class State(models.TextChoices):
    """A value, or the reason why there is none: five things that arithmetic keeps apart."""

    VALUE = "value", _("有数")
    BLANK = "blank", _("空白")
    NOT_APPLICABLE = "not_applicable", _("不适用")
    NOT_DUE = "not_due", _("未到期")
    WAITING = "waiting", _("待上级")


class Status(models.TextChoices):
    """How far a figure has come on its way."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("已报")
    REVIEWED = "reviewed", _("已审")
    LOCKED = "locked", _("已锁定")


class Bound(models.TextChoices):
    """How a target binds."""

    AT_LEAST = "at_least", _("不低于")
    AT_MOST = "at_most", _("不超过")
    ABOUT = "about", _("左右")
    EXACT = "exact", _("等于")


class Group(models.Model):
    """A chapter of the dictionary: 经济, 农业, 民生 …"""

    code = models.SlugField(_("代码"), unique=True)
    name = models.CharField(_("名称"), max_length=40)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """What is measured. One of a pack has no `place`; a local one belongs to a place and those below it."""

    code = models.SlugField(_("代码"), max_length=60, unique=True)
    name = models.CharField(_("名称"), max_length=80)
    group = models.ForeignKey(Group, models.PROTECT, verbose_name=_("类别"), related_name="indicators")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="own_indicators")
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    precision = models.PositiveSmallIntegerField(_("小数位数"), default=0, validators=[MaxValueValidator(6)])
    kind = models.CharField(_("类型"), max_length=12, choices=Kind.choices)
    direction = models.CharField(_("方向"), max_length=6, choices=Direction.choices, default=Direction.UP)
    numerator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("分子"), related_name="+"
    )
    denominator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("分母"), related_name="+"
    )
    times = models.PositiveIntegerField(_("倍数"), default=100, help_text=_("比率=分子÷分母×倍数，百分率填 100"))
    source = models.CharField(_("数据来源"), max_length=40, blank=True)
    definition = models.TextField(_("口径"), blank=True)
    office = models.CharField(_("归口站所"), max_length=60, blank=True)
    by_village = models.BooleanField(_("由村填报"), default=False)
    settlement_day = models.PositiveSmallIntegerField(
        _("结算日"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(28)],
        help_text=_("每月截止到这一天；空着为月末"),
    )  # fmt: skip
    every = models.PositiveSmallIntegerField(
        _("几个月报一次"), default=1, choices=[(1, _("每月")), (3, _("每季")), (6, _("每半年")), (12, _("每年"))]
    )
    jan_feb_merged = models.BooleanField(_("一二月合并"), default=False)
    due_day = models.PositiveSmallIntegerField(_("次月几日前上报"), default=5, validators=[MaxValueValidator(28)])
    summed = models.BooleanField(_("下级相加"), default=True, help_text=_("平均数、人均数不能相加，不要勾"))
    may_be_negative = models.BooleanField(_("可为负数"), default=False)
    headline = models.BooleanField(_("主要指标"), default=False)
    order = models.PositiveIntegerField(default=0)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        ordering = ("group__order", "order", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def adds_up(self) -> bool:
        """Whether what places have makes what the place above them has."""
        return self.summed and self.kind in (Kind.CUMULATIVE, Kind.IN_PERIOD, Kind.STOCK)

    def scaled(self, value: Decimal) -> int:
        """The integer that is stored for `value`.

        Raises ValueError where the value has more decimals than the indicator keeps.
        """
        whole = value.scaleb(self.precision)
        if whole != whole.to_integral_value():
            raise ValueError(_("小数位数超过%(places)d位") % {"places": self.precision})
        return int(whole)

    def value(self, scaled: int | None) -> Decimal | None:
        """The number that a stored integer stands for."""
        return None if scaled is None else Decimal(scaled).scaleb(-self.precision)


class Alias(models.Model):
    """Another name of an indicator, in reports and in the heads of spreadsheets."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="aliases")
    name = models.CharField(_("别名"), max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("indicator", "name"), name="alias_once"),)

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """An indicator's target for a place (and office) over a period. A part of another target points at it."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    place = models.ForeignKey(Place, models.PROTECT, related_name="targets")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="targets")
    starts_on = models.DateField(_("自"))
    ends_on = models.DateField(_("至"))
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("indicator", "place", "-ends_on")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "place", "starts_on", "ends_on"), condition=models.Q(office=None),
                name="target_once",
            ),
            models.UniqueConstraint(
                fields=("indicator", "place", "office", "starts_on", "ends_on"),
                condition=models.Q(office__isnull=False), name="target_of_office_once",
            ),
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="target_forward"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.indicator} {self.place} {self.starts_on}–{self.ends_on}"


class TargetVersion(models.Model):
    """What a target was set to, by whom, why, on what ground. `growth` targets are held in hundredths of a percent."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    form = models.CharField(
        _("形式"), max_length=6, choices=[("value", _("数值")), ("growth", _("增长"))], default="value"
    )
    scaled = models.BigIntegerField()
    typed = models.CharField(_("原文数字"), max_length=40)
    bound = models.CharField(_("界限"), max_length=8, choices=Bound.choices, default=Bound.AT_LEAST)
    base_scaled = models.BigIntegerField(_("基数"), null=True, blank=True)
    curve = models.JSONField(_("进度曲线"), default=list, blank=True)
    """Shares of the year's target that each month must add, as decimal strings; empty for even."""
    document = models.CharField(_("来源文件"), max_length=200, blank=True)
    sentence = models.CharField(_("来源语句"), max_length=500, blank=True)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    withdrawn = models.BooleanField(_("撤销"), default=False)
    effective_on = models.DateField(_("生效日期"))
    recorded_at = models.DateTimeField(_("录入时间"), default=timezone.now)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("target", "number")
        constraints = (models.UniqueConstraint(fields=("target", "number"), name="target_version_once"),)


class Figure(models.Model):
    """An indicator's figure of a place (and office) for a reporting month.

    `scaled` and `state` are those of the newest version (a cache of it); what is being typed stands in `draft_*` until
    it is submitted and becomes a version. `revision` grows with every write: two editors cannot overwrite each other.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    place = models.ForeignKey(Place, models.PROTECT, related_name="figures")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="figures")
    year = models.PositiveSmallIntegerField(_("年"))
    month = models.PositiveSmallIntegerField(_("月"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    closes_on = models.DateField(_("截止日"))
    status = models.CharField(_("环节"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    state = models.CharField(_("状态"), max_length=14, choices=State.choices, default=State.BLANK)
    scaled = models.BigIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(_("版本"), default=0)
    draft_state = models.CharField(max_length=14, choices=State.choices, blank=True)
    draft_scaled = models.BigIntegerField(null=True, blank=True)
    draft_typed = models.CharField(max_length=40, blank=True)
    draft_text = models.CharField(max_length=300, blank=True)
    draft_reason = models.CharField(max_length=300, blank=True)
    text = models.CharField(_("文字"), max_length=300, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("indicator", "place", "year", "month")
        constraints = (
            models.UniqueConstraint(
                fields=("place", "indicator", "year", "month"), condition=models.Q(office=None), name="figure_once"
            ),
            models.UniqueConstraint(
                fields=("place", "indicator", "office", "year", "month"),
                condition=models.Q(office__isnull=False), name="figure_of_office_once",
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("indicator", "year", "month", "place"), name="figure_by_month"),
            models.Index(fields=("place", "year", "month"), name="figure_of_place"),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.place} {self.year}-{self.month:02}"


class Evidence(models.Model):
    """An uploaded file that bears out a figure, kept under its own key and hash."""

    name = models.CharField(_("文件名"), max_length=255)
    key = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    uploaded_at = models.DateTimeField(default=timezone.now)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    figure = models.ForeignKey(Figure, models.PROTECT, related_name="evidence")

    def __str__(self) -> str:
        return self.name


class FigureVersion(models.Model):
    """One submitted state of a figure: its value, where it came from, from when it holds, when it was learned."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=14, choices=State.choices)
    scaled = models.BigIntegerField(null=True)
    typed = models.CharField(_("原文数字"), max_length=40, blank=True)
    text = models.CharField(max_length=300, blank=True)
    effective_on = models.DateField(_("生效日期"))
    recorded_at = models.DateTimeField(_("录入时间"), default=timezone.now)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    origin = models.CharField(_("来源"), max_length=12, default="entry")
    source = models.CharField(_("来源说明"), max_length=300, blank=True)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    published_rate = models.CharField(_("公布的同比"), max_length=20, blank=True)
    published_source = models.CharField(_("公布来源"), max_length=200, blank=True)

    class Meta:
        ordering = ("figure", "number")
        constraints = (models.UniqueConstraint(fields=("figure", "number"), name="figure_version_once"),)
        indexes = (models.Index(fields=("recorded_at",), name="figure_version_at"),)


class Move(models.Model):
    """A figure passed from one status to another."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="moves")
    version = models.PositiveIntegerField()
    was = models.CharField(max_length=10, choices=Status.choices)
    now = models.CharField(max_length=10, choices=Status.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("理由"), max_length=300, blank=True)

    class Meta:
        ordering = ("figure", "id")
        indexes = (models.Index(fields=("at",), name="move_at"),)


class Lights(models.Model):
    """The thresholds of a place's lights, in percentage points behind plan; places without a row take their parent's."""

    place = models.OneToOneField(Place, models.PROTECT, related_name="lights")
    yellow_behind = models.PositiveSmallIntegerField(_("落后多少个百分点亮黄灯"), default=10)
    red_behind = models.PositiveSmallIntegerField(_("落后多少个百分点亮红灯"), default=30)


class Parts(models.Model):
    """What the places right below add up to, kept by `actions.totals` in the transaction of every write.

    A place counts with its own figure where it has one, else with its own parts. Rates, milestones and texts have no
    row: rates are recomputed from their two indicators.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    scaled = models.BigIntegerField(default=0)
    values = models.PositiveIntegerField(default=0)
    """Places below that count with a value."""
    not_applicable = models.PositiveIntegerField(default=0)
    absent = models.PositiveIntegerField(default=0)
    """Places below that said blank, not due or waiting."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("indicator", "place", "year", "month"), name="parts_once"),)
        indexes = (models.Index(fields=("place", "year", "month"), name="parts_of_place"),)
