"""Folders of TOML become tables: the units of reports so far; a mistake names its file and key."""

from taizhang.packs.units import Unit, common_units

__all__ = ["Unit", "common_units"]
