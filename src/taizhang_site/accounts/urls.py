"""Addresses of login, one's own account and people."""

from __future__ import annotations

from django.urls import path

from taizhang_site.accounts.views import door, mine, people

app_name = "accounts"
urlpatterns = [
    path("login/", door.login, name="login"),
    path("logout/", door.logout, name="logout"),
    path("invited/<str:secret>/", people.accept, name="accept"),
    path("me/", mine.me, name="me"),
    path("me/password/", mine.password, name="password"),
    path("me/sessions/", mine.end_sessions, name="end_sessions"),
    path("me/post/", mine.choose_post, name="choose_post"),
    path("me/second/", mine.enrol, name="enrol"),
    path("second/", mine.second, name="second"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/invitations/<int:key>/withdraw/", people.uninvite, name="uninvite"),
    path("people/<int:key>/", people.change, name="change"),
    path("posts/", people.posts, name="posts"),
    path("posts/<int:key>/", people.post, name="post"),
    path("posts/holdings/<int:key>/end/", people.dismiss, name="dismiss"),
]
