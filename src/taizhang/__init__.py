"""Taizhang reads, audits and writes the work reports of Chinese local government.

import taizhang
audit = taizhang.audit("报告.docx")
for finding in audit.broken: print(finding.message.zh)
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from taizhang.audit import Audit as Audit
    from taizhang.audit import audit as audit
    from taizhang.claims import read as read
    from taizhang.documents import UnreadableFile as UnreadableFile
    from taizhang.documents import open_report as open_report
    from taizhang.findings import Finding as Finding
    from taizhang.values.claims import Claim as Claim
    from taizhang.values.readings import Reading as Reading
    from taizhang.values.reports import Report as Report

__version__ = "0.1.0"
_HOMES = {
    "Audit": "taizhang.audit",
    "Claim": "taizhang.values.claims",
    "Finding": "taizhang.findings",
    "Reading": "taizhang.values.readings",
    "Report": "taizhang.values.reports",
    "UnreadableFile": "taizhang.documents",
    "audit": "taizhang.audit",
    "open_report": "taizhang.documents",
    "read": "taizhang.claims",
}
__all__ = ["Audit", "Claim", "Finding", "Reading", "Report", "UnreadableFile", "audit", "open_report", "read"]


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for, so that importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'taizhang' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """Importing the module `taizhang.audit` would put it in the place of the function of that name; it may not."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
