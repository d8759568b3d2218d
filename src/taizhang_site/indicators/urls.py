"""Addresses of targets and figures."""

from __future__ import annotations

from django.urls import path

from taizhang_site.indicators.views import boards, entry, figure, review

app_name = "indicators"
urlpatterns = [
    path("month/", entry.sheet, name="sheet"),
    path("month/grid/", entry.grid, name="grid"),
    path("month/cell/", entry.cell, name="cell"),
    path("review/", review.review, name="review"),
    path("completeness/", boards.completeness, name="completeness"),
    path("figures/<int:key>/", figure.figure, name="figure"),
    path("figures/<int:key>/note/", figure.figure_note, name="figure_note"),
    path("evidence/<int:key>/", figure.evidence, name="evidence"),
    path("made-of/<slug:code>/", figure.made_of, name="made_of"),
]
