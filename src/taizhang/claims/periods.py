"""Periods as a report words them: the one that governs each place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left

NUMERAL = "一二三四五六七八九十两几"
YEAR = r"(?:(?:(?:19|20)[0-9]{2}|[一二][九〇零][〇零一二三四五六七八九]{2})年)"
MONTHS = r"[0-9]{1,2}(?:[-—–~～至到][0-9]{1,2})?月(?:份|底|末|初)?"
SPAN = rf"(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,2}})年"
PERIOD = re.compile(
    r"(?=[0-9“一二三四五六七八九十两几截自今去上下明本当前第全年过近未最这任目每年])(?:"
    + "|".join(
        (
            rf"(?:截至|截止到|截止|截至到)(?:目前|现在|{YEAR}?(?:{MONTHS}(?:[0-9]{{1,2}}日)?|年底|末|底)|今年{MONTHS}|当前|[0-9]{{4}}年?(?:底|末)?)",
            rf"自(?:去年|今年|上年|{YEAR})(?:{MONTHS}|年初)?(?:以来)?",
            r"(?:19|20)[0-9]{2}[-—–~～至到](?:19|20)[0-9]{2}年",
            rf"{YEAR}(?:上半年|下半年|全年|前[三二]?季度|[一二三四]季度|第[一二三四]季度|{MONTHS}|以来|底|末|初|度)?",
            r"“?十[一二三四五]?五”?(?:时期|期间|期末|以来)",
            r"(?:今年|去年|上年|明年|本年|当年)(?:上半年|下半年|全年|以来|底|末|[一二三前]季度|" + MONTHS + ")?",
            r"前[三二]季度|(?:第)?[一二三四]季度|上半年|下半年|全年|年初以来|年内|每年|年终|年末|年底(?!前)|本季度",
            rf"(?:(?<![已经])过去|近|前|今后|未来|最近|这)(?:的)?{SPAN}(?:来|间)?|{SPAN}(?:来|间)(?!隔)|本届政府(?:以来|任期内)?|任期内",
            r"目前|截至目前|截止目前|当前(?=[^形经工]|$)",
            rf"(?<![0-9年]){MONTHS}(?:[-—–~～至到]{MONTHS})?(?!前|[0-9])",
        )
    )
    + ")"
)
NOT_A_PERIOD = re.compile(r"(?:计划|任务|目标|预算|指标|序时|投资计划|目标任务|工作任务|预期)")
COMPARED = re.compile(r"(?:比|较|与|同|超|高于|低于|超过|相比)$")
FROM = re.compile(r"[由从]$")
OLD_VALUE = re.compile(r"的[^,。;0-9]{0,6}[0-9.]{1,12}")
"""`由上年的8.9%提高到9.2%`: the period belongs to the old value alone."""
TIMES = re.compile(r"的(?:近|约)?[0-9.]{1,6}(?:倍|和|、)|的[一二两三四五六七八九十]{1,2}倍")


class Periods:
    """The periods named in one dense text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: list[int] = []
        self.names: list[tuple[int, str]] = []
        self.limits: list[int] = []
        for match in PERIOD.finditer(text):
            if self._names_one(match):
                self.ends.append(match.end())
                self.names.append((match.start(), match.group()))
                once = (
                    OLD_VALUE.match(text, match.end())
                    if FROM.search(text, max(0, match.start() - 1), match.start())
                    else None
                )
                self.limits.append(once.end() if once else len(text))

    def _names_one(self, match: re.Match[str]) -> bool:
        text, start, end = self.text, match.start(), match.end()
        if COMPARED.search(text, max(0, start - 2), start) or text[end : end + 2] in ("同期", "末的", "同比", "相比"):
            return False
        if TIMES.match(text, end):
            return False
        if NOT_A_PERIOD.match(text, end) or (text[end : end + 1] in ("的",) and NOT_A_PERIOD.match(text, end + 1)):
            return False
        if match.group()[-1] == "月" and text[end : end + 1].isdigit():
            return False
        return not (match.group()[0].isdigit() and start and text[start - 1] in "个每")

    def last_between(self, start: int, end: int) -> str | None:
        """The last period named inside `[start, end)`."""
        index = bisect_left(self.ends, end + 1) - 1
        while index >= 0 and self.names[index][0] >= start:
            if end <= self.limits[index]:
                return self.names[index][1]
            index -= 1
        return None
