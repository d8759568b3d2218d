"""First pass: every number with its unit and bound, and nothing of what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.packs import common_units
from taizhang.values.claims import Bound
from taizhang.wording.numerals import number

FIGURE = r"[0-9]{1,15}(?:,[0-9]{3}(?![0-9])){0,4}(?:\.[0-9]{1,8})?"
MASK = r"[xX×＊*□○]{1,8}(?:\.[0-9]{1,4})?|[0-9]{1,6}[xX×*]{1,6}"
NUMERAL = "零一二三四五六七八九十百千两〇"
SCAN = re.compile(
    rf"(?P<percent>百分之(?:(?P<over>[{NUMERAL}]{{1,6}})(?:点(?P<part>[{NUMERAL}]{{1,4}}))?|(?P<percentage>{FIGURE})))"
    r"|(?P<double>翻(?:[了近]|一番)?(?P<times>[0-9一两二三四五])?番?(?:半)?(?<=番))"
    rf"|(?P<figure>{FIGURE})"
    r"|(?P<mask>[xX×＊*□]{1,8}(?:\.[0-9]{1,4})?)"
    rf"|(?P<numeral>(?:[{NUMERAL}]{{1,9}}[万亿](?=[{NUMERAL}]))?[{NUMERAL}]{{1,9}}(?:点[零一二三四五六七八九]{{1,3}})?)"
    r"|(?P<scale>[万亿]{1,2})(?=[元美千人户亩吨])"
    r"|(?P<lost>[余多](?=[元亩米公平株棵户人个吨头万处座]))"
)
RANGE = re.compile(rf"(?:%|个百分点)?(?:[—–~～至-]{{1,2}}|到)(?P<second>{FIGURE})")
RATIO = re.compile(rf"(?:[:]{FIGURE}){{1,6}}")
AFTER = {"以上": ">=", "及以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "左右": "~", "上下": "~", "之上": ">="}
AFTER_WORD = re.compile(r"(?:人民币)?(?P<word>以上|及以上|以下|以内|之内|左右|上下|之上|大关)")
TRAILING = re.compile(r"[多余](?![种个家项元户人条次亩样形])")
NAME_BY_NUMERAL = re.compile(rf"[{NUMERAL}](?:座|条|家|道|门|棵|间|口|里|支|盘)[一-鿿](?=水库|村|镇|乡|河|沟|湖|山|桥(?!梁))")
BEFORE = {
    "~": ("约", "近", "大约", "约为", "大概", "将近", "接近", "约计", "约达", "近达"),
    ">": ("超过", "超", "突破", "过", "逾", "多达", "高于", "大于", "突破了", "超过了", "超出", "破"),
    ">=": ("不低于", "不少于", "至少", "不小于", "达到或超过", "不下"),
    "<": ("不足", "低于", "小于", "少于", "不到", "未达到"),
    "<=": ("不超过", "不高于", "至多", "控制在", "不大于", "不突破"),
}
BEFORE_WORD = re.compile(
    "(?:" + "|".join(f"(?P<b{i}>{'|'.join(sorted(words, key=len, reverse=True))})" for i, words in enumerate(BEFORE.values())) + ")$"
)
BOUNDS: list[Bound] = ["~", ">", ">=", "<", "<="]
NOT_BOUND = re.compile(r"(?:最|附|邻|贴|亲|经|通|度|不|越|悔|走|临|相)$")
SCALE = re.compile(r"[十百千]?[万亿]{1,2}|[百千](?![瓦米克伏卡])")
INNER = re.compile(r"[余多几来]")
PER = re.compile(r"/(?:人·年|人|年|月|日|天|小时|平方米|平方公里|立方米|公里|亩|户|吨|头|千瓦时|度|升|秒|次|斤|公斤|台|车|辆|间|套|个|km2|m3|h|GDP|万元|台班|棵|株)")
YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:年|[-—–~～至/.到](?:19|20)?[0-9]{2}(?:年|(?![0-9.%万亿个]))|[./-][0-9]{1,2}[./-])")
DATE = re.compile(r"[0-9]{1,4}(?:[-—–~～至到、.][0-9]{1,2})?(?:月(?!度)|日(?!均|处|产|供)|号|时(?!间)|年代|世纪|届|版|期工程|期项目|期)|[0-9]{1,2}:[0-9]{2}(?![:0-9])")
NAMED = re.compile(r"[0-9]{1,6}(?:省道|国道|县道|乡道|线|高速|热线|号|路|工程|A|G(?!W)|K(?![Ww])|[Dd](?=打)|·|\+|级|[#＃]|计划|行动|模式|制(?!造)|式(?!各)|院|型)")
WIDE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9.])")
LATIN = re.compile(r"[A-Za-z+·#〔\[_@.]$")
ORDINAL = re.compile(r"(?:第|列|名列第|居第|No\.?|编号)$")
LISTED = re.compile(r"[0-9]{1,2}(?:[、)]|\.(?![0-9]))")
SPAN_OF_YEARS = re.compile(r"(?:近|(?<![已经])过去|前|今后|未来|这|最近|此后|往后|后|以往|头)$")
NUMERAL_UNITS = frozenset(
    "个 家 处 户 项 名 人 人次 条 座 所 件 起 批 次 场 口 眼 台 套 辆 部 栋 幢 间 株 头 只 块 片 支 门 张 艘 例 盏 轮 类 倍 成 亩 元 公里 米 "
    "吨 公斤 斤 平方米 平方公里 千瓦 天 小时 个月 美元 种 公顷 千米 班 篇 本 册 幅 道 对 户次 台次 批次 场次 个百分点 % 千瓦时 度 组 份 担 立方米".split()
)
NOT_COUNTED = re.compile(
    r"(?:个)?(?:意识|自信|翻番|起来|维护|代表|确立|全面|文明(?!生态村|村|单位)|必接|统筹|基本点|有利于|率先|务必|必须|离不开|不愁|保障(?!房|性)|突破|不放过|百年|产业|会议|全会|农|资|公(?!里)|侧|岸|旁|边|端|手|世界|方面|阶段|人民|一起|化|新台阶|"
    r"中心|体系|层次|台阶|体(?!育)|会|代会|五年|年计划|年规划|共同|结合|到位|战略|次产业|次会议|次全会|次党代|再|更|极|好|重点|面|主体|角|轮驱动|委|免|降|补|优|提|到|不|个月内)"
)
ARTICLE_NOUN = re.compile(r"[,。;、:!?\n)”]|$|和|以及")
BUILDS = re.compile(r"(?:新建|建成|建设|建|修建|新增|改建|扩建|兴建|购置|新购|打造了|完成|引进|成立|设立|架设|铺设|开通)了?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` of the dense text: a number, its unit and bound."""

    start: int
    end: int
    value: str | None
    unit: str
    bound: Bound
    unit_kind: str
    factor: Decimal
    form: str
    """`single`, `range` or `ratio`."""
    core: bool


class Scanner:
    """Reads the quantities of one dense text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units = common_units()
        self.longest = max(map(len, self.units))
        self.names = frozenset(NAME_BY_NUMERAL.findall(text))

    def quantities(self) -> Iterator[Quantity]:
        position = 0
        for match in SCAN.finditer(self.text):
            if match.start() < position:
                continue
            found = self._read(match)
            if found is not None:
                yield found
                position = found.end

    def _read(self, match: re.Match[str]) -> Quantity | None:
        kind = match.lastgroup if match.lastgroup not in ("over", "part", "percentage", "times") else None
        if match["percent"]:
            return self._percent(match)
        if match["double"]:
            return self._double(match)
        if match["figure"]:
            return self._figure(match)
        if kind == "mask":
            return self._mask(match)
        if kind == "numeral":
            return self._numeral(match)
        return self._bare_scale(match) if kind == "scale" else self._lost(match)

    def unit_at(self, position: int) -> tuple[str, int]:
        """The longest unit at `position` and its end; ("", position) where there is none."""
        for length in range(min(self.longest, len(self.text) - position), 0, -1):
            word = self.text[position : position + length]
            if word in self.units:
                return word, position + length
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
        after = AFTER_WORD.match(self.text, end)
        if after and after["word"] in AFTER:
            return AFTER[after["word"]]  # type: ignore[return-value]
        if TRAILING.match(self.text, end):
            return ">"
        before = BEFORE_WORD.search(self.text, max(0, start - 6), start)
        if before and not NOT_BOUND.search(self.text, max(0, before.start() - 1), before.start()):
            return BOUNDS[int(str(before.lastgroup)[1:])]
        return ">" if inner else "="

    def _quantity(self, start: int, number_end: int, value: str | None, form: str, core: bool) -> Quantity:
        scale, unit, end, inner = self._tail(number_end)
        if not scale and not unit:
            end = number_end + (1 if inner and False else 0)
            inner = False
        base = unit.split("/")[0]
        entry = self.units.get(unit) or self.units.get(base)
        unit_kind, factor = (entry.kind, entry.factor) if entry else ("", Decimal(1))
        if "/" in unit and unit not in self.units:
            unit_kind += "/" + unit.split("/", 1)[1]
        for sign in scale:
            factor *= {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[sign]
        return Quantity(start, end, value, scale + unit, self._bound(start, end, inner), unit_kind, factor, form, core)

    def _figure(self, match: re.Match[str]) -> Quantity | None:
        text, start, end = self.text, match.start(), match.end()
        before = text[max(0, start - 4) : start]
        if text[end : end + 1] in ("°", "′", "/") and text[end : end + 2] not in ("/平",) and not text[end : end + 1].isalpha() and (text[end] != "/" or text[end + 1 : end + 2].isdigit()):
            return None
        if before[-1:] == "/" or self._in_quotes(start, end):
            return None
        if LATIN.search(before) or ORDINAL.search(before) or self._is_date(start):
            return None
        masked = re.compile(r"[xX×*]{1,6}").match(text, end)
        if masked:
            return self._quantity(start, masked.end(), None, "single", True)
        ratio = RATIO.match(text, end)
        if ratio and (ratio.group().count(":") > 1 or "比" in text[max(0, start - 8) : start]):
            return self._quantity(start, ratio.end(), text[start : ratio.end()], "ratio", True)
        wide = RANGE.match(text, end)
        if wide and self._is_range(start, wide):
            value = f"{match.group().replace(',', '')}—{wide['second'].replace(',', '')}"
            return self._quantity(start, wide.end(), value, "range", True)
        quantity = self._quantity(start, end, match.group().replace(",", ""), "single", True)
        return quantity if self._is_counted(quantity) else None

    def _in_quotes(self, start: int, end: int) -> bool:
        """A number in a short quoted name or slogan: “1234”思路, “23.7”暴雨, “过10亿”目标; `[1]` is a footnote's mark."""
        text = self.text
        if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
            return True
        opened = max(text.rfind("“", max(0, start - 12), start), text.rfind("‘", max(0, start - 12), start))
        if opened < 0 or text.find("”", opened, start) >= 0:
            return False
        closed = text.find("”", end, end + 10)
        return closed >= 0 and closed - opened <= 14

    def _is_range(self, start: int, wide: re.Match[str]) -> bool:
        _, unit, _, _ = self._tail(wide.end())
        after_to = self.text[wide.start() : wide.start("second")]
        if "到" in after_to or "至" in after_to:
            return bool(unit) and unit not in ("年",)
        return bool(unit)

    def _is_date(self, start: int) -> bool:
        text = self.text
        if YEAR.match(text, start) or NAMED.match(text, start):
            return True
        date = DATE.match(text, start)
        if date:
            return True
        line_start = start == 0 or text[start - 1] in "\n" or (text[start - 1] == "(" and LISTED.match(text, start) is not None)
        return bool((line_start or text[start - 1] in "。;") and LISTED.match(text, start))

    def _is_counted(self, quantity: Quantity) -> bool:
        text, start = self.text, quantity.start
        if quantity.unit == "年":
            digits = text[start : quantity.end - 1]
            if re.match(r"[089][0-9]$|[0-9]{4}$", digits) or SPAN_OF_YEARS.search(text, max(0, start - 3), start):
                return False
            if text[quantity.end : quantity.end + 1] == "前" and text[start - 1 : start] in ("比", "较"):
                return False
            return not re.match(r"来|间(?!隔)|以来|内|度|期(?!限)|级|生|行动|规划", text[quantity.end : quantity.end + 2])
        if quantity.unit == "周年":
            return False
        if quantity.unit == "":
            if WIDE_YEAR.match(text, start) and quantity.end - start == 4:
                return False
            after = text[quantity.end : quantity.end + 1]
            return after not in (")", "-", "—", "/", "、", "）") and not (after.isascii() and after.isalpha()) and after != "."
        return True

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
        return Quantity(start, end, value, "%", self._bound(start, end, False), "rate", Decimal(1), "single", bool(match["percentage"]))

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
        return quantity if quantity.unit and quantity.unit not in ("年", "村", "镇", "乡", "县", "市", "区", "省", "级", "园", "院", "馆", "店", "校", "厂", "组", "站", "班", "期", "国") else None

    def _numeral(self, match: re.Match[str]) -> Quantity | None:
        text, (start, end) = self.text, match.span()
        if ORDINAL.search(text, max(0, start - 3), start) or NOT_COUNTED.match(text, end):
            return None
        numeral = match["numeral"]
        if self.names and text[start : start + 3] in self.names:
            return None
        if "点" in numeral:
            return self._numeral_point(start, numeral)
        trailing = re.search(r"[百千]{1,2}$", numeral)
        scale, unit, stop, _inner = self._tail(end)
        if numeral == "零":
            return self._zero(start, end)
        if trailing and len(numeral) == len(trailing.group()) and (scale or unit):
            return self._threshold(start, numeral)
        if unit == "" and text[end : end + 1] == "大" and number(numeral) not in (None, 1) and len(numeral) == 1:
            return self._big(start, end, numeral)
        if "级" in (unit, text[end : end + 1]):
            listed = re.search(r"、[^、,。;]{1,4}$", text[max(0, start - 6) : start])
            if not listed:
                return None
        elif unit.split("/")[0] not in NUMERAL_UNITS or (not scale and not unit):
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
        if re.compile(r"事故|上访|增长|投诉|差错|死亡|伤亡|案件|感染|新增|非访|舆情|进京|发案|火灾|失误").match(self.text, end):
            return Quantity(start, end, "0", "", "=", "", Decimal(1), "single", False)
        return None

    def _big(self, start: int, end: int, numeral: str) -> Quantity | None:
        if re.compile(r"大(?:攻坚战|战役|革命|战略|历史|讨论|会|精神|报告|局|代表|常委|以来|差别|关系|优势互补|发展理念|理念)").match(self.text, end):
            return None
        return Quantity(start, end, str(number(numeral)), "", "=", "", Decimal(1), "single", False)

    def _one(self, start: int, end: int) -> bool:
        """一 counts where it follows its noun (`小区一处`) or a verb of building; else it is an article."""
        text = self.text
        if ARTICLE_NOUN.match(text, end) and re.search(r"[一-鿿]{2}$", text[max(0, start - 2) : start]):
            return text[end - 1] in "处座个所家台套条项辆栋眼口支" and not re.search(r"(?:每|任何|这|那|统|第|同|逐)$", text[max(0, start - 1) : start])
        return text[end - 1] in "座所栋处条家" and bool(BUILDS.search(text, max(0, start - 4), start))

    def _threshold(self, start: int, numeral: str) -> Quantity | None:
        """千万元, 百亿元, 近千人: a scale that stands for its own number."""
        scale, unit, _, _ = self._tail(start + len(numeral))
        if unit not in NUMERAL_UNITS or unit in ("个", "人", "户") and not BEFORE_WORD.search(self.text, max(0, start - 4), start):
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
        factor = entry.factor * (10_000 if match["scale"][-1] == "万" else 100_000_000) * (10_000 if len(match["scale"]) == 2 else 1)
        bound = self._bound(start, stop, False)
        if bound != "=":
            return Quantity(start, stop, "1", match["scale"] + unit, bound, entry.kind, factor, "single", False)
        lost = re.compile(r"(?:投资|资金|收入|产值|完成|投入|补助|补贴|税收|实现|合同|达|争取|达到)$").search(text, max(0, start - 2), start)
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
