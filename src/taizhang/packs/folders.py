"""Where the shipped packs lie: beside the source in a checkout, inside the package once installed."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve()


def shipped(name: str) -> Path:
    """The folder of the shipped pack `name`; raises FileNotFoundError naming both places looked at."""
    places = [HERE.parent / "data" / name, HERE.parents[3] / "packs" / name]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"pack {name!r} is in neither {places[0]} nor {places[1]}; reinstall taizhang")
