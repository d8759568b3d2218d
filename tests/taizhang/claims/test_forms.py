"""Every form and convention of a stated quantity: a sentence in, the claims it makes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from taizhang.claims import read
from taizhang.values.claims import Claim
from taizhang.values.reports import Outline, Report, Role, Section
from taizhang.values.spans import Span

ANY = "any"


@dataclass(frozen=True)
class Want:
    """What one claim should be; `of` is the index of the claim it qualifies, `indicator` may be a tail."""

    text: str
    value: str | None
    unit: str
    indicator: str = ANY
    bound: str = "="
    kind: str = "level"
    status: str = "actual"
    period: str | None = None
    of: int | None = None
    direction: str | None = None
    basis: str | None = None
    core: bool = True


W = Want


def growth(text: str, value: str | None, unit: str = "%", indicator: str = ANY, **more: Any) -> Want:
    return Want(text, value, unit, indicator, **{"kind": "growth", "direction": "up", **more})


def completion(text: str, value: str | None, unit: str = "%", indicator: str = ANY, **more: Any) -> Want:
    return Want(text, value, unit, indicator, **{"kind": "completion", **more})


def share(text: str, value: str | None, unit: str = "%", indicator: str = ANY, **more: Any) -> Want:
    return Want(text, value, unit, indicator, **{"kind": "share", **more})


def same_indicator(found: str, wanted: str) -> bool:
    short, long = sorted(("".join(t.split()).replace("的", "") for t in (found, wanted)), key=len)
    return short == long or (len(short) >= 2 and long.endswith(short))


def report(text: str, *sections: Section) -> Report:
    return Report(name="x", format="txt", text=text, outline=Outline(sections=sections))


def told(claim: Claim, want: Want, claims: tuple[Claim, ...]) -> dict[str, tuple[Any, Any]]:
    """Fields at odds: name → (found, wanted)."""
    of = None if claim.of is None else [c.id for c in claims].index(claim.of)
    pairs = {
        name: (getattr(claim, name), getattr(want, name))
        for name in ("text", "value", "unit", "bound", "kind", "status", "period", "direction", "basis", "core")
    } | {"of": (of, want.of)}
    odd = {name: pair for name, pair in pairs.items() if pair[1] != ANY and pair[0] != pair[1]}
    if want.indicator != ANY and not same_indicator(claim.indicator, want.indicator):
        odd["indicator"] = (claim.indicator, want.indicator)
    return odd


def check(text: str, wants: list[Want], *sections: Section) -> None:
    claims = read(report(text, *sections)).claims
    assert [c.text for c in claims] == [w.text for w in wants]
    odd = {c.text: o for c, w in zip(claims, wants, strict=True) if (o := told(c, w, claims))}
    assert not odd


FORMS: dict[str, list[tuple[str, list[Want]]]] = {
    "figures": [
        ("全镇实现财政收入13456万元。", [W("13456万元", "13456", "万元", "财政收入")]),
        ("完成固定资产投资2.8亿元。", [W("2.8亿元", "2.8", "亿元", "固定资产投资")]),
        ("完成固定资产投资１２．８亿元。", [W("１２．８亿元", "12.8", "亿元", "固定资产投资")]),
        ("粮食总产量12,345吨。", [W("12,345吨", "12345", "吨", "粮食总产量")]),
        ("粮食总产量１２，３４５吨。", [W("１２，３４５吨", "12345", "吨", "粮食总产量")]),
        ("云岭镇干部群众奋力拼搏，实现财政收入13\n456万元。", [W("13\n456万元", "13456", "万元", "财政收入")]),
        ("云岭镇干部群众奋力拼搏，实现工业总产值3.5亿\n元。", [W("3.5亿\n元", "3.5", "亿元", "工业总产值")]),
        ("空气质量指数为62。", [W("62", "62", "", "空气质量指数")]),
    ],
    "numerals": [
        ("新建养殖小区一处。", [W("一处", "1", "处", "养殖小区", core=False)]),
        ("新打机井二十三眼。", [W("二十三眼", "23", "眼", "机井", core=False)]),
        ("投资三百二十万元。", [W("三百二十万元", "320", "万元", core=False)]),
        ("栽植果树3万多株。", [W("3万多株", "3", "万株", "果树", bound=">")]),
        ("调解纠纷两百余起。", [W("两百余起", "200", "起", "纠纷", bound=">", core=False)]),
        ("粮食增产一成。", [growth("一成", "1", "成", "粮食", core=False)]),
        ("森林覆盖率达百分之三十五。", [share("百分之三十五", "35", "%", "森林覆盖率", core=False)]),
        ("硬化道路三公里半。", [W("三公里半", "3.5", "公里", "道路", core=False)]),
        ("占地半亩。", [W("半亩", "0.5", "亩", core=False)]),
    ],
    "bounds": [
        ("争取资金50余万元。", [W("50余万元", "50", "万元", "争取资金", bound=">")]),
        ("安置群众约300户。", [W("300户", "300", "户", "群众", bound="~")]),
        ("安置群众近300户。", [W("300户", "300", "户", bound="~")]),
        ("安置群众300户左右。", [W("300户", "300", "户", bound="~")]),
        ("安置群众300户上下。", [W("300户", "300", "户", bound="~")]),
        ("培训农民300多人次。", [W("300多人次", "300", "人次", "农民", bound=">")]),
        ("财政收入突破3亿元。", [W("3亿元", "3", "亿元", "财政收入", bound=">")]),
        ("财政收入超过3亿元。", [W("3亿元", "3", "亿元", "财政收入", bound=">")]),
        ("财政收入达到3亿元。", [W("3亿元", "3", "亿元", "财政收入")]),
        ("苗木成活率在95%以上。", [share("95%", "95", "%", "苗木成活率", bound=">=")]),
        ("苗木成活率不低于95%。", [share("95%", "95", "%", "苗木成活率", bound=">=")]),
        ("撂荒地不足20亩。", [W("20亩", "20", "亩", "撂荒地", bound="<")]),
        ("城镇登记失业率控制在4.2%以内。", [share("4.2%", "4.2", "%", "城镇登记失业率", bound="<=")]),
        ("会议费用不超过8万元。", [W("8万元", "8", "万元", "会议费用", bound="<=")]),
    ],
    "thresholds": [
        (
            "年产值过千万元的企业有5家。",
            [W("千万元", "1000", "万元", ANY, bound=">", core=False), W("5家", "5", "家", "企业")],
        ),
        ("培育超亿元企业3家。", [W("亿元", "1", "亿元", ANY, bound=">", core=False), W("3家", "3", "家", "企业")]),
    ],
    "lost and masked": [
        ("完成投资万元，新修道路8公里。", [W("万元", None, "万元"), W("8公里", "8", "公里", "道路")]),
        ("新修渠道余米。", [W("余米", None, "米", "渠道", bound=">")]),
        ("全年财政收入xxx万元。", [W("xxx万元", None, "万元", "财政收入", period="全年")]),
        ("工業產值x.6億元。", [W("x.6億元", None, "億元", "工業產值")]),
        ("工業產值XXXX萬元。", [W("XXXX萬元", None, "萬元", "工業產值")]),
    ],
    "ranges and ratios": [
        ("年产鲜菇3—5万吨。", [W("3—5万吨", "3—5", "万吨", "鲜菇", kind="range")]),
        ("亩均增收300-500元。", [W("300-500元", "300—500", "元", ANY, kind="range")]),
        ("亩均增收300至500元。", [W("300至500元", "300—500", "元", ANY, kind="range")]),
        ("三次产业结构比为21:40:39。", [W("21:40:39", "21:40:39", "", "三次产业结构", kind="ratio")]),
        ("三次产业结构比为２１：４０：３９。", [W("２１：４０：３９", "21:40:39", "", "三次产业结构", kind="ratio")]),
    ],
    "more ratios and rates": [
        (
            "三次产业结构由25:40:35调整为21.5:40.3:38.2。",
            [
                W("25:40:35", "25:40:35", "", "三次产业结构", kind="ratio"),
                W("21.5:40.3:38.2", "21.5:40.3:38.2", "", "三次产业结构", kind="ratio"),
            ],
        ),
        ("产品合格率高于98%。", [share("98%", "98", "%", "产品合格率", bound=">")]),
        ("不良贷款率低于1.5%。", [share("1.5%", "1.5", "%", "不良贷款率", bound="<")]),
        ("种粮比例为3:7。", [W("3:7", "3:7", "", "种粮比例", kind="ratio")]),
        ("税收占财政收入的比重为72%。", [share("72%", "72", "%", ANY)]),
        ("粮食亩产增长5—8%。", [W("5—8%", "5—8", "%", "粮食亩产", kind="range", direction=ANY)]),
    ],
    "more growth": [
        ("出口额由负转正。", []),
        ("同比少支出20万元。", [growth("20万元", "20", "万元", direction="down", basis="同比")]),
        ("公用经费同比多收入3万元。", [growth("3万元", "3", "万元", ANY, direction="up", basis="同比")]),
        ("培训少数民族干部12人。", [W("12人", "12", "人", ANY)]),
        ("工业用电量下降一成。", [growth("一成", "1", "成", "工业用电量", direction="down", core=False)]),
        ("旅游收入是上年的2.5倍。", [growth("2.5倍", "2.5", "倍", "旅游收入", basis=ANY, period=ANY)]),
        (
            "实现税收3.2亿元，增长5%，实现产值9亿元，增长6%。",
            [
                W("3.2亿元", "3.2", "亿元", "税收"),
                growth("5%", "5", of=0),
                W("9亿元", "9", "亿元", "产值"),
                growth("6%", "6", of=2),
            ],
        ),
        (
            "税收目标3亿元，实际完成3.2亿元，增长5%。",
            [
                W("3亿元", "3", "亿元", "税收", status="planned"),
                W("3.2亿元", "3.2", "亿元", ANY),
                growth("5%", "5", of=1),
            ],
        ),
    ],
    "growth": [
        (
            "实现财政收入5.2亿元，同比增长8.1%。",
            [W("5.2亿元", "5.2", "亿元", "财政收入"), growth("8.1%", "8.1", of=0, basis="同比")],
        ),
        (
            "工业产值9亿元，同比下降3.4%。",
            [W("9亿元", "9", "亿元"), growth("3.4%", "3.4", of=0, direction="down", basis="同比")],
        ),
        (
            "工业产值9亿元，环比增长1.4%。",
            [W("9亿元", "9", "亿元"), growth("1.4%", "1.4", of=0, basis="环比")],
        ),
        ("地区生产总值年均增长7.5%。", [growth("7.5%", "7.5", indicator="地区生产总值", basis="年均")]),
        (
            "存款余额60亿元，比年初增加4亿元。",
            [W("60亿元", "60", "亿元", "存款余额"), growth("4亿元", "4", "亿元", of=0, basis="比年初")],
        ),
        ("出口额负增长2.3%。", [growth("2.3%", "2.3", indicator="出口额", direction="down")]),
        (
            "城镇化率58%，提高1.2个百分点。",
            [share("58%", "58", "%", "城镇化率"), growth("1.2个百分点", "1.2", "个百分点", of=0)],
        ),
        ("水果产量翻了两番。", [growth("翻了两番", "2", "番", "水果产量", core=False)]),
        ("旅游收入增长2.5倍。", [growth("2.5倍", "2.5", "倍", "旅游收入")]),
        (
            "人口自然增长率为5.6‰。",
            [share("5.6‰", "5.6", "‰", "人口自然增长率")],
        ),
        (
            "村集体收入由12万元增长到30万元。",
            [W("12万元", "12", "万元", "村集体收入"), W("30万元", "30", "万元", "村集体收入")],
        ),
        (
            "人均收入从8000元提高到12000元。",
            [W("8000元", "8000", "元", "人均收入"), W("12000元", "12000", "元", "人均收入")],
        ),
        ("出口额由负转正，增长3.1%。", [growth("3.1%", "3.1", indicator="出口额")]),
        ("新增耕地120亩。", [W("120亩", "120", "亩", "耕地")]),
    ],
    "shared heads": [
        (
            "粮食、油料、蔬菜产量分别为30吨、40吨、50吨。",
            [W("30吨", "30", "吨", ANY), W("40吨", "40", "吨", ANY), W("50吨", "50", "吨", ANY)],
        ),
        (
            "财政收入、社会消费品零售总额分别增长8.1%、7.2%。",
            [growth("8.1%", "8.1", indicator="财政收入"), growth("7.2%", "7.2", indicator="社会消费品零售总额")],
        ),
        (
            "猪、牛、羊分别存栏300头、200头、100头。",
            [W("300头", "300", "头", "猪"), W("200头", "200", "头", "牛"), W("100头", "100", "头", "羊")],
        ),
        (
            "实现财政收入5亿元，其中国税3亿元，地税2亿元。",
            [W("5亿元", "5", "亿元", "财政收入"), W("3亿元", "3", "亿元", "国税"), W("2亿元", "2", "亿元", "地税")],
        ),
    ],
    "plan shares": [
        (
            "完成财政收入2000万元，占年计划的67%。",
            [W("2000万元", "2000", "万元", "财政收入"), completion("67%", "67", of=0)],
        ),
        (
            "完成固定资产投资3亿元，完成年度任务的26.3%。",
            [W("3亿元", "3", "亿元", "固定资产投资"), completion("26.3%", "26.3", of=0)],
        ),
        (
            "完成财政收入2000万元，占年计划的63.8%，超时间进度13.8个百分点。",
            [
                W("2000万元", "2000", "万元"),
                completion("63.8%", "63.8", of=0),
                W("13.8个百分点", "13.8", "个百分点", ANY, kind=ANY, of=ANY, direction=ANY),
            ],  # type: ignore[arg-type]
        ),
    ],
    "status": [
        ("预计全年实现财政收入6亿元。", [W("6亿元", "6", "亿元", "财政收入", status="expected", period="全年")]),
        (
            "预计全年财政收入6亿元，同比增长5%。目前已招商12家。",
            [
                W("6亿元", "6", "亿元", status="expected", period="全年"),
                growth("5%", "5", of=0, status="expected", period="全年", basis="同比"),
                W("12家", "12", "家", ANY, period="目前"),
            ],
        ),
        ("力争新建厂房3栋。", [W("3栋", "3", "栋", "厂房", status="planned")]),
        ("拟投资800万元建设停车场。", [W("800万元", "800", "万元", "停车场", status="planned")]),
        ("确保财政收入增长6%。", [growth("6%", "6", indicator="财政收入", status="planned")]),
        (
            "计划投资3亿元，已完成投资1亿元。",
            [W("3亿元", "3", "亿元", "投资", status="planned"), W("1亿元", "1", "亿元", "投资")],
        ),
        ("争取资金120万元。", [W("120万元", "120", "万元", "争取资金")]),
        ("编制村庄规划12个。", [W("12个", "12", "个", "村庄规划")]),
        ("工程预算900万元。", [W("900万元", "900", "万元", "工程预算", status="planned")]),
        ("在建桥梁2座，总投资3000万元。", [W("2座", "2", "座", "桥梁"), W("3000万元", "3000", "万元", "总投资")]),
    ],
    "units": [
        ("商品房均价4300元/平方米。", [W("4300元/平方米", "4300", "元/平方米", "商品房均价")]),
        ("全社会用电量3.6亿千瓦时。", [W("3.6亿千瓦时", "3.6", "亿千瓦时", "用电量")]),
        ("设计时速80公里/小时。", [W("80公里/小时", "80", "公里/小时", "时速")]),
        ("全村现有348口人。", [W("348口", "348", "口", "人")]),
        ("建设工期40天。", [W("40天", "40", "天", "工期")]),
        ("实现安全生产零事故。", [W("零", "0", "", "事故", core=False)]),
        ("打造五大基地。", [W("五", "5", "", "基地", core=False)]),
    ],
    "indicators": [
        ("投资60万元新建停车场。", [W("60万元", "60", "万元", "停车场")]),
        ("停车场总投资60万元。", [W("60万元", "60", "万元", "总投资")]),
        ("改造云岭小学和石坪中学等危房300平方米。", [W("300平方米", "300", "平方米", "危房")]),
        ("实际到位资金4.5亿元。", [W("4.5亿元", "4.5", "亿元", "实际到位资金")]),
        ("安装路灯260盏。", [W("260盏", "260", "盏", "路灯")]),
    ],
    "periods": [
        ("上半年完成税收300万元。", [W("300万元", "300", "万元", "税收", period="上半年")]),
        ("1-6月份完成税收300万元。", [W("300万元", "300", "万元", "税收", period="1-6月份")]),
        ("截至11月底，完成税收300万元。", [W("300万元", "300", "万元", "税收", period="截至11月底")]),
        ("五年来，新建学校8所。", [W("8所", "8", "所", "学校", period="五年来")]),
        ("目前入驻企业8家。", [W("8家", "8", "家", "企业", period="目前")]),
        ("截止目前，入驻企业8家。", [W("8家", "8", "家", "企业", period="截止目前")]),
        ("现在入驻企业8家。", [W("8家", "8", "家", "企业")]),
        ("xx年入驻企业8家。", [W("8家", "8", "家", "企业")]),
        ("完成税收300万元，占全年计划的60%。", [W("300万元", "300", "万元"), completion("60%", "60", of=0)]),
        (
            "入驻企业8家，2025年税收达到300万元。",
            [W("8家", "8", "家"), W("300万元", "300", "万元", "税收", period="2025年")],
        ),
    ],
    "left out": [
        (text, [])
        for text in (
            "2025年3月18日召开大会。",
            "一是加强领导。",
            "(三)强化管理。",
            "第六届代表大会闭幕。",
            "坚持四位一体。",
            "服务三农工作。",
            "构建一核两翼格局。",
            "推行“一事一议”制度。",
            "整修三座店水库。",
            "推进242省道改造。",
            "改造四级油路。",
            "建立一整套制度。",
            "绿化公路两侧。",
            "实施三化战略。",
            "表彰十佳青年。",
            "二期工程开工。",
            "咨询电话：0471-6688123。",
            "贯彻政发〔2024〕12号文件。",
        )
    ],
    "Traditional": [
        (
            "實現財政收入1.2億元，同比增長8%。",
            [W("1.2億元", "1.2", "億元", "財政收入"), growth("8%", "8", of=0, basis="同比")],
        ),
        ("計劃投資300萬元。", [W("300萬元", "300", "萬元", "投資", status="planned")]),
        ("爭取資金50餘萬元。", [W("50餘萬元", "50", "萬元", "爭取資金", bound=">")]),
        ("調解糾紛兩百餘起。", [W("兩百餘起", "200", "起", "糾紛", bound=">", core=False)]),
    ],
}

CASES = [
    pytest.param(text, wants, id=f"{family}: {' '.join(text.split())}")
    for family, rows in FORMS.items()
    for text, wants in rows
]


@pytest.mark.parametrize(("text", "wants"), CASES)
def test_reads_the_form(text: str, wants: list[Want]) -> None:
    check(text, wants)


def section(text: str, title: str, role: Role) -> Section:
    at = text.index(title)
    return Section(heading=Span(at, at + len(title)), span=Span(at, len(text)), level=1, role=role, title=title)


def test_a_section_of_plans_plans_all() -> None:
    text = "二、明年工作安排\n新建厂房3栋。\n"
    check(text, [W("3栋", "3", "栋", "厂房", status="planned", period=ANY)], section(text, "二、明年工作安排", "plan"))


def test_the_period_comes_from_the_heading() -> None:
    text = "一、上半年工作完成情况\n新建厂房3栋。\n"
    check(text, [W("3栋", "3", "栋", "厂房", period="上半年")], section(text, "一、上半年工作完成情况", "results"))


def test_the_parts_of_a_shared_head_have_their_own_names() -> None:
    names = [c.indicator for c in read(report("粮食、油料、蔬菜产量分别为30吨、40吨、50吨。")).claims]
    assert [word in name for word, name in zip(("粮食", "油料", "蔬菜"), names, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("投资2.8亿元。", "280000000"),
        ("投资300万元。", "3000000"),
        ("栽植果树3万株。", "30000"),
        ("投资xx万元。", None),
    ],
)
def test_the_amount_is_in_base_units(text: str, amount: str | None) -> None:
    found = read(report(text)).claims[0].amount
    assert (None if found is None else f"{found.normalize():f}") == amount
