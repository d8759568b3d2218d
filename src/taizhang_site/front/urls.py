"""The front's addresses."""

from __future__ import annotations

from django.urls import path

from taizhang_site.front import views

app_name = "front"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("help/", views.help_page, name="help"),
    path("healthz", views.health, name="health"),
]
