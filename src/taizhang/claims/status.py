"""Whether a number is done, foreseen or planned: cues, their reach, and the section's role."""

from __future__ import annotations

import re

from taizhang.claims.context import Place
from taizhang.values.claims import Status

EXPECTED = re.compile(r"预计|预期可|有望|预测")
VERBS = (
    "达|完成|实现|新建|新增|建成|建设|投资|突破|超过|增长|增加|于|在|继续|再|重点|全面|陆续|投入|启动|开工|实施|使|争取|力争|有|从|由|提高|提升|形成|带动|解决|可|按|对|依托|打造|推进|"
    "发展|改造|引进|安排|达成|培育|扩大|组织|拿出|筹|为|以|通过|惠及|覆盖|新|到"
)
PLANNED = re.compile(
    rf"计划(?!生育|单列|经济|免疫|》|外|内(?!完成)|数?的(?:约|近)?(?:[0-9]|$)|数的|任务|体制|部门|管理|书|财务|调整|,)|目标(?:是|为|:|$)|为目标|力争|争取(?=[,]?(?:年|全年|早日|尽快|尽早|实现|完成|达到|达|在|到|使|用|[0-9]{1, 2}月|[一二三四]季度|上半年|下半年|明年|今年|建成|春节|于|开工|投产|竣工|落地|新增|新建|引进[0-9]|年内))|确保(?!了)|拟(?!定|订|态|建立了)|(?<!中央)预算(?!收入|支出|内|外|管理|执行|数?的|单位|法|草案|,|资金)|"
    rf"(?<![即必势仍终可])将(?=(?:{VERBS}))|规划(?:建设|发展|投资|新建|占地|面积|用地|总投资|期|实施)|要(?=(?:达到|实现|完成|新建|增长|确保|力争|突破|控制))|努力(?:实现|完成|使|达到|做到)|下一步|今后|下半年(?=[,要将我计力])|明年|预期目标|主要目标|奋斗目标|打算|到20[0-9]{2}年"
)
DONE = re.compile(
    r"已(?!列入计划)|完成了|目前|现已|现有|实际(?:完成|到位|实现)|建成了|达到了|超额|截至|截止|[超占](?:全年|年度|年)?计划|完成(?:了)?(?:全年|年度|年|年初|市|县|区|省|上级|下达|目标|[0-9]{4}年?)?(?:任务|目标|计划|预算)|为(?:年)?(?:预算|计划)|按计划|超预期|如期"
)
REACH = 500
STRONG = re.compile(r"目标|为目标|力争|争取|确保|下一步|今后|下半年|明年|预期目标|主要目标|奋斗目标|努力|到20")
CONTINUES = re.compile(
    r"(?:并|同时|全面|全年|年内|再)?(?:完成|实现|新建|新增|建设|建成|达到|增长|投资|改造|修建|引进|培育|发展|硬化|绿化|总投资|增加|提高|突破|带动|安排|解决|种植|栽植)|$"
)
OPENING = re.compile(
    r"[^。;]{0,60}?(?:(?:目标|任务|要求|计划|安排)(?:是|为)?:|(?:主要)?(?:预期)?目标(?:是|为)|(?<!完成)预计)"
)
EXISTING = re.compile(r"现有|已(?:建成|完成|有|经|达|投|开|实)|目前|截至|截止|去年|过去[五一]年|上年")


def status(text: str, place: Place, role: str, expected_until: int) -> Status:
    """The status of one quantity; `expected_until` is how far a 预计 in front reaches."""
    start = place.quantity.start
    before = text[max(place.statement.start, start - REACH) : start]
    opening = text[place.sentence.start : min(place.statement.start, place.sentence.start + 120)]
    if opening and (listed := OPENING.match(opening)):
        before = listed.group() + "," + before
    if role == "plan":
        clause = text[max(place.clause.start, start - REACH) : start]
        if EXISTING.search(clause) and not PLANNED.search(clause):
            return "actual"
        return "planned"
    if start < expected_until:
        return "expected"
    cue = _last(PLANNED, before)
    foreseen = _last(EXPECTED, before)
    done = _last(DONE, before)
    if foreseen and (not cue or foreseen.end() > cue.end()) and not (done and done.start() > foreseen.end() + 12):
        return "expected"
    if not cue:
        return "planned" if _behind(text, place) else "actual"
    if done and done.end() > cue.end() - 1 and done.start() >= cue.start():
        return "actual"
    return "planned" if _reaches(before, cue, place) else "actual"


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(words):
        found = match
    return found


def _behind(text: str, place: Place) -> bool:
    """`各规划移民新村一处` after `以…为目标`; `投资700万元(计划)`: cues that stand behind the number."""
    return (
        bool(re.match(r"[^,。;]{0,4}(?:的计划|的目标|目标)", place.right))
        or text[place.quantity.end : place.quantity.end + 4] == "(计划)"
    )


def _reaches(before: str, cue: re.Match[str], place: Place) -> bool:
    """A cue inside a modifier (`计划投资1000万元的项目`) governs its own number only."""
    between = before[cue.end() :]
    if STRONG.match(cue.group()):
        return between.count(",") <= 12
    if re.search(r"[0-9一二三四五六七八九十](?:[^,。;0-9]{1,6})的", between):
        return False
    return between.count(",") == 0 or bool(CONTINUES.match(before[before.rfind(",") + 1 :] or place.left))
