"""Limits for reports from anywhere, and the checks of a zip before anything parses it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from taizhang.documents.errors import UnreadableFile

FILE_BYTES = 20 * 1024 * 1024
ZIP_MEMBERS = 2_000
DIRECTORY_BYTES = 1024 * 1024
UNPACKED_BYTES = 50 * 1024 * 1024
RATIO, RATIO_FROM = 200, 1024 * 1024
XML_ELEMENTS = {"docx": 200_000, "xlsx": 1_000_000}
XML_DEPTH = 256
HTML_EVENTS = 1_500_000
TEXT_CHARACTERS = 5_000_000
PAGES = 500
SHEETS = 50
CELLS = 500_000
CPU_SECONDS = WALL_SECONDS = 10
MEMORY_BYTES = 1024 * 1024 * 1024
OUTPUT_BYTES = 160 * 1024 * 1024
UNSAFE_PARTS = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "/activex", "customui/")
END_RECORD, DIRECTORY_ENTRY = b"PK\x05\x06", b"PK\x01\x02"
LOCAL_HEADER = 30
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip
"""What zipfile raises on broken archives."""


class Archive:
    """A zip within limits; members are unpacked one at a time and counted, since headers may lie.

    Raises UnreadableFile: damaged, large, or unsafe (macros, encryption, overlapping or doubled members).
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        _check_directory(name, data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise UnreadableFile(name, "damaged") from error
        members = self._zip.infolist()
        if sum(member.file_size for member in members) > UNPACKED_BYTES:
            raise UnreadableFile(name, "large")
        for member in members:
            _check_member(name, member)
        _check_places(name, members, len(data))
        self.names = tuple(member.filename for member in members)
        self._known = frozenset(self.names)
        self._unpacked = 0

    def __contains__(self, path: str) -> bool:
        return path in self._known

    def read(self, path: str) -> bytes:
        """One member's bytes."""
        pieces = []
        try:
            with self._zip.open(path) as stream:
                while piece := stream.read(1 << 18):
                    pieces.append(piece)
                    self._unpacked += len(piece)
                    if self._unpacked > UNPACKED_BYTES:
                        raise UnreadableFile(self.name, "large")
        except (*BROKEN, KeyError) as error:
            raise UnreadableFile(self.name, "damaged") from error
        return b"".join(pieces)


def _check_directory(name: str, data: bytes) -> None:
    """Counts the members before a directory of a hundred thousand is walked; the end record may lie, so both are counted."""
    place = data.rfind(END_RECORD, max(0, len(data) - 65_557))
    if place < 0 or place + 22 > len(data):
        raise UnreadableFile(name, "damaged")
    count, size, offset = struct.unpack_from("<HII", data, place + 10)
    if offset + size != place:
        # data before the archive or between its parts: two files in one
        raise UnreadableFile(name, "damaged")
    if max(count, data.count(DIRECTORY_ENTRY, offset, place)) > ZIP_MEMBERS or size > DIRECTORY_BYTES:
        raise UnreadableFile(name, "large")


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 1 or any(part in f"/{member.filename.lower()}" for part in UNSAFE_PARTS):
        raise UnreadableFile(name, "unsafe")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile(name, "damaged")
    if member.file_size > RATIO_FROM and member.file_size > RATIO * max(member.compress_size, 1):
        raise UnreadableFile(name, "large")


def _check_places(name: str, members: list[zipfile.ZipInfo], length: int) -> None:
    """No member lies in another, none twice under one name, all within the file."""
    reached = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < reached:
            raise UnreadableFile(name, "unsafe")
        reached = member.header_offset + LOCAL_HEADER + len(member.filename) + member.compress_size
    if len({member.filename.lower() for member in members}) != len(members):
        raise UnreadableFile(name, "unsafe")
    if reached > length:
        raise UnreadableFile(name, "damaged")
