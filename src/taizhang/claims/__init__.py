"""Text becomes claims: quantities first, then kinds, links, indicators, periods and status, one pass each."""

from taizhang.claims.reading import read

__all__ = ["read"]
