"""People and posts, for the administrators; and the page that an invitation leads to."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taizhang_site.accounts import queries
from taizhang_site.accounts.actions import people as acts
from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.forms import AcceptForm, AppointForm, InviteForm, PostForm
from taizhang_site.accounts.models import Holding, Invitation, Post, User
from taizhang_site.accounts.rights import may

PAGE = 50


@require_safe
def people(request: Asked) -> HttpResponse:
    """Accounts, and the posts that each holds today."""
    words = request.GET.get("q", "").strip()[:40]
    page = Paginator(queries.people(words), PAGE).get_page(request.GET.get("page"))
    shown = {
        "q": words, "page": page, "posts": queries.posts_of(list(page), timezone.localdate()),
        "invitations": Invitation.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=timezone.now()),
        "may_accounts": may(request.actor, "account.manage"), "may_posts": may(request.actor, "post.manage"),
        "locked": queries.locked_out(), "form": InviteForm(),
    }  # fmt: skip
    return render(request, "accounts/people.html", shown)


@require_POST
def invite(request: Asked) -> HttpResponse:
    """Invites a person: the link is shown once, to be handed over."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写姓名"))
        return HttpResponseRedirect(reverse("accounts:people"))
    row, secret = acts.invite(request.actor, form.cleaned_data["name"])
    return _link(request, row, secret)


def _link(request: Asked, row: Invitation, secret: str) -> HttpResponse:
    url = request.build_absolute_uri(reverse("accounts:accept", args=[secret]))
    return render(request, "accounts/link.html", {"row": row, "url": url})


@require_POST
def change(request: Asked, key: int) -> HttpResponse:
    """Closes, opens, unlocks an account, or gives a link for a new password."""
    user = get_object_or_404(User, pk=key)
    do = request.POST.get("do")
    try:
        if do == "link":
            return _link(request, *acts.new_password_link(request.actor, user))
        if do in ("close", "open"):
            acts.set_active(request.actor, user, active=do == "open")
        elif do == "unlock":
            acts.unlock(request.actor, user)
        else:
            raise Http404
    except acts.RefusedError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("已办。"))
    return HttpResponseRedirect(reverse("accounts:people"))


@require_POST
def uninvite(request: Asked, key: int) -> HttpResponse:
    """Takes an invitation back."""
    acts.withdraw(request.actor, get_object_or_404(Invitation, pk=key, used_at=None))
    messages.success(request, _("邀请已收回。"))
    return HttpResponseRedirect(reverse("accounts:people"))


@require_http_methods(["GET", "HEAD", "POST"])
def posts(request: Asked) -> HttpResponse:
    """Every post, who holds it; a new one."""
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        row = acts.make_post(request.actor, data["name"], data["role"], data["place"], data["office"])
        messages.success(request, _("岗位已设。接着派人。"))
        return HttpResponseRedirect(reverse("accounts:post", args=[row.pk]))
    words = request.GET.get("q", "").strip()[:40]
    page = Paginator(queries.posts(words), PAGE).get_page(request.GET.get("page"))
    shown = {"q": words, "page": page, "form": form, "holders": queries.holders(list(page), timezone.localdate())}
    return render(request, "accounts/posts.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def post(request: Asked, key: int) -> HttpResponse:
    """One post: who held it when; who takes it next."""
    row = get_object_or_404(Post.objects.select_related("place", "office"), pk=key)
    form = AppointForm(request.POST or None, post=row, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            acts.appoint(request.actor, row, form.cleaned_data["user"], form.cleaned_data["since"])
        except acts.RefusedError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("已派。前任自接任前一日离任，其未办事项由接任人继续。"))
            return HttpResponseRedirect(reverse("accounts:post", args=[row.pk]))
    shown = {"post": row, "form": form, "holdings": row.holdings.select_related("user"), "today": timezone.localdate()}
    return render(request, "accounts/post.html", shown)


@require_POST
def dismiss(request: Asked, key: int) -> HttpResponse:
    """Ends a holding today."""
    row = get_object_or_404(Holding.objects.select_related("user"), pk=key, until=None)
    try:
        acts.dismiss(request.actor, row, timezone.localdate())
    except acts.RefusedError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("已离任。"))
    return HttpResponseRedirect(reverse("accounts:post", args=[row.post_id]))


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Asked, secret: str) -> HttpResponse:
    """Where an invitation leads: the account's name and password, chosen by its owner."""
    row = acts.invited(secret)
    if row is None:
        return render(request, "accounts/accept.html", {"gone": True}, status=410)
    form = AcceptForm(request.POST or None, known=row.user_id is not None)
    if request.method == "POST" and form.is_valid():
        try:
            acts.accept(
                queries.address(request), secret, form.cleaned_data.get("username", ""), form.cleaned_data["new"]
            )
        except acts.RefusedError as problem:
            form.add_error(None, str(problem))
        except ValidationError as problem:
            form.add_error("new", problem.messages)
        else:
            messages.success(request, _("账号已好，请登录。"))
            return HttpResponseRedirect(reverse("accounts:login"))
    return render(request, "accounts/accept.html", {"form": form, "row": row})
