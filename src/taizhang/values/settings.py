"""What a user may set for an audit, beyond choosing rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`phrases` maps a phrase that a user's office always words one way to the wordings it refuses.

    For example `{"统筹推进": ("统筹推動", "通筹推进")}`: each refused wording found is a finding.
    """

    phrases: tuple[tuple[str, tuple[str, ...]], ...] = ()
