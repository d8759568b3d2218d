"""Addresses of places."""

from __future__ import annotations

from django.urls import path

from taizhang_site.places import views

app_name = "places"
urlpatterns = [
    path("places/", views.listing, name="list"),
    path("places/<int:key>/", views.place, name="place"),
    path("places/<int:key>/change/", views.change, name="change"),
    path("places/<int:key>/found/", views.found, name="found"),
    path("places/<int:key>/office/", views.office, name="office"),
]
