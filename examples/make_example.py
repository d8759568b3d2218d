"""Writes the example report: an invented town's half-year report with a dozen planted defects (see README.md).

    python examples/make_example.py

The file comes out the same, byte for byte, each time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Report
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

TARGET = Path(__file__).with_name("柳溪镇2025年上半年工作总结.docx")
MADE = datetime(2025, 7, 8, 9, 0, tzinfo=UTC)
TITLE = "柳溪镇2025年上半年工作总结"
ADDRESS = "镇党委、政府："
TEXT = """\
按照会议安排，现将柳溪镇2025年上半年工作情况和下半年工作打算报告如下。
# 一、主要指标完成情况
年初，镇人民代表大会确定了全年目标：财政收入3600万元，固定资产投资2.4亿元，招商引资到位资金8000万元。今年以来，全镇上下紧扣目标、克难攻坚，经济运行总体平稳。上半年，实现地区生产总值6.8亿元，同比增长6.2%；完成财政收入1890万元，占年计划的62.5%；完成固定资产投资1.26亿元，占年计划的52.5%；招商引资到位资金4160万元，占年计划的52%。全镇村集体经营性收入由去年同期的240万元增长到276万元，增长18%；新登记各类市场主体64户，其中企业17户、个体工商户47户。
# 二、上半年工作完成情况
## （一）产业发展稳中有进
粮食生产保持稳定。全镇完成春播面积21600亩，其中水稻9800亩、玉米7600亩、大豆4200亩。建成高标准农田3200亩，铺设灌溉管道46公里。设施农业加快发展，温室大棚面积由去年的120亩增加到480亩，增长4倍。新增家庭农场14家、农民合作社6家，发放种粮补贴312万元。农产品网上销售起步较快，2024年上半年实现销售收入860万元，2024年全年实现销售收入790万元，今年上半年又有新的提高。畜牧业生产平稳，生猪存栏5200头，家禽存栏4.6万只，春季防疫做到应免尽免。
工业经济逐步回升。全镇规模以上工业企业达到11家，实现产值3.15亿元，同比增长7.4%。6月份，工业用电量较上月同比增长4.1%。坚持领导包抓、专人服务，对重点企业实行一企一策，帮助9家企业协调贷款1850万元。青竹坊食品厂二期投产，新增就业岗位120个；松岭石材加工园完成投资万元，道路、供水等配套设施同步推进。
招商引资持续发力。共外出招商9次，接待客商32批，签约项目7个，合同金额2.1亿元。其中已开工项目4个，未开工项目3个。紧盯食品加工、石材深加工和乡村旅游，建立项目谋划、洽谈、落地全程跟踪办法，储备项目12个，上报申请专项资金的项目5个。
## （二）基础设施不断完善
交通条件继续改善。新修农村公路18.6公里，其中荷塘村7.2公里、竹岗村6.4公里、梅坪村4.2公里。槐家营子村进村路完成改造，槐家营子村桥头段已经通车。维修危桥3座，安装路灯260盏，城乡公交新增班次6个，群众出行更加方便。
水利建设扎实推进。清淤沟渠32公里，维修泵站5座，投资35万实施梅坪村水渠改造。完成病险塘坝除险加固4处，新打机电井11眼，恢复和改善灌溉面积1500亩。落实河长巡河制度，累计巡河620次，整改河道问题27个。
村庄环境明显改善。建成荷塘、竹岗、梅坪、槐荫五个文化广场，改造户厕340户，清运垃圾1260吨。大力开展植树造林，完成荒山造林860亩，栽植各类苗木5.4万株，义务植树参加人数1300人次。推行垃圾分类收集，添置垃圾清运车6辆，聘用保洁员52名，村庄保洁实现常态化。
## （三）民生事业协调发展
社会保障更加有力。全镇现有农户6820户。上半年发放低保金168万元，发放临时救助金23万元。城乡居民基本医疗保险参保率达到98.6%，养老保险参保人数9460人。落实防止返贫动态监测，走访脱贫户286户，安排公益性岗位74个，发放小额信贷145万元。城镇新增就业210人，开展技能培训4期，培训320人次。
教育卫生稳步提升。投资260万元改造镇中心小学教学楼，新增学位180个。镇卫生院新购设备12台，家庭医生签约服务覆盖4100人。举办群众文艺演出18场，放映公益电影45场，农家书屋新增图书2400册，镇村两级文化活动日益丰富。全镇有65岁以上老年人2300人，其中完成健康体检2510人。
## （四）社会大局保持稳定
平安建设不断深化。共排查安全隐患96处，已整改88处，其余8处正在整改。受理信访60件，办结54件，办结率90%。深入开展法治宣传，举办法律讲座8场，发放宣传资料3200份。化解矛盾纠纷75件，其中邻里纠纷41件、土地纠纷22件、其他纠纷12件。
防灾减灾保障有力。储备防汛编织袋6000条，组织应急演练3次，参加演练450人次，未发生伤亡事故。严格落实森林防火责任，组建巡护队伍9支，设置检查站点7处。
## （五）自身建设切实加强
扎实开展作风建设，修订完善机关工作制度23项，开展政策学习11次，组织干部下村调研140人次。严格财务管理，上半年，全镇财政收入完成1980万元，公务接待支出同比下降12%。办理人大代表建议16件、政协委员提案9件，办复率100%。扎实推进镇务公开，公开各类信息210条。槐家营村被确定为全县村务公开示范点。
# 三、存在的主要问题
一是产业链条偏短，农产品加工转化率不高。二是村集体经济薄弱，年收入不足10万元的村还有2个。三是部分项目进度偏慢，松岭石材加工园征地工作尚未全部完成，配套资金仍有缺口。四是个别干部主动服务意识不强，抓落实的办法不多。
# 四、下半年工作打算
一是紧盯全年目标任务，确保完成财政收入3600万元，固定资产投资2.4亿元。紧盯时间节点，逐月调度、逐项销号，以更大力度弥补短板。二是抓好秋粮生产，加强田间管理，再建设高标准农田1000亩，新增设施农业面积60亩。三是加快项目建设，力争年底前完成松岭石材加工园一期工程，新签约项目不少于4个，储备项目达到15个以上。四是办好民生实事，计划改造农村公路9公里，新建村卫生室2所，改造农户厕所200户，新增公益性岗位20个。五是守牢安全底线，持续开展隐患排查整治，确保社会大局和谐稳定。
"""
TABLE = (
    ("指标", "年计划（万元）", "上半年完成（万元）"),
    ("财政收入", "3600", "1890"),
    ("固定资产投资", "24000", "12600"),
    ("招商引资到位资金", "8000", "4160"),
)


def report() -> Report:
    """The report as a document: title, address, headings, paragraphs, a table, the signature."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title, properties.language = "柳溪镇党政办公室", TITLE, "zh-CN"
    properties.created = properties.modified = MADE
    style = document.styles["Normal"]
    style.font.size = Pt(16)
    style.font.name = "FangSong"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(TITLE)
    run.font.size, run.bold = Pt(22), True
    document.add_paragraph(ADDRESS)
    for line in TEXT.splitlines():
        _paragraph(document, line)
        if line.startswith("年初，"):
            _table(document)
    for line in ("柳溪镇人民政府", "2025年7月8日"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return document


def _paragraph(document: Report, line: str) -> None:
    words = line.lstrip("# ")
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Cm(1.13)
    paragraph.add_run(words).bold = line.startswith("#")


def _table(document: Report) -> None:
    table = document.add_table(rows=len(TABLE), cols=len(TABLE[0]), style="Table Grid")
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def as_bytes(document: Report) -> bytes:
    """The document packed with a fixed time, so that equal documents are equal files."""
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return packed.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(as_bytes(report()))
