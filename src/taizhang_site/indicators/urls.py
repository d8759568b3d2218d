"""Addresses of targets and figures."""

from __future__ import annotations

from django.urls import path

from taizhang_site.indicators.views import boards, dictionary, entry, figure, indicator, overview, review, targets

app_name = "indicators"
urlpatterns = [
    path("overview/", overview.overview, name="overview"),
    path("overview/seen/", overview.seen, name="seen"),
    path("month/", entry.sheet, name="sheet"),
    path("month/grid/", entry.grid, name="grid"),
    path("month/cell/", entry.cell, name="cell"),
    path("review/", review.review, name="review"),
    path("completeness/", boards.completeness, name="completeness"),
    path("figures/<int:key>/", figure.figure, name="figure"),
    path("figures/<int:key>/note/", figure.figure_note, name="figure_note"),
    path("evidence/<int:key>/", figure.evidence, name="evidence"),
    path("made-of/<slug:code>/", figure.made_of, name="made_of"),
    path("indicators/", dictionary.listing, name="list"),
    path("indicators/new/", dictionary.define, name="define"),
    path("indicators/lights/", dictionary.lights, name="lights"),
    path("indicators/<slug:code>/", indicator.indicator, name="indicator"),
    path("indicators/<slug:code>/change/", dictionary.define, name="change"),
    path("places/<int:key>/figures/", indicator.place, name="place"),
    path("compare/", indicator.compare, name="compare"),
    path("targets/", targets.year, name="targets"),
    path("targets/set/", targets.edit, name="target_edit"),
    path("targets/<int:key>/", targets.target, name="target"),
    path("targets/<int:key>/split/", targets.split, name="target_split"),
    path("targets/<int:key>/withdraw/", targets.withdraw, name="target_withdraw"),
]
