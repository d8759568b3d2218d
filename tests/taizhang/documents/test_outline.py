"""Sections and their roles, what a report is about, and the words of the page around it."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest

from taizhang.documents.outline import outline
from taizhang.values.reports import Outline

SHARED = Path(__file__).parents[4] / "shared"

REPORT = """青溪县柳坪镇2031年工作总结和2032年工作计划

一、2031年工作总结
全年完成财政收入1200万元。
（一）在项目建设上攻坚突破。坚持大抓项目，新开工3个。
一是园区路网成形。修路5公里。
二是水厂投产。日供水800吨。
（二）今年重点工作进展情况
进展顺利。
二、存在的问题
（一）资金不足。缺口200万元。
三、2032年工作计划
1、抓好春耕。种田300亩。
2、办好学校。新建1所。
"""


def told(text: str) -> list[tuple[int, str, str]]:
    return [(section.level, section.role, section.title) for section in outline(text).sections]


def page_words(text: str, found: Outline | None = None) -> list[str]:
    return [text[span.start : span.end] for span in (found or outline(text)).furniture]


def test_levels_and_roles_of_a_report() -> None:
    assert told(REPORT) == [
        (1, "results", "一、2031年工作总结"),
        (2, "results", "(一)在项目建设上攻坚突破"),
        (3, "results", "一是园区路网成形"),
        (3, "results", "二是水厂投产"),
        (2, "results", "(二)今年重点工作进展情况"),
        (1, "problems", "二、存在的问题"),
        (2, "problems", "(一)资金不足"),
        (1, "plan", "三、2032年工作计划"),
        (2, "plan", "1、抓好春耕"),
        (2, "plan", "2、办好学校"),
    ]


def test_what_a_report_is_about() -> None:
    found = outline(REPORT)
    assert found.title is not None
    assert REPORT[found.title.start : found.title.end] == "青溪县柳坪镇2031年工作总结和2032年工作计划"
    assert (found.place, found.years, found.period) == ("柳坪镇", (2031, 2032), "2031年")


def test_spans_hold_their_parts_and_stand_in_order() -> None:
    sections = outline(REPORT).sections
    starts = [section.span.start for section in sections]
    assert starts == sorted(starts)
    parents: dict[int, object] = {}
    for section in sections:
        assert section.span.covers(section.heading)
        parents[section.level] = section.span
        if section.level > 1:
            assert parents[section.level - 1].covers(section.span)  # type: ignore[attr-defined]
    assert sections[0].span.end == sections[5].span.start
    assert sections[-1].span.end == len(REPORT)


def test_a_run_in_heading_ends_with_its_sentence() -> None:
    section = outline(REPORT).sections[1]
    assert REPORT[section.heading.start : section.heading.end] == "（一）在项目建设上攻坚突破。"


def test_traditional_text_and_half_width_signs() -> None:
    text = (
        "雲塘鄉上半年工作匯報\n\n一、上半年工作總結\n(一)產業興旺.種樹20畝.\n二、下半年工作計畫\n(一)修渠.計劃3公里.\n"
    )
    assert [role for _, role, _ in told(text)] == ["results", "results", "plan", "plan"]
    found = outline(text)
    assert (found.place, found.period) == ("云塘乡", "上半年")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、2031年工作回顾", "results"),
        ("一、主要做法及成效", "results"),
        ("一、存在的主要问题和困难", "problems"),
        ("一、下一步工作打算", "plan"),
        ("一、今后五年的奋斗目标", "plan"),
        ("一、总体要求和主要预期目标", "plan"),
        ("一、上半年工作情况及下半年工作打算", "other"),
        ("一、预期目标及完成情况", "other"),
        ("一、着力解决群众反映的突出问题", "other"),
        ("一、行政区划", "other"),
    ],
)
def test_role_by_heading(heading: str, role: str) -> None:
    assert told(f"某处材料\n\n{heading}\n正文一段。\n")[0][1] == role


def test_a_year_alone_is_past_or_to_come_by_the_other_headings() -> None:
    text = "一、关于2031年政府工作\n已经做完。\n二、关于2032年政府工作\n还要做。\n"
    assert [role for _, role, _ in told(text)] == ["results", "plan"]


def test_what_follows_a_plan_is_planned_except_appendices() -> None:
    text = "一、2031年工作回顾\n好。\n二、2032年工作安排\n好。\n三、加强政府自身建设\n好。\n四、名词解释\n好。\n"
    assert [role for _, role, _ in told(text)] == ["results", "plan", "plan", "other"]


def test_a_sentence_opens_a_plan_without_heading() -> None:
    text = "今年修路5公里。\n\n2032年全镇工作的总体要求是：稳中求进。\n种树300亩。\n"
    (section,) = outline(text).sections
    assert section.role == "plan"
    assert text[section.span.start : section.span.end].endswith("种树300亩。\n")


def test_an_unnumbered_line_alone_is_a_heading_and_a_broken_line_is_none() -> None:
    assert told("自然情况：\n\n面积30平方公里。\n\n未来发展方向：\n\n种参。\n") == [
        (1, "results", "自然情况"),
        (1, "plan", "未来发展方向"),
    ]
    assert told("会议讨论了水库管护责任和\n下一步工作安排\n等事项。\n") == []


def test_a_list_that_starts_again_stays_in_its_section() -> None:
    text = "一、回顾\n好。\n二、2032年工作计划\n要做到：\n一、修路；\n二、架桥；\n三、加强管理\n好。\n"
    assert [(level, title) for level, _, title in told(text)] == [
        (1, "一、回顾"),
        (1, "二、2032年工作计划"),
        (2, "一、修路"),
        (2, "二、架桥"),
        (1, "三、加强管理"),
    ]


def test_ordinals_within_a_paragraph() -> None:
    assert [title for _, _, title in told("一、工作总结\n主要有：一是修路。5公里。二是架桥。2座。\n之后3座。\n")] == [
        "一、工作总结",
        "一是修路",
        "二是架桥",
    ]


def test_words_of_a_web_page() -> None:
    head = "柳坪镇2031年工作总结\n时间：2032-01-05 09:10:11\n来源：某网\n阅读：\n318\n字号：[大 中 小]\n"
    body = "柳坪镇2031年工作总结\n一、主要成绩\n修路5公里。\n120\n亩\n"
    tail = "（责任编辑：某某）\n上一篇：\n某县2030年报告\n02-11\n文件大小 123KB\n第 3 页 共 12 页\n"
    text = head + body + tail
    found = page_words(text)
    for line in (head + tail).splitlines():
        assert line in found
    assert [line for line in found if line in ("一、主要成绩", "修路5公里。", "120", "亩")] == []
    title = outline(text).title
    assert title is not None
    assert title.start == len(head)


def test_page_numbers_are_a_page_apart_and_cells_are_not() -> None:
    page = "水利建设稳步推进，群众用水更加方便。\n" * 15
    assert page_words(f"{page}1\n{page}2\n{page}3\n") == ["1", "2", "3"]
    assert page_words("户数\n1\n2\n3\n4\n") == []


def test_a_paragraph_that_mentions_a_source_is_no_page_word() -> None:
    assert page_words("收入来源：种植业占六成，养殖业占三成。\n村民来源广泛，共320户。\n主办单位：县教育局\n") == []


def test_place_is_none_where_it_is_masked() -> None:
    assert outline("xx镇2031年工作总结\n\n一、成绩\n好。\n").place is None
    assert outline("乡镇半年工作总结\n\n一、成绩\n好。\n").place is None


def test_place_that_the_speaker_names() -> None:
    text = "政府工作报告\n各位代表：\n现在，我代表青溪县人民政府向大会报告工作。\n"
    assert outline(text).place == "青溪县"


def test_a_look_ahead_holds_for_its_own_paragraph() -> None:
    text = "一、工作总结\n(一)修路\n5公里。\n下一步，我们将再修路3公里。一是修东路。二是修西路。\n(二)种树\n300亩。\n"
    assert [(level, role) for level, role, _ in told(text)] == [
        (1, "results"),
        (2, "results"),
        (3, "plan"),
        (4, "plan"),
        (4, "plan"),
        (2, "results"),
    ]


def test_a_heading_that_the_page_breaks_within_a_quotation() -> None:
    text = "一、回顾\n好。\n二、“\n十八五\n”时期的主要目标任务\n好。\n"
    assert [role for _, role, _ in told(text)] == ["results", "plan"]


def test_title_of_a_government_report() -> None:
    text = "2032年青溪县政府工作报告\n\n各位代表：\n一、2031年工作回顾\n好。\n二、牢记使命，奋勇争先\n好。\n"
    found = outline(text)
    assert found.title == (0, 14)
    assert (found.place, found.period) == ("青溪县", "2032年")
    assert [section.role for section in found.sections] == ["results", "plan"]


def test_odd_texts_have_an_outline() -> None:
    for text in ("", "\n", "一、", "。", "一是", "第", "12", "\n\n\n1\n"):
        assert isinstance(outline(text), Outline)


@pytest.mark.parametrize("piece", ["一是", "\n一、", "2032年", "（一）", " ", "1\n", "年今年", "\n（一）1、"])
def test_time_grows_with_length_alone(piece: str) -> None:
    start = time.process_time()
    outline(piece * 60_000)
    assert time.process_time() - start < 5


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the reference reports are not here")
def test_page_words_of_the_reference_reports() -> None:
    outside = marked = 0
    for row in csv.DictReader((SHARED / "corpus/manifest.tsv").open(encoding="utf-8"), delimiter="\t"):
        text = (SHARED / "corpus" / row["file"]).read_text(encoding="utf-8")
        starts = {span.start for span in outline(text).furniture}
        for line in re.finditer(r"[^\n]+", text):
            if re.search("[0-9]", line[0]) and not int(row["body_start"]) < line.end() <= int(row["body_end"]):
                outside += 1
                marked += line.start() in starts
    assert marked >= 0.95 * outside > 0


def test_a_title_above_the_source_is_the_reports_own_where_only_a_sentence_names_it_again() -> None:
    head = "2032年青溪县政府工作报告\n来源：某报\n"
    spoken = "2032年1月5日在青溪县人民代表大会上县长作政府工作报告。\n一、2031年工作回顾\n好。\n"
    assert page_words(head + spoken) == ["来源：某报"]
    assert page_words(f"{head}政府工作报告\n{spoken}") == ["2032年青溪县政府工作报告", "来源：某报"]


def test_a_sentence_opens_the_problems_for_its_paragraph() -> None:
    text = (
        "一、2031年工作回顾\n修路5公里。\n在肯定成绩的同时，我们也清醒地看到，全镇发展还存在一些问题：一是水渠老化。3条待修。"
        "二是人手不足。对此，我们将认真解决。\n过去一年，我们又种树300亩。\n二、2032年工作安排\n架桥2座。\n"
    )
    assert [(level, role) for level, role, _ in told(text)] == [
        (1, "results"),
        (2, "problems"),
        (3, "problems"),
        (3, "problems"),
        (1, "plan"),
    ]
    problems = outline(text).sections[1].span
    assert text[problems.start : problems.end].startswith("在肯定成绩的同时")
    assert text[problems.start : problems.end].endswith("认真解决。")


@pytest.mark.parametrize(
    "sentence",
    [
        "当前，全镇发展仍然面临不少困难和挑战，主要表现在：",
        "我们深知还有差距。大家也应看到发展中的短板，",
        "同时也要看到面临的困难。",
    ],
)
def test_other_words_that_open_the_problems(sentence: str) -> None:
    assert "problems" in [role for _, role, _ in told(f"一、工作总结\n修路5公里。\n{sentence}水渠老化。\n")]


@pytest.mark.parametrize(
    "sentence", ["群众看到问题得到解决，十分满意。", "深入排查存在的问题，整改20处。", "全面解决了企业面临的困难。"]
)
def test_problems_that_were_solved_open_none(sentence: str) -> None:
    assert [role for _, role, _ in told(f"一、工作总结\n{sentence}\n")] == ["results"]
