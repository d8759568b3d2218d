"""First pass: every number with its unit and bound, and nothing of what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from taizhang.claims.figures import Quantity, in_quotes, is_counted, is_date
from taizhang.packs import common_units
from taizhang.values.claims import Bound
from taizhang.wording.figures import (
    AFTER,
    AFTER_STARTS,
    AFTER_WORD,
    ARTICLE_NOUN,
    BEFORE_NUMERAL_UNITS,
    BEFORE_WORD,
    BOUND_ENDS,
    BOUNDS,
    BUILDS,
    HALF_MORE,
    INNER,
    LATIN,
    MASKED,
    NAME_BY_NUMERAL,
    NOT_BOUND,
    NOT_COUNTED,
    NUMERAL_UNITS,
    ORDINAL,
    PER,
    RANGE,
    RANGE_STARTS,
    RATIO,
    SCALE,
    SCAN,
    STAMP,
    TRAILING,
)
from taizhang.wording.numerals import number


class Scanner:
    """Reads the quantities of one dense text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units = common_units()
        self.longest = max(map(len, self.units))
        self.first = frozenset(unit[0] for unit in self.units)
        self.names = frozenset(NAME_BY_NUMERAL.findall(text))

    def quantities(self) -> Iterator[Quantity]:
        position = 0
        for match in SCAN.finditer(self.text):
            if match.start() < position:
                continue
            kind = match.lastgroup
            if kind == "numeral":
                end = match.end()
                if match.group() != "零" and self.text[end : end + 1] not in BEFORE_NUMERAL_UNITS:
                    continue
            elif kind == "figure" and (stamp := self._stamp(match)):
                position = stamp
                continue
            found = self._read(match)
            if found is not None:
                yield found
                position = found.end

    def _stamp(self, match: re.Match[str]) -> int | None:
        """The end of a date or time stamp that begins here; most figures show by their next sign that none does."""
        end = match.end()
        if self.text[end : end + 1] not in ("-", "/", ".", ":") and "." not in match.group():
            return None
        stamp = STAMP.match(self.text, match.start())
        return stamp.end() if stamp else None

    def _read(self, match: re.Match[str]) -> Quantity | None:
        kind = match.lastgroup
        if kind == "figure":
            return self._figure(match)
        if kind == "numeral":
            return self._numeral(match)
        if match["half"]:
            half = self._quantity(match.start(), match.end(), "0.5", "single", False)
            return half if half.unit in NUMERAL_UNITS else None
        if match["percent"]:
            return self._percent(match)
        if match["double"]:
            return self._double(match)
        if kind == "mask":
            return self._mask(match)
        return self._bare_scale(match) if kind == "scale" else self._lost(match)

    def unit_at(self, position: int) -> tuple[str, int]:
        """The longest unit at `position` and its end; ("", position) where there is none."""
        words = self.text[position : position + self.longest]
        if words[:1] in self.first:
            for length in range(len(words), 0, -1):
                if words[:length] in self.units:
                    return words[:length], position + length
        return "", position

    def _tail(self, position: int) -> tuple[str, str, int, bool]:
        """Scale, unit, end and whether an inner 余/多 stood there, from just after a number."""
        text, inner = self.text, False
        if position < len(text) and INNER.match(text, position):
            inner, position = True, position + 1
        scale = SCALE.match(text, position)
        scale_word = ""
        if scale:
            scale_word, position = scale.group(), scale.end()
        if not inner and position < len(text) and INNER.match(text, position):
            after, _ = self.unit_at(position + 1)
            if after or scale_word:
                inner, position = True, position + 1
        unit, end = self.unit_at(position)
        if not unit and not scale_word:
            return "", "", position, inner
        per = PER.match(text, end) if unit else None
        if per and unit + per.group() not in self.units:
            return scale_word, unit + per.group(), per.end(), inner
        return scale_word, unit, end, inner

    def _bound(self, start: int, end: int, inner: bool) -> Bound:
        following = self.text[end : end + 1]
        if following in AFTER_STARTS:
            after = AFTER_WORD.match(self.text, end)
            if after and after["word"] in AFTER:
                return AFTER[after["word"]]  # type: ignore[return-value]
            if TRAILING.match(self.text, end):
                return ">"
        before = (
            BEFORE_WORD.search(self.text, max(0, start - 6), start)
            if self.text[start - 1 : start] in BOUND_ENDS
            else None
        )
        if before and (
            len(before.group()) > 1 or not NOT_BOUND.search(self.text, max(0, before.start() - 1), before.start())
        ):
            return BOUNDS[int(str(before.lastgroup)[1:])]
        return ">" if inner else "="

    def _quantity(self, start: int, number_end: int, value: str | None, form: str, core: bool) -> Quantity:
        scale, unit, end, inner = self._tail(number_end)
        if not scale and not unit:
            end = number_end
            inner = False
        base = unit.split("/")[0]
        entry = self.units.get(unit) or self.units.get(base)
        unit_kind, factor = (entry.kind, entry.factor) if entry else ("", Decimal(1))
        if "/" in unit and unit not in self.units:
            unit_kind += "/" + unit.split("/", 1)[1]
        for sign in scale:
            factor *= {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[sign]
        if unit and value and form == "single" and HALF_MORE.match(self.text, end):
            value, end = str(Decimal(value) + Decimal("0.5")), end + 1
        return Quantity(start, end, value, scale + unit, self._bound(start, end, inner), unit_kind, factor, form, core)

    def _figure(self, match: re.Match[str]) -> Quantity | None:
        text, start, end = self.text, match.start(), match.end()
        before = text[max(0, start - 4) : start]
        if (
            text[end : end + 1] in ("°", "′", "/")
            and text[end : end + 2] not in ("/平",)
            and not text[end : end + 1].isalpha()
            and (text[end] != "/" or text[end + 1 : end + 2].isdigit())
        ):
            return None
        if before[-1:] == "/" or in_quotes(text, start, end):
            return None
        if LATIN.search(before) or ORDINAL.search(before) or is_date(text, start):
            return None
        following = text[end : end + 1]
        masked = MASKED.match(text, end) if following in "xX×*" else None
        if masked and following:
            return self._quantity(start, masked.end(), None, "single", True)
        ratio = RATIO.match(text, end) if following == ":" else None
        if ratio and self._is_ratio(start, ratio.end()):
            return self._quantity(start, ratio.end(), text[start : ratio.end()], "ratio", True)
        wide = RANGE.match(text, end) if following in RANGE_STARTS else None
        if wide and self._is_range(wide):
            value = f"{match.group().replace(',', '')}—{wide['second'].replace(',', '')}"
            return self._quantity(start, wide.end(), value, "range", True)
        quantity = self._quantity(start, end, match.group().replace(",", ""), "single", True)
        return quantity if is_counted(text, quantity) else None

    def _is_ratio(self, start: int, end: int) -> bool:
        """Parts that make up a whole, or a 比 in front; else three parts are a time of day."""
        parts = [Decimal(part.replace(",", "")) for part in self.text[start:end].split(":")]
        if len(parts) > 2 and 98 <= sum(parts) <= 102:
            return True
        return bool(re.search(r"比|结构|构成", self.text[max(0, start - 40) : start]))

    def _is_range(self, wide: re.Match[str]) -> bool:
        _, unit, _, _ = self._tail(wide.end())
        after_to = self.text[wide.start() : wide.start("second")]
        if "到" in after_to or "至" in after_to:
            return bool(unit) and unit not in ("年",)
        return bool(unit)

    def _percent(self, match: re.Match[str]) -> Quantity | None:
        if match["percentage"]:
            value = match["percentage"]
        else:
            whole = number(match["over"])
            if whole is None:
                return None
            part = "".join(str(number(c)) for c in match["part"] or "")
            value = f"{whole}.{part}" if part else str(whole)
        start, end = match.span()
        return Quantity(
            start,
            end,
            value,
            "%",
            self._bound(start, end, False),
            "rate",
            Decimal(1),
            "single",
            bool(match["percentage"]),
        )

    def _double(self, match: re.Match[str]) -> Quantity | None:
        times = match["times"]
        value = "1" if not times else times if times.isascii() else str(number(times))
        start, end = match.span()
        return Quantity(start, end, value, "番", "=", "rate", Decimal(0), "single", bool(times and times.isascii()))

    def _mask(self, match: re.Match[str]) -> Quantity | None:
        start = match.start()
        if start and self.text[start - 1].isascii() and self.text[start - 1].isalnum():
            return None
        quantity = self._quantity(start, match.end(), None, "single", True)
        return (
            quantity
            if quantity.unit
            and quantity.unit
            not in (
                "年",
                "村",
                "镇",
                "乡",
                "县",
                "市",
                "区",
                "省",
                "级",
                "园",
                "院",
                "馆",
                "店",
                "校",
                "厂",
                "组",
                "站",
                "班",
                "期",
                "国",
            )
            else None
        )

    def _numeral(self, match: re.Match[str]) -> Quantity | None:
        text, (start, end) = self.text, match.span()
        if ORDINAL.search(text, max(0, start - 3), start) or NOT_COUNTED.match(text, end):
            return None
        if (self.names and text[start : start + 3] in self.names) or in_quotes(text, start, end):
            return None
        numeral = match["numeral"]
        if "点" in numeral:
            return self._numeral_point(start, numeral)
        if numeral == "零":
            return self._zero(start, end)
        scale, unit, stop, _ = self._tail(end)
        if re.fullmatch(r"[百千]{1,2}", numeral) and (scale or unit):
            return self._threshold(start, numeral)
        if unit == "" and text[end : end + 1] == "大" and len(numeral) == 1 and number(numeral) not in (None, 1):
            return self._big(start, end, numeral)
        return self._counted(start, end, numeral, scale, unit, stop)

    def _counted(self, start: int, end: int, numeral: str, scale: str, unit: str, stop: int) -> Quantity | None:
        """A numeral before a measure word (三个, 两百余户); 级 counts only behind a list (镇、村、组三级)."""
        text = self.text
        if "级" in (unit, text[end : end + 1]):
            if not re.search(r"、[^、,。;]{1,4}$", text[max(0, start - 6) : start]):
                return None
        elif unit.split("/", maxsplit=1)[0] not in NUMERAL_UNITS:
            return None
        value = number(numeral)
        if value is not None and scale and re.search(r"[万亿]", numeral):
            # 三亿五千万平方米: the last 万 belongs to the unit, so the value counts in it
            high, low = re.split(r"[万亿]", numeral, maxsplit=1)
            value = (number(high) or 0) * 10_000 + (number(low.lstrip("零〇")) or 0)
        if value is None or (value == 1 and not scale and not self._one(start, stop)):
            return None
        return self._quantity(start, end, str(value), "single", False)

    def _numeral_point(self, start: int, numeral: str) -> Quantity | None:
        whole, _, part = numeral.partition("点")
        value = number(whole)
        _, unit, _, _ = self._tail(start + len(numeral))
        if value is None or not unit:
            return None
        digits = "".join(str(number(c)) for c in part)
        return self._quantity(start, start + len(numeral), f"{value}.{digits}", "single", False)

    def _zero(self, start: int, end: int) -> Quantity | None:
        if re.compile(r"事故|上访|增长|投诉|差错|死亡|伤亡|案件|感染|新增|非访|舆情|进京|发案|火灾|失误").match(
            self.text, end
        ):
            return Quantity(start, end, "0", "", "=", "", Decimal(1), "single", False)
        return None

    def _big(self, start: int, end: int, numeral: str) -> Quantity | None:
        if re.compile(
            r"大(?:攻坚战|战役|革命|战略|历史|讨论|会|精神|报告|局|代表|常委|以来|差别|关系|优势互补|发展理念|理念)"
        ).match(self.text, end):
            return None
        return Quantity(start, end, str(number(numeral)), "", "=", "", Decimal(1), "single", False)

    def _one(self, start: int, end: int) -> bool:
        """一 counts where it follows its noun (`小区一处`) or a verb of building; else it is an article."""
        text = self.text
        if text[end - 1] in "成倍":
            return True
        if ARTICLE_NOUN.match(text, end) and re.search(r"[一-鿿]{2}$", text[max(0, start - 2) : start]):
            return text[end - 1] in "处座个所家台套条项辆栋眼口支" and not re.search(
                r"(?:每|任何|这|那|统|第|同|逐)$", text[max(0, start - 1) : start]
            )
        return text[end - 1] in "座所栋处条家" and bool(BUILDS.search(text, max(0, start - 4), start))

    def _threshold(self, start: int, numeral: str) -> Quantity | None:
        """千万元, 百亿元, 近千人: a scale that stands for its own number."""
        _scale, unit, _, _ = self._tail(start + len(numeral))
        if unit not in NUMERAL_UNITS or (
            unit in ("个", "人", "户") and not BEFORE_WORD.search(self.text, max(0, start - 4), start)
        ):
            return None
        if self.text[start - 1 : start] in ("数", "几", "成", "上"):
            return None
        return self._quantity(start, start + len(numeral), str(number(numeral)), "single", False)

    def _bare_scale(self, match: re.Match[str]) -> Quantity | None:
        """亿元 in 过亿元 and 亿元以上, or an amount whose digits were lost (投资万元)."""
        text, (start, end) = self.text, match.span()
        unit, stop = self.unit_at(end)
        if not unit or re.search(r"[0-9每单数几]$", text[max(0, start - 1) : start]):
            return None
        entry = self.units[unit]
        factor = (
            entry.factor
            * (10_000 if match["scale"][-1] == "万" else 100_000_000)
            * (10_000 if len(match["scale"]) == 2 else 1)
        )
        bound = self._bound(start, stop, False)
        if bound != "=":
            return Quantity(start, stop, "1", match["scale"] + unit, bound, entry.kind, factor, "single", False)
        lost = re.compile(r"(?:投资|资金|收入|产值|完成|投入|补助|补贴|税收|实现|合同|达|争取|达到)$").search(
            text, max(0, start - 2), start
        )
        if lost and match["scale"] == "万" and entry.kind in ("money", "usd"):
            return Quantity(start, stop, None, match["scale"] + unit, "=", entry.kind, factor, "single", True)
        return None

    def _lost(self, match: re.Match[str]) -> Quantity | None:
        """新修渠余米: the bound word stands, its number does not."""
        text, start = self.text, match.start()
        if match.group() != "余" or not re.search(r"[一-鿿]$", text[max(0, start - 1) : start]):
            return None
        if re.search(r"[其业剩结节富盈多有劳之年月十百千万亿残宽]$", text[max(0, start - 1) : start]):
            return None
        scale, unit, end, _ = self._tail(start)
        if not unit or unit not in NUMERAL_UNITS or unit in ("人", "个", "名"):
            return None
        entry = self.units[unit]
        return Quantity(start, end, None, scale + unit, ">", entry.kind, entry.factor, "single", True)
