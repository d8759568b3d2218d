"""Limits for reports from anywhere, and the checks of a zip before anything parses it."""

from __future__ import annotations

import io
import zipfile

from taizhang.documents.errors import UnreadableFile

FILE_BYTES = 20 * 1024 * 1024
ZIP_MEMBERS = 2_000
UNPACKED_BYTES = 50 * 1024 * 1024
RATIO, RATIO_FROM = 200, 1024 * 1024
XML_ELEMENTS = {"docx": 200_000, "xlsx": 1_000_000}
XML_DEPTH = 256
HTML_EVENTS = 2_000_000
TEXT_CHARACTERS = 5_000_000
PAGES = 500
SHEETS = 50
CELLS = 500_000
ROWS, COLUMNS = 200_000, 2_000
CPU_SECONDS = WALL_SECONDS = 10
MEMORY_BYTES = 1024 * 1024 * 1024
UNSAFE_PARTS = ("vbaproject.bin", "vbadata.xml", "activex/", "embeddings/oleobject", "macrosheets/")


def open_zip(name: str, data: bytes) -> zipfile.ZipFile:
    """The archive, after its members, sizes and parts are found to be within limits.

    Raises UnreadableFile: damaged, large, or unsafe (macros, OLE objects, encryption, overlapping members).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(name, "damaged") from error
    members = archive.infolist()
    if len(members) > ZIP_MEMBERS or sum(member.file_size for member in members) > UNPACKED_BYTES:
        raise UnreadableFile(name, "large")
    last_end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < last_end or member.flag_bits & 1:
            raise UnreadableFile(name, "unsafe")
        last_end = member.header_offset + member.compress_size
        if member.file_size > RATIO_FROM and member.file_size > RATIO * max(member.compress_size, 1):
            raise UnreadableFile(name, "large")
        if any(part in member.filename.lower() for part in UNSAFE_PARTS):
            raise UnreadableFile(name, "unsafe")
    return archive


def member(name: str, archive: zipfile.ZipFile, path: str) -> bytes:
    """One member's bytes, counted while unpacking since a header may lie."""
    try:
        with archive.open(path) as stream:
            data = stream.read(UNPACKED_BYTES + 1)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, KeyError, RuntimeError) as error:
        raise UnreadableFile(name, "damaged") from error
    except Exception as error:  # zlib and lzma raise types of their own on broken data
        raise UnreadableFile(name, "damaged") from error
    if len(data) > UNPACKED_BYTES:
        raise UnreadableFile(name, "large")
    return data
