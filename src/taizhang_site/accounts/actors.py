"""Who acts: an account, the post it acts from, and from where. Every action takes one."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang_site.accounts.models import Post, User
from taizhang_site.places.models import Place


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work; without a user it is the system itself or a stranger at the door."""

    user: User | None = None
    post: Post | None = None
    ip: str = ""

    @property
    def user_id(self) -> int | None:
        """The account's key."""
        return self.user.pk if self.user else None

    @property
    def username(self) -> str:
        """The account's name, empty for nobody."""
        return self.user.username if self.user else ""

    @property
    def post_name(self) -> str:
        """The post acted from."""
        return self.post.name if self.post else ""

    @property
    def role(self) -> str:
        """The word of the table of rights: an administrator, or the post's role, with `county_` above the towns."""
        if self.user is None:
            return "stranger"
        if self.user.administrator:
            return f"{self.user.administrator}_administrator"
        if self.post is None:
            return "no_post"
        above = self.post.place.level in ("county", "city", "province")
        return f"county_{self.post.role}" if above else self.post.role

    @property
    def scope(self) -> Place | None:
        """The place whose business the actor sees, with all below it; None for nobody, administrators too."""
        return self.post.place if self.post and self.user and not self.user.administrator else None


SYSTEM = Actor()
"""The system itself: seeding, migration, scheduled work."""
