"""Plain text: the encoding is told, never guessed in silence; the text of a .txt file is the file's own."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from taizhang.documents.errors import UnreadableFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 60_000
ENOUGH = 0.35
PLAIN_CONTROL = frozenset("\t\n\r\f\v\x1a")
CONTROL = bytes({*range(0x20)} - {*b"\t\n\r\f\v\x1a"})
FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研究报告乡镇村县市万亿元增加收入完成项目投资建设"
    "壹這個國為時來們會發動產種後對過說麼經進著裡現實體制機當點從業應開還與關員總設長將組見計別論運農區強決戰報鄉鎮縣萬億增項目資間樣電題導團務費億興環學處"
    ",。、；:！？（）“”《》—％，：　;!?()"
)
"""Characters that make up most of any Chinese text, Simplified or Traditional."""


def _score(text: str) -> float:
    """Share of frequent characters beyond ASCII: above 0.5 for real text, near 0 for mojibake."""
    sample = text if len(text) <= SAMPLE else text[: SAMPLE // 2] + text[-SAMPLE // 2 :]
    beyond = [character for character in sample if character >= "\x80"]
    if not beyond:
        return 0.0
    odd = sum(
        (c < " " and c not in PLAIN_CONTROL) or "\ue000" <= c <= "\uf8ff" or "\ud800" <= c <= "\udfff" for c in sample
    )
    return sum(character in FREQUENT for character in beyond) / len(beyond) - 5 * odd / len(sample)


def decode(name: str, data: bytes, hint: str | None = None) -> str:
    """The text of `data` in UTF-8, GB18030, Big5 or UTF-16, `\\r\\n` as `\\n`.

    `hint` is an encoding that the file names itself; it is tried second, after UTF-8. Raises UnreadableFile
    (`encoding`) where none fits, so that wrong characters are never passed on.
    """
    return _decoded(name, data, hint).replace("\r\n", "\n")


def _decoded(name: str, data: bytes, hint: str | None) -> str:
    try:
        for mark, encoding in MARKS:
            if data.startswith(mark):
                return _sound(name, data.decode(encoding))
        if data.count(0) <= max(1, len(data) // 100):
            # a stray NUL is said later; many are every other byte of UTF-16
            return _sound(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    return _best(name, data, hint)


def _sound(name: str, text: str) -> str:
    """`text`, refused where it is full of control characters: bytes of something else."""
    sample = text[:SAMPLE].encode("utf-8", "surrogatepass")
    if len(sample) - len(sample.translate(None, CONTROL)) > max(8, min(len(text), SAMPLE) // 50):
        raise UnreadableFile(name, "format")
    return text


def _candidates(data: bytes, hint: str | None) -> Iterator[str]:
    if hint and hint.lower() in ("gb2312", "gbk", "gb18030", "big5", "big5-hkscs", "utf-16", "utf-16le", "utf-16be"):
        yield {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(hint.lower(), hint)
    yield from ("gb18030", "big5hkscs")
    if len(data) % 2 == 0:
        yield from ("utf-16-le", "utf-16-be")


def _best(name: str, data: bytes, hint: str | None) -> str:
    best, best_score = "", 0.0
    for encoding in _candidates(data, hint):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _score(text)
        if score > best_score:
            best, best_score = text, score
    if best_score < ENOUGH:
        raise UnreadableFile(name, "encoding")
    return best
