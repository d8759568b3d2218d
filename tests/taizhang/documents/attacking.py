"""Small files that attack a reader, each with the reasons that its refusal may give; `read` where it may be read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from making import TYPES, archive, assemble, book, cells, paragraph, pdf, stream, word

READ = "read"


class Attack(NamedTuple):
    """A file name, how its bytes are made, and what may come of it."""

    file: str
    make: Callable[[], bytes]
    outcomes: tuple[str, ...]


LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
PLAIN_PDF = pdf([["甲3万"]])
PLAIN_WORD = word(paragraph("甲3万"))
PLAIN_BOOK = book(cells(("甲", 3)))


def _document(xml: str, **parts: str) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": xml, **parts})


def _deflated(xml: str) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": xml}, zipfile.ZIP_DEFLATED)


def _zip_of(count: int) -> bytes:
    return archive({f"f{n}": b"" for n in range(count)} | {"word/document.xml": "<a/>"}, zipfile.ZIP_STORED)


def _overlapping() -> bytes:
    """Two directory entries that point at one member."""
    data = archive({"word/document.xml": b"x" * 50, "word/documenu.xml": b"x" * 50}, zipfile.ZIP_STORED)
    end = data.rfind(b"PK\x05\x06")
    second = data.rfind(b"PK\x01\x02", 0, end)
    return data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]


def _lying(factor: int) -> bytes:
    """A directory that declares less than the member unpacks to."""
    data = bytearray(_deflated("<a>" + " " * 100_000 + "</a>"))
    for at in _places(bytes(data), b"PK\x01\x02"):
        struct.pack_into("<I", data, at + 24, struct.unpack_from("<I", data, at + 24)[0] // factor)
    return bytes(data)


def _places(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)


def _encrypted_zip() -> bytes:
    data = bytearray(PLAIN_WORD)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        for at in _places(PLAIN_WORD, mark):
            data[at + offset] |= 1
    return bytes(data)


def _doubled() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", "<a/>")
        package.writestr("WORD/document.xml", "<b/>")
    return target.getvalue()


def _lzma() -> bytes:
    return archive({"word/document.xml": "<a/>"}, zipfile.ZIP_LZMA)


def _flate(size: int) -> bytes:
    packed = zlib.compress(b"BT " + b"0 " * (size // 2), 9)
    return assemble(_one_page(stream(packed, "/Filter /FlateDecode")))


def _one_page(content: bytes, more: str = "") -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R {more} >>".encode(),
        content,
    ]


def _forms(levels: int) -> bytes:
    """Form XObjects that each draw the next ten times."""
    objects = _one_page(stream(b"/X Do " * 10), "/Resources << /XObject << /X 5 0 R >> >>")
    for level in range(levels):
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {6 + level} 0 R >> >>"
        objects.append(stream(b"/X Do " * 10, entries))
    objects.append(stream(b"", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return assemble(objects)


def _kids(kids: str, count: int) -> bytes:
    pages = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page])


def _previous_loop() -> bytes:
    data = PLAIN_PDF
    at = data.rfind(b"xref\n0")
    return data.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {at}".encode())


def _nested(text: str, depth: int) -> str:
    return f"<{text}>" * depth + f"</{text}>" * depth


DAMAGE, LARGE, UNSAFE = ("damaged",), ("large",), ("unsafe",)
WRONG = ("format",)

XML_ATTACKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("laughs", f"{LAUGHS}]><d>&j;</d>", UNSAFE),
    ("quadratic", f"<!DOCTYPE d [<!ENTITY a '{'x' * 10_000}'>]><d>{'&a;' * 1000}</d>", UNSAFE),
    ("outside-file", "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d>&a;</d>", UNSAFE),
    ("outside-http", "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'><d/>", UNSAFE),
    ("parameter", "<!DOCTYPE d [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/'>%a;]><d/>", UNSAFE),
    ("undefined-entity", "<d>&nosuch;</d>", DAMAGE),
    ("deep", _nested("a", 100_000), LARGE),
    ("many", "<a>" + "<b/>" * 1_000_010 + "</a>", LARGE),
    ("unclosed", "<a><b>", DAMAGE),
    ("nothing", "", DAMAGE),
    ("bytes", "\x00\x01\x02", DAMAGE),
    ("encoding", "<?xml version='1.0' encoding='nosuch'?><a/>", DAMAGE),
    ("twice", "<a a='1' a='2'/>", DAMAGE),
)


def in_packages() -> Iterator[Attack]:
    for name, xml, outcomes in XML_ATTACKS:
        yield Attack(f"{name}.docx", lambda xml=xml: _document(xml), outcomes)
        yield Attack(f"{name}.xlsx", lambda xml=xml: _book_with(xml), outcomes)
    yield Attack("laughs-in-numbering.docx", lambda: word("", numbering__xml=f"{LAUGHS}]><d>&j;</d>"), UNSAFE)
    yield Attack("laughs-in-footnotes.docx", lambda: word("", footnotes__xml=f"{LAUGHS}]><d>&j;</d>"), UNSAFE)
    yield Attack("laughs-in-strings.xlsx", lambda: book("", sharedStrings__xml=f"{LAUGHS}]><d>&j;</d>"), UNSAFE)
    yield Attack("laughs-in-styles.xlsx", lambda: book("", styles__xml=f"{LAUGHS}]><d>&j;</d>"), UNSAFE)
    yield Attack("bomb.docx", lambda: _deflated("<a>" + " " * 60_000_000 + "</a>"), LARGE)
    yield Attack("ratio.docx", lambda: _deflated("<a/>" + " " * 10_000_000), LARGE)
    yield Attack("paragraphs.docx", lambda: word("<w:p/>" * 300_000), LARGE)
    yield Attack("text.docx", lambda: word(paragraph("一二三四五六七八九十" * 510_000)), LARGE)
    yield Attack("strings.xlsx", lambda: book("", strings="<si><t>a</t></si>" * 600_000), LARGE)
    yield Attack(
        "cells.xlsx",
        lambda: book("<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 10_000 + "</row>") * 60 + "</sheetData>"),
        LARGE,
    )
    yield Attack(
        "far.xlsx", lambda: book("<sheetData><c r='A1'><v>1</v></c><c r='XFD60000'><v>2</v></c></sheetData>"), (READ,)
    )
    yield Attack("far-off.xlsx", lambda: book("<sheetData><c r='ZZZ9999999'><v>2</v></c></sheetData>"), DAMAGE)
    yield Attack("far-row.xlsx", lambda: book("<sheetData><row r='9999999'><c><v>2</v></c></row></sheetData>"), DAMAGE)
    yield Attack("dimension.xlsx", lambda: book("<dimension ref='A1:XFD1048576'/>" + cells(("a", 1))), (READ,))
    yield Attack("merges.xlsx", lambda: book(cells(("a", 1)) + "<mergeCell ref='A1:XFD1048576'/>" * 9_000), (READ,))
    yield Attack("sheets.xlsx", lambda: book(*["<sheetData/>"] * 51), LARGE)


def _book_with(xml: str) -> bytes:
    links = "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"
    workbook = "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": links,
            "xl/worksheets/sheet1.xml": xml,
        }
    )


def in_zips() -> Iterator[Attack]:
    yield Attack("members.docx", lambda: _zip_of(2_001), LARGE)
    yield Attack("members-many.docx", lambda: _zip_of(20_000), LARGE)
    yield Attack("overlapping.docx", _overlapping, UNSAFE)
    yield Attack("lying.docx", lambda: _lying(2), DAMAGE)
    yield Attack("encrypted.docx", _encrypted_zip, UNSAFE)
    yield Attack("doubled.docx", _doubled, UNSAFE)
    yield Attack("lzma.docx", _lzma, DAMAGE)
    yield Attack("cut.docx", lambda: PLAIN_WORD[: len(PLAIN_WORD) // 2], DAMAGE)
    yield Attack("prefixed.docx", lambda: b"PK\x03\x04" + b"\0" * 50 + PLAIN_WORD, DAMAGE)
    yield Attack("empty.docx", lambda: archive({"a": ""}), WRONG)
    yield Attack("nested.docx", lambda: archive({"word/a.zip": PLAIN_WORD}), WRONG)
    yield Attack("macro.docx", lambda: word("", vbaProject__bin=b"x"), UNSAFE)
    yield Attack("macro.xlsx", lambda: book(cells(("a",)), vbaProject__bin=b"x"), UNSAFE)
    yield Attack("control.docx", lambda: word("", **{"activeX/activeX1__xml": "<a/>"}), UNSAFE)
    yield Attack(
        "macro-type.docx", lambda: archive({"[Content_Types].xml": "macroEnabled", "word/document.xml": "<a/>"}), UNSAFE
    )
    yield Attack("macro.docm", lambda: PLAIN_WORD, UNSAFE)
    yield Attack("macro.xlsm", lambda: PLAIN_BOOK, UNSAFE)
    template = "<r><Relationship Type='attachedTemplate' TargetMode='External' Target='http://127.0.0.1:9/a.dotm'/></r>"
    yield Attack("template.docx", lambda: word(paragraph("1"), **{"_rels/settings__xml__rels": template}), (READ,))
    yield Attack("object.docx", lambda: word(paragraph("1"), **{"embeddings/oleObject1__bin": b"x"}), (READ,))


def in_pdfs() -> Iterator[Attack]:
    any_end = (READ, "damaged", "large", "pictures")
    yield Attack("flate.pdf", lambda: _flate(100_000_000), any_end)
    yield Attack("cycle.pdf", lambda: _kids("2 0 R", 1), any_end)
    yield Attack("pages.pdf", lambda: _kids("3 0 R " * 20_000, 20_000), any_end)
    yield Attack("count.pdf", lambda: _kids("3 0 R", 999_999_999), any_end)
    yield Attack("arrays.pdf", lambda: assemble(_one_page(stream(b"[" * 400_000))), any_end)
    yield Attack("dictionary.pdf", lambda: assemble([b"<< /A " * 50_000]), any_end)
    yield Attack("forms.pdf", lambda: _forms(8), any_end)
    yield Attack("prev.pdf", _previous_loop, any_end)
    yield Attack(
        "no-end-of-image.pdf", lambda: assemble(_one_page(stream(b"BI /W 9 /H 9 ID " + b"x" * 100_000))), any_end
    )
    yield Attack("startxref.pdf", lambda: PLAIN_PDF.replace(b"startxref\n", b"startxref\n9"), any_end)
    yield Attack("no-root.pdf", lambda: PLAIN_PDF.replace(b"/Root", b"/Toor"), any_end)
    yield Attack("cut.pdf", lambda: PLAIN_PDF[:300], any_end)
    yield Attack("head.pdf", lambda: b"%PDF-1.7\n", any_end)
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "a" * 32 + ") /U (" + "b" * 32 + ") /P -4 >> /ID [(a) (a)]"
    )
    yield Attack("locked.pdf", lambda: assemble(_one_page(stream(b"")), locked), UNSAFE)
    yield Attack("length.pdf", lambda: PLAIN_PDF.replace(b"/Length ", b"/Length 99999999"), any_end)


def in_pages() -> Iterator[Attack]:
    yield Attack("deep.html", lambda: b"<div>" * 200_000 + "深8万".encode(), (READ,))
    yield Attack("wide.html", lambda: b"<table>" + b"<tr>" + b"<td>1" * 600_000, LARGE)
    yield Attack("attributes.html", lambda: b"<p " + b"a=1 " * 300_000 + b">" + "尾8万".encode(), (READ,))
    yield Attack("spans.html", lambda: b"<table><tr>" + b"<td rowspan=65534 colspan=9999>1" * 5_000, (READ, "large"))
    yield Attack("open.html", lambda: b"<p>1" + b"<a " * 100_000, DAMAGE)
    yield Attack("declarations.html", lambda: b"<p>1" + b"<![" * 50_000, (READ, "large", "damaged"))
    yield Attack("comments.html", lambda: b"<p>1" + b"<!--" * 100_000, (READ,))
    yield Attack("entities.html", lambda: b"<p>1" + b"&amp" * 300_000, (READ,))
    yield Attack("binary.html", lambda: bytes(range(256)) * 40, ("encoding", "format"))
    yield Attack("nul.html", lambda: b"<p>\0\0\0\0", ("encoding", "format", READ))
    yield Attack("surrogate.html", lambda: b"<p>&#xd800;&#x110000;&#99999999999;1", (READ,))


def polyglots() -> Iterator[Attack]:
    """Contents that are not what the file's name says."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    locked = ole + "EncryptedPackage".encode("utf-16-le")
    contents = {"docx": PLAIN_WORD, "xlsx": PLAIN_BOOK, "pdf": PLAIN_PDF}
    for suffix in ("docx", "xlsx", "pdf", "html", "txt", "md", "exe"):
        for kind, data in contents.items():
            if kind != suffix:
                yield Attack(f"{kind}-as.{suffix}", lambda data=data: data, WRONG)
        yield Attack(f"ole-as.{suffix}", lambda: ole, WRONG)
        yield Attack(f"locked-as.{suffix}", lambda: locked, UNSAFE)
    for suffix in ("docx", "xlsx", "pdf"):
        yield Attack(f"picture-as.{suffix}", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, WRONG)
        yield Attack(f"words-as.{suffix}", "文字3万".encode, WRONG)
    yield Attack("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 99, ("encoding", "format"))
    yield Attack("book-and-word.docx", lambda: archive({"xl/workbook.xml": "", "word/document.xml": ""}), WRONG)


ATTACKS = (*in_packages(), *in_zips(), *in_pdfs(), *in_pages(), *polyglots())
