"""Third pass: which level a growth, completion or share qualifies, and lists that align in order."""

from __future__ import annotations

import itertools
import re

from taizhang.claims.context import Place
from taizhang.claims.kinds import KindOf

ONLY_CUES = re.compile(
    r"^(?:[,、(;]|同比|环比|比|较|上年|去年|同期|上月|年初|年底|末|底|可比|口径|按|名义|实际|年均|平均|每年|均|分别|净|各|又|也|约|近|超过?|达到?|为|占|完成|全年|年度|年|计划|任务|目标|预算|的|了|是|"
    r"增长|下降|增加|提高|减少|上升|降低|回落|提升|增幅|增速|涨幅|降幅|增|降|升|减|负|实现|已|超额|快于|高于|低于|全市|全县|全省|全国|平均水平|平均|水平|市|县|区|省|镇|下达|上级|预期|序时|进度|时间|位居|列|第|"
    r"剔除|扣除|因素|不变价|价格|后|同口径|投资|责任|年初|总|高出|领先|多|少|缩短|扩大|收|上涨|下跌|一|二|三|四|个百分点|以上|左右|相当于|全部|考核|[0-9]{4}|比重|占比|到|至|至少|分|口|径|数|工作|月|较上|幅度|不低于|力争|确保|预计|[-+])*$"
)
JOINED = re.compile(r"(?:以上|以下|以内|左右|上下)?(?:[、,和及与]|以及|、和)")
"""What stands between the numbers of one list, bound words of the first included."""
DISTRIBUTED = re.compile(r"分别")
FORWARD = re.compile(
    r"^[^,;。]{0,6},(?:总量|总额|总值)?(?:已|将|预计|首次|力争)?(?:达到?|突破|完成|实现|为)(?:了|约|近)?$"
)


def link(text: str, spots: list[Place], kinds: list[KindOf]) -> list[int | None]:
    """For each quantity the index of the level it qualifies, or None."""
    found: list[int | None] = [None] * len(spots)
    for index, (_spot, kind) in enumerate(zip(spots, kinds, strict=True)):
        if kind.kind not in ("growth", "completion", "share"):
            continue
        found[index] = _backward(text, spots, kinds, found, index)
        if found[index] is None and kind.kind == "growth":
            found[index] = _forward(text, spots, kinds, index)
    _align(text, spots, kinds, found)
    return found


def _backward(text: str, spots: list[Place], kinds: list[KindOf], found: list[int | None], index: int) -> int | None:
    spot = spots[index]
    for earlier in range(index - 1, max(-1, index - 5), -1):
        other = spots[earlier]
        if other.quantity.start < spot.statement.start:
            return None
        between = text[spots[earlier].quantity.end : spots[earlier + 1].quantity.start]
        if not _only_cues(between, kinds[index].kind):
            return None
        if (kinds[earlier].kind in ("level", "range") and other.quantity.form == "single") or (
            kinds[earlier].kind == "share" and kinds[index].kind != "share"
        ):
            return None if kinds[index].kind == "share" and not _takes_share(between) else earlier
        if found[earlier] is not None and kinds[earlier].kind in ("growth", "completion", "share"):
            return found[earlier] if kinds[index].kind != "share" or _takes_share(between) else None
    return None


def _only_cues(between: str, kind: str) -> bool:
    if (
        "," not in between
        and kind != "completion"
        and not between.startswith(("(", "、", "比", "同"))
        and between[:1] not in "增下"
    ):
        return False
    if kind == "completion":
        return bool(
            re.match(r"^[,、(]?[^,;。]{0,24}(?:计划|任务|目标|预算|进度|总量|要求|指标)数?(?:的)?(?:约|近)?$", between)
        )
    if kind == "share":
        return _takes_share(between)
    return bool(ONLY_CUES.match(between.lstrip(",")))


def _takes_share(between: str) -> bool:
    return bool(re.match(r"^[,(]?(?:约|分别|只)?占(?!地)[^,;。]{0,24}$", between))


def _forward(text: str, spots: list[Place], kinds: list[KindOf], index: int) -> int | None:
    """`增长9%,达到106亿元`: the level that follows at once."""
    if index + 1 >= len(spots) or kinds[index + 1].kind not in ("level", "share"):
        return None
    between = text[spots[index].quantity.end : spots[index + 1].quantity.start]
    return index + 1 if FORWARD.match(between) else None


def _align(text: str, spots: list[Place], kinds: list[KindOf], found: list[int | None]) -> None:
    """`A、B分别完成x、y,分别增长m、n`: two runs of one length pair in order."""
    runs = _runs(text, spots)
    _align_apart(spots, kinds, found, runs)
    for run, following in itertools.pairwise(runs):
        same = len(run) == len(following) > 1 and spots[run[0]].statement == spots[following[0]].statement
        if not same or any(kinds[i].kind not in ("level", "share") for i in run):
            continue
        if all(kinds[i].kind in ("growth", "completion") for i in following) and DISTRIBUTED.search(
            spots[following[0]].before + spots[run[0]].before
        ):
            between = text[spots[run[-1]].quantity.end : spots[following[0]].quantity.start]
            if len(between) < 20:
                for level, rate in zip(run, following, strict=True):
                    found[rate] = level


def _align_apart(spots: list[Place], kinds: list[KindOf], found: list[int | None], runs: list[list[int]]) -> None:
    """`A达到x,B达到y,分别增长m和n`: the levels stand in clauses of their own."""
    for run in runs:
        count, first = len(run), run[0]
        levels = range(first - count, first)
        if (
            count < 2
            or first < count
            or not DISTRIBUTED.search(spots[first].left)
            or not re.match(r"^[,]?分别", spots[first].left)
        ):
            continue
        if all(kinds[i].kind == "growth" for i in run) and all(
            kinds[i].kind == "level" and spots[i].statement == spots[first].statement for i in levels
        ):
            for level, rate in zip(levels, run, strict=True):
                found[rate] = level


def _runs(text: str, spots: list[Place]) -> list[list[int]]:
    """Maximal runs of quantities joined by 、 和 及."""
    runs: list[list[int]] = []
    for index, spot in enumerate(spots):
        if (
            runs
            and JOINED.fullmatch(text[spots[index - 1].quantity.end : spot.quantity.start])
            and runs[-1][-1] == index - 1
        ):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


LIST_HEAD = re.compile(
    r"(?P<names>[^,;。:]{2,60})分别(?:(?:同比|比上年|可比|预计|将|累计|年均|平均)?(?:是|为|达到?|约|完成|实现|增长|下降|增加|提高|占|到|超过|突破|降低|减少|上升|[^0-9,;。、]{0,6}))$"
)
MEASURED = re.compile(
    r"(?:收入|支出|产值|增加值|总额|额|率|量|面积|投资|利润|税收|出口|进口|人数|余额|值|重|能力|里程|价格|数|长度)$"
)


def distributed_names(spot: Place, count: int) -> list[str] | None:
    """The `count` names before 分别, in order, each with the measure that the last one names for all.

    None where the list does not have as many.
    """
    match = LIST_HEAD.search(spot.before)
    if not match:
        return None
    names = [name for name in re.split(r"、|以及|和|及|与", match["names"]) if name]
    if len(names) != count:
        return None
    if MEASURED.search(names[-1]) and not any(MEASURED.search(name) for name in names[:-1]):
        first = names[0].lstrip("对向与和")
        if names[-1][0] in "一二三四" and all(name in "一二三四" for name in names[:-1]):
            return [name[0] + names[-1][1:] for name in names]
        if names[-1][0] in "一二三四" and first[0] == "第":
            return [f"第{name.removeprefix('第')[0]}{names[-1][1:]}" for name in names]
        shared = names[-1].rfind(first[-2:])
        tail = names[-1][shared + 2 :] if shared >= 0 else names[-1][len(first) :]
        names[:-1] = [name + tail for name in names[:-1]]
    return names


def runs_of(text: str, spots: list[Place]) -> list[list[int]]:
    return [run for run in _runs(text, spots) if len(run) > 1]
