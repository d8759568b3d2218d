"""Addresses of login, own account and people."""

from __future__ import annotations

from django.urls import path

from taizhang_site.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
]
