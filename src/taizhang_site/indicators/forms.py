"""Forms about targets and indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from taizhang_site.indicators.actions.targets import Wanted
from taizhang_site.indicators.models import Bound, Direction, Group, Indicator, Kind, Lights

if TYPE_CHECKING:
    IndicatorModelForm = forms.ModelForm[Indicator]
    LightsModelForm = forms.ModelForm[Lights]
else:
    IndicatorModelForm = LightsModelForm = forms.ModelForm


class DayInput(forms.DateInput):
    """A day as browsers pick it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TargetForm(forms.Form):
    """A target, its ground, and the reason of a change."""

    form = forms.ChoiceField(label=_("形式"), choices=[("value", _("数值")), ("growth", _("增长（%）"))])
    bound = forms.ChoiceField(label=_("界限"), choices=Bound.choices)
    words = forms.CharField(label=_("目标数"), max_length=40, help_text=_("按指标的单位填；选了“增长”的填百分数"))
    base = forms.CharField(
        label=_("基数"), max_length=40, required=False, help_text=_("空着就用上年的数；越低越好的指标按它算压降了多少")
    )
    starts_on = forms.DateField(label=_("自"), widget=DayInput())
    ends_on = forms.DateField(label=_("至"), widget=DayInput())
    curve = forms.CharField(
        label=_("进度曲线"),
        required=False,
        max_length=200,
        help_text=_("十二个月各占全年的百分数，用空格隔开，合计 100；空着为按时间均匀"),
    )
    document = forms.CharField(label=_("来源文件"), required=False, max_length=200)
    sentence = forms.CharField(label=_("来源语句"), required=False, max_length=500, widget=forms.Textarea({"rows": 2}))
    reason = forms.CharField(label=_("理由"), required=False, max_length=300, help_text=_("调整已有目标时必填"))
    effective_on = forms.DateField(
        label=_("自哪天起生效"), required=False, widget=DayInput(), help_text=_("空着为今天")
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(), required=False, min_value=0)

    def clean_revision(self) -> int:
        """The revision that the person saw; a new target has none."""
        return self.cleaned_data.get("revision") or 0

    def wanted(self) -> Wanted:
        """What the person asked for."""
        data = self.cleaned_data
        curve = tuple(part for part in re.split(r"[\s,，、;；]{1,9}", data["curve"].strip()) if part)
        return Wanted(
            words=data["words"], form=data["form"], bound=data["bound"], base=data["base"], curve=curve,
            document=data["document"], sentence=data["sentence"], reason=data["reason"],
            effective_on=data["effective_on"],
        )  # fmt: skip


class SplitForm(forms.Form):
    """One field for each part."""

    reason = forms.CharField(label=_("理由"), required=False, max_length=300, help_text=_("改动已有的分解时必填"))

    def __init__(self, data: Any, *, owners: Sequence[tuple[str, Any]], proposed: Sequence[Decimal]) -> None:
        super().__init__(data)
        self._owners = owners
        for at, ((name, _owner), value) in enumerate(zip(owners, proposed, strict=True)):
            self.fields[f"part-{at}"] = forms.CharField(label=name, max_length=40, required=False, initial=f"{value:f}")

    def shares(self) -> list[tuple[Any, str]]:
        """The parts that were filled in."""
        rows = [(owner, self.cleaned_data[f"part-{at}"].strip()) for at, (_name, owner) in enumerate(self._owners)]
        return [(owner, words) for owner, words in rows if words]


class IndicatorForm(IndicatorModelForm):
    """A local indicator, of one place and those below it."""

    class Meta:
        model = Indicator
        fields = (
            "name", "group", "unit", "precision", "kind", "direction", "numerator", "denominator", "times", "every",
            "by_village", "due_day", "settlement_day", "jan_feb_merged", "may_be_negative", "summed", "headline", "office", "source",
            "definition", "valid_from", "valid_to",
        )  # fmt: skip
        widgets: ClassVar = {
            "definition": forms.Textarea({"rows": 2}),
            "valid_from": DayInput(),
            "valid_to": DayInput(),
        }

    def __init__(self, *args: Any, usable: Sequence[Indicator] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        keys = [each.pk for each in usable]
        for name in ("numerator", "denominator"):
            self.fields[name].queryset = Indicator.objects.filter(pk__in=keys)  # type: ignore[attr-defined]
        self.fields["group"].queryset = Group.objects.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A rate has both of its parts or neither; nothing else has any."""
        data: dict[str, Any] = super().clean() or {}
        parts = (data.get("numerator"), data.get("denominator"))
        if data.get("kind") == Kind.RATE and any(parts) and not all(parts):
            self.add_error("denominator", _("比率要么分子、分母都选，要么都空着（直接填报）"))
        if data.get("kind") != Kind.RATE and any(parts):
            self.add_error("numerator", _("只有比率才有分子、分母"))
        if data.get("kind") in (Kind.TEXT, Kind.MILESTONE):
            data["direction"] = Direction.NONE
        return data


class LightsForm(LightsModelForm):
    """The thresholds of a place's lights."""

    class Meta:
        model = Lights
        fields = ("yellow_behind", "red_behind")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for field in self.fields.values():
            field.validators += [MinValueValidator(0), MaxValueValidator(100)]

    def clean(self) -> dict[str, Any]:
        """Yellow comes before red."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("red_behind", 0) < data.get("yellow_behind", 0):
            self.add_error("red_behind", _("红灯的落后点数不能小于黄灯的"))
        return data
