"""The front's addresses."""

from __future__ import annotations

from django.urls import path

from taizhang_site.front import views

app_name = "front"
urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.health, name="health"),
]
