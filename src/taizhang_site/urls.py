"""Every address of the site: one file an app."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("taizhang_site.front.urls")),
    path("", include("taizhang_site.accounts.urls")),
    path("", include("taizhang_site.places.urls")),
    path("", include("taizhang_site.indicators.urls")),
    path("", include("taizhang_site.trail.urls")),
]
