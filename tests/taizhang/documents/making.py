"""Small files of every format, made byte by byte so that their defects can be chosen."""

from __future__ import annotations

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"


def archive(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return target.getvalue()


def word(body: str, **parts: str | bytes) -> bytes:
    """A .docx with this body; other parts by name below word/, their dots written as two underscores."""
    document = (
        f"<w:document xmlns:w='{WORD}' xmlns:r='{LINKS}' xmlns:v='urn:schemas-microsoft-com:vml'"
        f" xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>{body}</w:body></w:document>"
    )
    more = {"word/" + name.replace("__", "."): content for name, content in parts.items()}
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": document, **more})


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_part(root: str, inside: str) -> str:
    return f"<w:{root} xmlns:w='{WORD}'>{inside}</w:{root}>"


def book(*sheets: str, strings: str = "", titles: tuple[str, ...] = (), state: str = "", **parts: str | bytes) -> bytes:
    """A .xlsx whose sheets have this XML inside `<worksheet>`."""
    names = titles or tuple(f"表{number}" for number in range(1, len(sheets) + 1))
    listed = "".join(
        f"<sheet name='{name}' sheetId='{number}' r:id='r{number}' {state if number == len(sheets) else ''}/>"
        for number, name in enumerate(names, 1)
    )
    links = "".join(
        f"<Relationship Id='r{number}' Target='worksheets/sheet{number}.xml'/>" for number in range(1, len(sheets) + 1)
    )
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": f"<workbook xmlns='{SHEET}' xmlns:r='{LINKS}'><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    if strings:
        content["xl/sharedStrings.xml"] = f"<sst xmlns='{SHEET}'>{strings}</sst>"
    for number, sheet in enumerate(sheets, 1):
        content[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet xmlns='{SHEET}'>{sheet}</worksheet>"
    content |= {"xl/" + name.replace("__", "."): part for name, part in parts.items()}
    return archive(content)


def cells(*rows: tuple[str | float, ...], hidden: bool = False) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        inside = "".join(
            f"<c t='inlineStr'><is><t>{value}</t></is></c>" if isinstance(value, str) else f"<c><v>{value}</v></c>"
            for value in row
        )
        mark = " hidden='1'" if hidden else ""
        lines.append(f"<row r='{number}'{mark}>{inside}</row>")
    return f"<sheetData>{''.join(lines)}</sheetData>"


def _unicode_map(text: str) -> bytes:
    pairs = "".join(f"<{ord(c):04x}> <{ord(c):04x}>\n" for c in sorted(set(text)))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(set(text))} beginbfchar\n{pairs}endbfchar endcmap end end"
    ).encode("ascii")


TABLE = "||"
"""The line that stands for a page's table."""


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def assemble(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF of numbered objects, the first being its catalogue."""
    out = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF".encode()
    return out


def _shown(words: str, x: float, y: float) -> str:
    return f"1 0 0 1 {x} {y} Tm <{''.join(f'{ord(c):04x}' for c in words)}> Tj\n"


def ruled(rows: list[list[str | None]], top: int) -> tuple[str, str]:
    """Letters and strokes of a table whose cells are 100 by 30; None is a cell merged with the one to its left.

    Words of several lines stand below one another in their cell.
    """
    letters, strokes = "", ""
    for number, row in enumerate(rows):
        y = top - 30 * number
        strokes += f"50 {y} m {50 + 100 * len(row)} {y} l S\n50 {y - 30} m {50 + 100 * len(row)} {y - 30} l S\n"
        for column, words in enumerate([*row, ""]):
            x = 50 + 100 * column
            strokes += f"{x} {y} m {x} {y - 30} l S\n" if words is not None else ""
            for line, part in enumerate((words or "").split("\n")):
                letters += _shown(part, x + 3, y - 12 - 14 * line) if part else ""
    return letters, strokes


def pdf(
    pages: list[list[str]], *, picture: bool = False, tables: dict[int, list[list[str | None]]] | None = None
) -> bytes:
    """A PDF with one text line each, in a font that maps codes to Unicode; `tables` by page stand in place of a line of bars."""
    tabled = tables or {}
    text = "".join("".join(lines) for lines in pages) or "x"
    text += "".join(words or "" for rows in tabled.values() for row in rows for words in row)
    first = 6
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        stream(_unicode_map(text)),
    ]
    image = first + 2 * len(pages)
    for index, lines in enumerate(pages):
        shown, strokes, y = "", "", 780
        for line in lines:
            if line == TABLE:
                letters, strokes = ruled(tabled[index], y)
                shown, y = shown + letters, y - 30 * len(tabled[index]) - 20
            else:
                shown, y = shown + _shown(line, 50, y), y - 20
        pictures = f"/XObject << /I {image} 0 R >>" if picture else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents {first + 2 * index + 1} 0 R"
            f" /Resources << /Font << /F 3 0 R >> {pictures} >> >>".encode(),
            stream(f"{strokes}BT /F 12 Tf\n{shown}ET".encode() if lines else b""),
        ]
    if picture:
        objects.append(
            stream(
                b"\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
            )
        )
    return assemble(objects)
