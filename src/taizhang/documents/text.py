"""Plain text: the encoding is told, never guessed in silence; the text is the file's own."""

from __future__ import annotations

from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces
from taizhang.values.reports import Origin

FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处"
    "這個時來們過國為會對產說學經發動後進義實體機當點從業開還應間樣與關種現電長題員與億萬縣鎮鄉農村民"
)
"""Characters that make up most of any Chinese text, Simplified or Traditional."""


def _score(text: str) -> float:
    """Share of frequent characters among the Chinese ones: about 0.5 for real text, near 0 for mojibake."""
    chinese = [c for c in text[:20000] if "\u3400" <= c <= "\u9fff" or "\ue000" <= c <= "\uf8ff"]
    return sum(c in FREQUENT for c in chinese) / len(chinese) if chinese else 0.0


def decode(name: str, data: bytes) -> str:
    """The text of `data`, line ends as \\n. Raises UnreadableFile where no encoding fits."""
    return _decoded(name, data).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(name: str, data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strict(name, data, encoding)
    if b"\0" in data[:4000]:
        even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
        return (
            _strict(name, data, "utf-16-be" if even > odd else "utf-16-le")
            if len(data) % 2 == 0
            else _strict(name, b"\xff", "utf-8")
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _best(name, data)


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, "encoding") from error


def _best(name: str, data: bytes) -> str:
    candidates = []
    for encoding in ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        candidates.append((_score(text), text))
    score, text = max(candidates, key=lambda pair: pair[0], default=(0.0, ""))
    if score < 0.15:
        raise UnreadableFile(name, "encoding")
    return text


def read_text(name: str, data: bytes) -> Pieces:
    """The text of a .txt or .md file, furniture included, one stretch a line."""
    pieces = Pieces(name)
    for number, line in enumerate(_lines(decode(name, data)), start=1):
        pieces.add(line, Origin(line=number))
    return pieces


def _lines(text: str) -> list[str]:
    """Lines with their \\n; form feeds and the like stay inside them."""
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + lines[-1:]
