"""Forms about places."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang_site.places.models import CODE


class DayInput(forms.DateInput):
    """A day as browsers pick it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlaceForm(forms.Form):
    """A name and a code from a day, and why."""

    name = forms.CharField(label=_("名称"), max_length=60)
    code = forms.CharField(
        label=_("代码"), max_length=12, validators=[CODE], help_text=_("十二位：县六位、乡镇三位、村三位")
    )
    since = forms.DateField(label=_("自哪天起"), widget=DayInput())
    reason = forms.CharField(label=_("变更原因和文件"), max_length=200)


class CloseForm(forms.Form):
    """The last day, and why."""

    until = forms.DateField(label=_("到哪天为止"), widget=DayInput())
    reason = forms.CharField(label=_("变更原因和文件"), max_length=200)


class OfficeForm(forms.Form):
    """A new office."""

    name = forms.CharField(label=_("站所名称"), max_length=60)
