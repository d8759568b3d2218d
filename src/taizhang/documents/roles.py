"""What a section is for, as its heading says it: results, problems, a plan, or none of these."""

from __future__ import annotations

import re

from taizhang.values.reports import Role

YEAR = r"(?:19|20)[0-9]{2}"
LONGEST = 45
"""A longer heading is a sentence of the text, whose words say nothing of the section."""

BOTH = re.compile(
    r"(?:情况|总结|回顾)[及和与暨、][^。\n]{0,16}(?:打算|计划|安排|目标|思路|要点|总体要求|方针|工作部署)|"
    r"目标[及和与][^。\n]{0,8}(?:完成|实施|执行)情况"
)
STRONG_RESULTS = re.compile(
    r"(?:上半年|去年|上年|前三季度|今年以来|一年来)的?(?:重点|主要)?工作(?:$|:)|回顾|总结|(?:完成|进展|开展|执行|落实|实施|推进)情况|工作情况|成效|成绩|成就|主要做法|所做的|取得|工作进展|业绩"
)
RESULTS = re.compile(
    rf"过去(?:的)?(?:一年|[一二三四五]年)|(?:一|[一二三四五])年来|基本情况|现状|概况|自然情况|显著|{YEAR}年(?:主要)?工作成"
)
PLAN = re.compile(
    r"下一?步|下一阶段|下半年(?:的?工作|打算|计划|安排|重点|目标)|工作(?:总体)?(?:计划|打算|安排|部署|思路|要求|要点|重点)|总体(?:要求|思路|部署|安排|目标)|"
    r"今后(?:[一二三四五几]年|的|经济|工作|一个时期)|(?:预期|奋斗|发展|主要|任务|工作|规划)目标|目标(?:任务|要求|和)|(?:主要|重点|战略|基本|中心)任务|明年|"
    r"指导(?:思想|原则)|展望|未来|发展方向|合作意向|努力方向|意见建议$|工作的(?:建议|目标|方针)|发展思路|"
    rf"重点工作(?:$|:|任务|安排|[和及与、])|年(?:的)?重点工作|(?:今年|{YEAR}年)(?:政府)?(?:的)?(?:主要)?(?:任务|安排|打算)|做好(?:今年|明年|20)|任务目标|工作谋划|(?:年|计划)的?(?:主要|重点)?(?:工作|目标)?任务|政府工作的建议"
)
OPENING = re.compile(
    r"(?:抓好|做好|办好|突出抓|重点抓)(?:了)?[^。了]{0,14}(?:工作|方面|任务|实事|件事|件大事|文章)[:]?$|开展以下[^。]{0,8}工作[:]?$"
)
PROBLEMS = re.compile(
    r"存在的?[^。]{0,12}(?:问题|困难|不足|差距)|^[^。]{0,8}(?:问题|困难|不足|差距|挑战)[和与及、](?:问题|困难|不足|差距|挑战|短板|建议)|"
    r"(?:主要|突出|面临的?)(?:问题|困难|挑战)|(?:困难|不足|差距|薄弱环节|问题)[:]?$"
)
SOLVED = re.compile(r"加强|控制|解决|破解|化解|克服|应对|整改|攻克|补齐|聚焦|针对|坚持问题")
BARE_YEAR = re.compile(rf"(?P<year>{YEAR})年(?:的)?(?:政府)?(?:主要)?工作$")
APPENDED = re.compile(r"^附|名词|注释|解释|说明|国际形势|外交|基本情况")
"""Sections after a plan that are no part of it."""
GOES_ON = re.compile(
    r"(?:切实|全面|进一步|不断|着力|大力|全力|努力|继续|深入|积极|扎实|突出|认真|坚决|千方百计)|"
    r"加强|加快|推进|坚持|强化|促进|发展|深化|提高|完善|扩大|建设|打造|抓|做好|保障|保持|确保|统筹|争取|实施|优化|提升|巩固|以|为|把|在|牢记|贯彻|从严|搞好"
)
REVIEW = re.compile(r"回顾|成就|取得")
NUMBERING = re.compile(r"^[ (]{0,8}(?:第?[一二三四五六七八九十百0-9]{1,4}(?:部分|[章节篇编是])?[、.,) ]{0,4})")
KEEPS_RESULTS = re.compile(r"下一?步|打算|计划|预期目标|安排|下半年|明年|今后|总体要求|工作思路")
LEAVES_PLAN = re.compile(r"回顾|(?:完成|进展|执行|开展)情况|总结")
TITLE_OF_PLAN = re.compile(
    r"(?:工作计划|计划纲要|规划纲要|发展规划|实施方案|工作方案|工作要点|工作打算)[^一-鿿]{0,12}$"
)


def bare(heading: str) -> str:
    """A heading without its number and its closing signs."""
    return NUMBERING.sub("", heading.strip(), count=1).strip().rstrip("。:;,").replace(" ", "")


def _own_plan(plan: bool, words: str) -> Role:
    strong = STRONG_RESULTS.search(words)
    return "plan" if plan and (not strong or re.search(r"安排|打算|预期目标", words)) else "results"


def _of_year(year: int, years: tuple[int, ...]) -> Role | None:
    if not years or years[0] == years[-1]:
        return None
    return "plan" if year == years[-1] else "results"


def own_role(heading: str, years: tuple[int, ...] = ()) -> Role | None:
    """What a heading by itself says its section is for; None where it does not say.

    `years` are those that the report's headings name, in order: a bare `2031年工作` is what was done,
    where another heading speaks of 2032, and a plan where the others speak of 2030.
    """
    words = bare(heading)
    if len(words) > LONGEST:
        words = bare(heading.strip().partition(" ")[0])
    if not words or len(words) > LONGEST:
        return None
    year = BARE_YEAR.search(words)
    if year and years:
        return _of_year(int(year["year"]), years)
    if BOTH.search(words):
        return "other"
    if PROBLEMS.search(words) and not SOLVED.search(words):
        return "problems"
    plan = bool(PLAN.search(words) or OPENING.search(words))
    if plan or STRONG_RESULTS.search(words) or RESULTS.search(words):
        return _own_plan(plan, words)
    return None


def settled_role(heading: str, own: Role | None, parent: Role | None) -> Role:
    """The role under a parent: a part of a plan stays a plan unless its heading plainly looks back."""
    if own is None:
        return parent or "other"
    if parent == "plan" and own != "plan":
        leaves = "存在" in heading if own == "problems" else LEAVES_PLAN.search(heading)
        return own if leaves else "plan"
    if parent == "results" and own == "plan" and not KEEPS_RESULTS.search(heading):
        return "results"
    if parent == "problems" and own == "results":
        return "problems"
    return own
