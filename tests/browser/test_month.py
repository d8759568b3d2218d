"""A month from the village to the leader's page, as people do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

VILLAGE = "yingchuan-village-06"
"""The village that has not reported yet."""


def number(words: str) -> float:
    return float(re.sub(r"[^0-9.−-]", "", words).replace("−", "-"))


def test_a_month_goes_its_way(enter: Callable[..., Any]) -> None:
    leader = enter("yingchuan-leader")
    leader.goto("/indicators/collective_income/")
    before = number(leader.locator(".tile .big").first.inner_text())

    cadre = enter(VILLAGE)
    cadre.goto("/month/")
    first = cadre.get_by_label("枫林村 村级集体经济收入（万元）")
    first.fill("31.5")
    first.press("Enter")
    expect(cadre.locator("td.cell.saved").first).to_be_visible()
    expect(cadre.locator("input[name^='cell-']:focus")).to_have_attribute(
        "aria-label", "枫林村 村集体经营性收入（万元）"
    )

    # A slip of ten thousand is doubted, kept, and goes in only with a reason.
    second = cadre.get_by_label("枫林村 村集体经营性收入（万元）")
    second.fill("183000")
    second.press("Tab")
    expect(cadre.get_by_text("与往期").first).to_be_visible()
    cadre.get_by_role("button", name=re.compile("上报")).click()
    expect(cadre.locator(".notes .error")).to_contain_text("写明原因")
    second = cadre.get_by_label("枫林村 村集体经营性收入（万元）")
    expect(second).to_have_value("183000")
    second.fill("18.3")
    second.press("Tab")
    expect(cadre.locator(".says").get_by_text("与往期")).to_have_count(0)

    # No number: refused in words, what was typed stays.
    third = cadre.get_by_label("枫林村 粮食播种面积（亩）")
    third.fill("约两千")
    third.press("Tab")
    expect(cadre.locator(".says").get_by_text("不是数字")).to_be_visible()
    expect(cadre.get_by_label("枫林村 粮食播种面积（亩）")).to_have_value("约两千")
    cadre.get_by_label("枫林村 粮食播种面积（亩）").fill("2210")
    cadre.get_by_label("枫林村 粮食播种面积（亩）").press("Tab")
    expect(cadre.locator(".says").get_by_text("不是数字")).to_have_count(0)
    cadre.get_by_role("button", name=re.compile("上报")).click()
    expect(cadre.locator(".notes .success")).to_contain_text("已上报 3 项")

    _reviewed(enter, cadre, leader, before)


def _reviewed(enter: Callable[..., Any], cadre: Any, leader: Any, before: float) -> None:
    leader.reload()
    after = number(leader.locator(".tile .big").first.inner_text())
    assert round(after - before, 2) == 31.5

    reviewer = enter("yingchuan-reviewer")
    reviewer.goto("/review/")
    pile = reviewer.locator("section.pile", has_text="枫林村")
    pile.get_by_role("checkbox", name="村级集体经济收入").check()
    reviewer.get_by_role("button", name="审核通过").click()
    expect(reviewer.locator(".notes .success")).to_contain_text("审核通过 1 项")
    pile = reviewer.locator("section.pile", has_text="枫林村")
    pile.get_by_role("checkbox", name="粮食播种面积").check()
    reviewer.get_by_role("button", name="退回").click()
    expect(reviewer.locator(".notes .error")).to_contain_text("理由")
    pile = reviewer.locator("section.pile", has_text="枫林村")
    pile.get_by_role("checkbox", name="粮食播种面积").check()
    reviewer.get_by_label("理由").fill("请按实测面积报")
    reviewer.get_by_role("button", name="退回").click()
    expect(reviewer.locator(".notes .success")).to_contain_text("退回 1 项")
    cadre.goto("/month/")
    expect(cadre.get_by_text("请按实测面积报")).to_be_visible()

    _locked_and_reopened(cadre, leader)


def _locked_and_reopened(cadre: Any, leader: Any) -> None:
    leader.goto("/review/?tab=reviewed")
    pile = leader.locator("section.pile", has_text="枫林村")
    pile.get_by_role("checkbox", name="村级集体经济收入").check()
    leader.get_by_role("button", name="锁定").click()
    expect(leader.locator(".notes .success")).to_contain_text("锁定 1 项")

    # Locked: the village cannot type; reopened with a reason it can, and the old version stays.
    cadre.goto("/month/")
    expect(cadre.get_by_label("枫林村 村级集体经济收入（万元）")).to_have_count(0)
    leader.goto("/indicators/collective_income/")
    leader.locator("table", has_text="枫林村").get_by_role("link", name="31.50").click()
    leader.get_by_label("理由").fill("村里补报租金")
    leader.get_by_role("button", name="重开").click()
    expect(leader.get_by_text("已锁定 → 草稿")).to_be_visible()
    expect(leader.get_by_text("村里补报租金")).to_be_visible()
    cadre.goto("/month/")
    again = cadre.get_by_label("枫林村 村级集体经济收入（万元）")
    again.fill("32.1")
    again.press("Tab")
    expect(cadre.locator("td.cell.saved")).to_have_count(1)
    cadre.get_by_role("button", name=re.compile("上报")).click()
    expect(cadre.locator(".notes .success")).to_be_visible()
    leader.reload()
    expect(leader.get_by_text("第 2 版")).to_be_visible()
    expect(leader.get_by_text("第 1 版")).to_be_visible()


def test_a_block_is_pasted_into_the_grid(enter: Callable[..., Any]) -> None:
    page = enter("shihuang-clerk")
    page.goto("/month/grid/?group=livelihood")
    cells = page.locator("td.cell input[name^='cell-']")
    assert cells.count() > 20, "the village that has not reported has cells to type"
    cells.first.focus()
    page.evaluate(
        """words => { const data = new DataTransfer(); data.setData('text/plain', words);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }""",
        "1201\t355\n",
    )
    expect(page.locator("td.cell.saved, td.cell.warned")).to_have_count(2)


def test_the_demo_lets_one_in_by_a_click(demo: str, chromium: Any) -> None:
    page = chromium.new_context(base_url=demo, locale="zh-CN").new_page()
    page.goto("/login/")
    page.get_by_role("button", name="澄岭县县长").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("澄岭县")
    page.context.close()
