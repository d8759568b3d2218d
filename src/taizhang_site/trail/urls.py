"""Addresses of the trail."""

from __future__ import annotations

from django.urls import path

from taizhang_site.trail import views

app_name = "trail"
urlpatterns = [
    path("trail/", views.entries, name="list"),
    path("trail/<int:number>/", views.entry, name="entry"),
    path("trail/verify/", views.verify, name="verify"),
    path("trail/export/", views.export, name="export"),
    path("trail/verify_trail.py", views.script, name="script"),
]
