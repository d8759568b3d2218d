"""What sort of statement a number makes: a level, a growth, a completion, a share, a ratio or a range."""

from __future__ import annotations

import re
from typing import NamedTuple

from taizhang.claims.context import Place
from taizhang.values.claims import Direction, Kind

UP = "增长|增加|增产|提高|上升|提升|扩大|上涨|攀升|递增|净增|增收|多增|增|升|涨|多|快于|高于|高出|超出|加快|领先|延长|拓宽|新增|抬高|跃升"
DOWN = "负增长|减产|下降|减少|降低|回落|缩小|压减|缩短|收窄|下滑|下跌|下调|削减|递减|减|降|跌|少|低于|慢于|放缓|节约|压缩|负"
RATES = "增速|增幅|涨幅|升幅|增长率|递增率|年均增速"
FALLS = "降幅|降低率|下降率|跌幅"
FILLER = r"(?:了|为|约|近|超过|超|达|均|分别|达到|至少|不低于|高达|幅度|将近|左右|各|突破|逾|名义|实际|均为|分别为|在|均在|以上|逾|又|年均|一般|共|不到|不足|大约|计|接近)"
GROWTH = re.compile(rf"(?<!不)(?:(?P<up>{UP})|(?P<down>{DOWN})){FILLER}{{0,3}}[-+]?$")
GROWTH_RATE = re.compile(rf"(?:(?P<up>{RATES})|(?P<down>{FALLS}))[^,。;%0-9]{{0,10}}$")
LESS_OR_MORE = re.compile(r"(?:[同环]比|[比较][上去]年(?:同期)?)(?:(?P<up>多)|(?P<down>少(?!数)))[一-鿿]{1,4}$")
"""同比少支出: the sign of the change stands before the verb."""
TO_LEVEL = re.compile(rf"(?:{UP}|{DOWN})[了]?(?:到|至|为)[了]?(?:约|近|超过)?$")
NOUN = re.compile(r"(?:增加值|新增|净增长点|增值|增收节支)$")
POPULATION = re.compile(r"(?:人口)?自然增长率|出生率|失业率")
PLAN = (
    r"(?:年度|全年|年初|年|月度|季度|半年|上级|下达|市|县|区|省|总|投资|目标|考核|预期|既定|序时|计划|任务|调整|本年|今年|当年|收入|工作|生产|进度|预算|安排|的|[0-9]{4}年?|数|责任|签约|招商|"
    r"所|定|给|我|镇|乡|五年|规划|总量|指标|要求){0,10}"
)
COMPLETION = re.compile(
    rf"(?:占|为|完成|完成了|达|达到|相当于|是|已完成|实现|超|超过|快于|落后于?|高于|低于){PLAN}(?:计划|任务|目标|预算|指标|进度|要求|规划|总量|任务数|计划数|预算数|目标数)数?(?:的)?(?:约|近|超过)?$"
)
OVER = re.compile(
    r"(?:超额?|超额完成|超|欠|短|差)(?:收|产|序时进度|时间进度|计划|任务|目标|预算|完成|全年|年度|预期|任务的?){1,4}(?:任务|目标|计划|的)?$"
)
DONE_RATE = re.compile(
    r"(?:完成率|任务完成|目标完成率|计划完成|完成计划|完成任务|完成目标|完成预算|完成进度)(?:为|达|达到|均为|均达)?$"
)
COMPARISON = re.compile(
    r"同比|环比|比上|比去|较上|较去|比前|较前|比[0-9]{2,4}年|较[0-9]{2,4}年|比年初|较年初|年均|比同期|比基期|由|从|相比"
)
POINTS = ("个百分点", "百分点", "个点", "个千分点")


class KindOf(NamedTuple):
    kind: Kind
    direction: Direction | None


def _growth(place: Place) -> KindOf | None:
    before = place.before[-30:]
    if TO_LEVEL.search(before):
        return None
    match = GROWTH.search(before) or GROWTH_RATE.search(before) or LESS_OR_MORE.search(before)
    if match and not (match["up"] and NOUN.search(before)):
        return KindOf("growth", "up" if match["up"] else "down")
    return None


def _rate(place: Place) -> KindOf:
    before, unit = place.before, place.quantity.unit
    if COMPLETION.search(before[-40:]) or OVER.search(before[-16:]) or DONE_RATE.search(before[-12:]):
        return KindOf("completion", "down" if re.search(r"落后|低于|欠|差", before[-16:]) else None)
    if POPULATION.search(before[-16:]) and unit not in POINTS:
        return KindOf("share", None)
    if unit not in POINTS and re.search(r"[高低]于$", before[-2:]):
        return KindOf("share", None)
    growth = _growth(place)
    if growth:
        return growth
    if unit in POINTS or unit in ("倍", "番"):
        return KindOf("growth", "up")
    return KindOf("share", None)


def _level(place: Place) -> KindOf:
    growth = _growth(place)
    if not growth:
        return KindOf("level", None)
    before = place.before
    verb = GROWTH.search(before[-30:])
    word = verb.group() if verb else ""
    if re.match(
        r"增收|新增|净增|加快|增$|减$|领先|拓宽|延长|节约|压减|压缩|削减|提升|扩大|高于|低于|超出|多$|少$|升$|降$|负|递",
        word,
    ):
        return growth if COMPARISON.search(before) else KindOf("level", None)
    if place.quantity.unit_kind == "count" and not COMPARISON.search(before) and word.startswith(("增加", "减少")):
        return growth if not re.search(r"岗位|投入|编制|设施", place.right) else KindOf("level", None)
    return growth


def classify(place: Place, previous: KindOf | None) -> KindOf:
    """Kind and direction of one quantity.

    `previous` is that of the number before, where the two are joined by 、 or 和 alone: the second says
    what the first did (`分别增长8.1%、7.2%`).
    """
    quantity = place.quantity
    if previous and previous.kind in ("growth", "completion") and quantity.form == "single":
        return previous
    if quantity.form == "ratio":
        return KindOf("ratio", None)
    if quantity.form == "range" and quantity.unit_kind != "rate":
        return KindOf("range", None)
    if quantity.form == "range":
        growth = _growth(place)
        return KindOf("range", growth.direction if growth else None)
    if quantity.unit_kind == "rate":
        return _rate(place)
    return _level(place)


BASES = (
    ("环比", re.compile(r"环比|比上月|较上月|比上季|较上季|比上个月|较上个月")),
    ("年均", re.compile(r"年均|年平均|每年平均|平均每年")),
    ("比年初", re.compile(r"比年初|较年初|比上年末|较上年末|比上年底|较上年底")),
    ("同比", re.compile(r"同比|比上年|较上年|比去年|较去年|上年同期|去年同期|同口径")),
    ("比基期", re.compile(r"比(?:19|20)[0-9]{2}年|较(?:19|20)[0-9]{2}年|是(?:19|20)[0-9]{2}年")),
)
COMPARABLE = re.compile(r"可比|不变价|剔除|扣除|同口径|价格因素")


def basis(words: str) -> str | None:
    """What the growth in `words` is measured against; None where it does not say."""
    for name, pattern in BASES:
        if pattern.search(words):
            return name
    return None
