"""What each number measures or counts: the shortest phrase of the text that says so."""

from __future__ import annotations

import re
from functools import lru_cache

from taizhang.claims.context import Place
from taizhang.claims.periods import PERIOD

RAISED = "提高|增加|增长|扩大|上升|下降|降低|减少|压减|回落|缩短|降|升|增|减|发展|上涨|提升|恢复|缩小|收窄|优化|调整|增至|改善"
VERBS = (
    "完成了?|实现了?|达到了?|达成|高达|达|为|是|有|共有|共计|共|计|总计|合计|累计|突破了?|超过了?|超|约为?|近|逾|过|已经?|分别|均|各|控制在|保持在|稳定在|"
    "将|可|力争|争取|预计|预期|增产|减产|增长|下降|增加|提高|减少|上升|降低|回落|提升|同比|环比|净增|递增|上涨|扩大|缩短|升|降|负|可比|名义|"
    "比上年同期|比上年|比去年同期|比去年|较上年同期|较上年|较去年同期|较去年|比上月|较上月|年均|平均|不低于|不少于|"
    "实际|不超过|至少|高于|低于|不足|仅|只|也|又|还|就|都|再|能(?<![产功节机性智职潜可]能)|要|每人|每户|每亩|确保|全年|达标|左右|"
    "幅度|增幅|增速|速度|涨幅|降幅|在|以|按|每年|的有|有关|大约|大概|多达|逐步|努力|由|从|自|其中有?|中有?|约有|现有|尚有|还有|"
    '仍有|另有|由负转正|由正转负|由降转升|止跌回升|相当于|占|的|:|,|\\(|"|“|、'
)
VERB_TAIL = re.compile(
    f"(?:{VERBS}|"
    + "|".join(f"{verb}(?:到了?|至|为|了)" for verb in RAISED.split("|"))
    + "|比一九[一-鿿]{2}年|"
    + "|".join(
        rf"{than}(?:(?:19|20)[0-9]{{2}}年[^,;。0-9]{{0,10}}|年初|“?十[一二三四五]?五”?(?:时期|期间|末)?)"
        for than in "比较"
    )
    + "|"
    + "|".join(rf"{verb}[^,;。]{{0,14}}(?:计划|任务|目标|预算|进度)数?的?" for verb in ("占", "完成", "超额完成", "为"))
    + ")$"
)
"""What a phrase closes with that is no part of the noun; each alternative begins with a sign of its own, which makes the search quick."""
LONGEST_TAIL = 24
SUBJECTS = (
    "全镇|全乡|全县|全市|全区|全省|全国|全村|我镇|我乡|我县|我市|我区|我省|我国|本镇|本县|镇里|县里|区里|镇|各地|各村|我们|镇党委|县委|镇政府|县政府|党委政府|年初|其中|同时|并且|并|此外|另外|目前|现在|现(?![代场役金])|已经?|仅|"
    "共计?|总共|累计|合计|先后|预计|预期|计划|力争|争取|确保|努力|使|到|截至|至|在(?![建册校职岗])|对|将|把|要|今年|年内|全部|一次性|我|而|且|又|还|也|均|分别|各(?![项类级种地族界])|其余|主要是|如|即|通过|以|为|由|从|实际(?=完成|实现)|成功|圆满|顺利|超额|全面|"
    "实现(?!值)|完成(?=[^投])|达到|达|是|有|及|和(?![平谐睦])|与|同比|力争实现|新(?=增加|完成)|可|能(?![源力耗])|拟|按|于|较|再|年"
)
SUBJECT_HEAD = re.compile(rf"(?:{SUBJECTS}|[的了着,:、;)\"”(“])")
GENERIC = re.compile(
    r"^(?:总?投资|投入|共?投入资金|投资了|资金|安排(?:资金)?|筹措?(?:资金)?|筹集(?:资金)?|争取(?:资金|项目资金|上级资金)?|完成|完成投资|计划投资|计划总投资|占地|占地面积|总占地|总占地面积|用地|"
    r"新?建成?|新建设?|建设|改造|修建|新修|维修|整治|栽植|种植|新增|实施|发展|硬化|拆除|绿化|铺设|打造|培训|引进|签约|落实|召开|举办|开展|发放|解决|抽调|出动|组织|排查|查处|办理|化解|成立|设立|培育|建立|辖|下辖|"
    r"清理|清运|回收|安装|更换|购置|配备|评选|推荐|表彰|帮扶|慰问|走访|救助|关闭|取缔|新打|打|支持|带动|吸纳|容纳|可容纳|惠及|覆盖|涉及|接待|受理|处理|调解|调处|处置|处罚|整改|实施了|建成了|新建了|改造了|完成了|"
    r"兑现|拨付|减免|归集|收缴|收回|征收|征用|流转|出栏|存栏|投放|储备|谋划|推进|启动|开工|竣工|续建|在建|列入|入围|获得|荣获|创建|命名|认定|转移|安置|招聘|引入|选派|派出|聘请|建|修|架设|疏通|开挖|更新|补植|造林|退耕|"
    r"共|和|及|以及|并|全长|长|宽|高|深|日处理|年产|日产|总?面积|总?长度?|总里程|以|在|由|的|投|用|集中|发展了|培育了|引进了|安排了|开展了|举办了|召开了|组织了|又|不断|积极|超|突破|过|超过|达|近|约)$"
)
MEASURE_NOUN = re.compile(
    r"(?:总投资|投资额|收入|支出|产值|增加值|总值|总额|金额|资金|贷款|存款|余额|税收|利税|利润|销售额|零售额|成交额|交易额|出口|进口|进出口|面积|长度|里程|装机容量|容量|产量|总产|单产|产能|能力|人数|人口|户数|"
    r"总量|数量|规模|标准|成本|价格|工资|补贴|补助|额|率|量|值|度|比重|比例|数|指数|费|款|库容|寿命|用水|能耗|存栏|出栏|排放|预算|税|投资)$"
)
BUILD_VERB = re.compile(
    r"^(?:的|了|用于|以上|以下|以内|之内|左右|上下|余|多|人民币|资金|的资金|元|,|\)|\"|”|、|以上的|建设资金|已?(?:新建|建设|建成|改造|改建|扩建|打造|修建|新修|实施|对|将|为|完成|开展|推进|兴建|建|修|安装|购置|购买|整修|维修|翻修|硬化|绿化|铺设|发放|"
    r"支持|扶持|解决|发展|建立|设立|引进|用来|落实|启动|开工|治理|整治|升级|提升|种植|栽植|加固|清淤|配套|补助|奖励|资助|救助|慰问|帮扶|化解))(?:了|的)?"
)
WORKS = re.compile(
    r"^(?:,|的)?(?:用于|新建|建设|建成|改造|改建|扩建|打造|修建|新修|实施|对|将|开展|推进|兴建|购置|购买|整修|维修|硬化|绿化|支持|扶持)"
)
PHRASE_END = re.compile(
    r"[。,;:!?\n、)(》\"”“]|(?:已经?|正在?|将|即将|加快|全面(?!预|二)|完成|高于|低于|稳定|还(?![林湖草建迁款贷])|仍|均|全部|分别|进行|得到|实现|达到|通过|顺利|成功|开工|投产|竣工|建成|完工|主体|落地|入驻|投入使用|基本|纳入|列入|获得?|被|为|是|(?<!发)达|以|与|同|占|超|比|较|增长|下降)"
)
NOT_NOUN = re.compile(
    r"^(?:以上|以下|左右|上下|以内|大关|关口|现(?![代有场役金])|已|正|将|均|全部|也|都|中(?![小学国心医药低型央])|完成|占|同比|增长|增加|减少|提高|上升|下降|扩大|达|为|是|在|并|其中|超|比|较|通过|得到|实现|的|和|与|及|、|,|。|;|:|\)|”|\"|\n|!|\?|》|/|余|多|$)"
)
FOLLOWS = re.compile(r"^(?:以上|以下|左右|上下|以内|之内|及以上|余|多)")
LEADING = re.compile(r"(?:及?以上|及?以下|以内|左右)的?|[一二三四五六七八九十]{1,3}是")
FOOTNOTE = re.compile(r"\[[0-9]{1,3}\]")
VERBAL_CLAUSE = re.compile(r"(?:达到|符合|具有|具备|拥有|通过|有|能)[^,。;]{2,30}的(?P<noun>[^,。;、的]{2,16})")
"""`新增100所达到二级标准的卫生院`: the things counted stand behind a clause of their own."""
COUNTED_PLACE = re.compile(
    r"(?:行政村|自然村|自然屯|贫困村|乡镇|村(?=[^级民庄小支委干务企医集屯道镇落街路])|省市|国家和地区|部门(?!门))(?![^,。;、的]{0,6}(?:队|所|站|室|中心))"
)
VERBAL = re.compile(
    r"(?:具有|投资|占地|有|达|建成|在建|新|总|以|由|为|各|集|年产|日处理|日产|可|能|人(?:口)?$|户$|涉及|符合|影响|从事|用于|拥有)"
)
ACROSS = re.compile(r"^[,](?P<next>[^,。;\n]{2,60})")
TREATED = re.compile(
    r"^(?:将|把|对)(?P<thing>[^,。;]{2,40}?)(?:等[^,。;]{0,6})?(?:进行(?:了)?(?P<work>[^,。;0-9]{2,10})|修|改|建|扩|实施|升级|加固|硬化)"
)
SHARE_OF = re.compile(r"(?:占|占到)(?P<whole>[^,;。]{1,24}?)的?(?:比重|比例|份额)?(?:为|达到?|约|超过?|近)?$")


def _without_lead(words: str) -> str:
    lead = LEADING.match(words)
    return words[lead.end() :] if lead else words


def _without_tail(phrase: str) -> str:
    for _ in range(6):
        tail = VERB_TAIL.search(phrase, max(0, len(phrase) - LONGEST_TAIL))
        if tail is None:
            break
        phrase = phrase[: tail.start()]
    return phrase


@lru_cache(maxsize=4096)
def head_left(words: str) -> str:
    """The noun phrase at the end of `words`, which stand before a number."""
    phrase = words.strip()
    if "[" in phrase:
        phrase = FOOTNOTE.sub("", phrase)
    phrase = _without_tail(_without_lead(phrase))
    while len(phrase) > 3 and phrase.endswith(("任务", "工作", "目标", "结构比")):
        phrase = phrase[:-1] if phrase.endswith("比") else phrase[:-2]
    last = phrase.rpartition("、")[2]
    return _strip_head(last if len(last) > 1 else phrase)


def _strip_head(phrase: str) -> str:
    for _ in range(8):
        lead = PERIOD.match(phrase) or SUBJECT_HEAD.match(phrase)
        if lead is None or len(phrase) - lead.end() < 2:
            break
        phrase = phrase[lead.end() :]
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.strip("“”")
    return phrase


def head_right(words: str) -> str:
    """The noun phrase at the start of `words`, which stand after a number."""
    phrase = words[1:] if words.startswith("级") else words
    for _ in range(3):
        shorter = BUILD_VERB.sub("", phrase)
        if shorter == phrase:
            break
        phrase = shorter
    phrase = phrase.lstrip('的,、)”"')
    if not phrase or phrase[0] in "。;:!?\n、,)":
        return ""
    unit = COUNTED_PLACE.match(phrase)
    if unit:
        return unit.group()
    end = PHRASE_END.search(phrase, 1)
    phrase = phrase[: end.start() if end else len(phrase)][:40]
    if phrase in ("项目", "企业") and (state := re.match(r"(?:已|正在?|全部)?[一-鿿]{2,6}(?=[,。;、])", words[2:])):
        phrase += state.group()
    joined = re.match(r"(.{6,60}?)(?:以及|及)(?!其)", phrase)
    if joined:
        phrase = joined.group(1)
    listed = re.match(r".{2,30}?等(?=[^级]{2})", phrase)
    if listed:
        phrase = phrase[listed.end() :]
    return _owner(phrase)


def _owner(phrase: str) -> str:
    """In `村的创建` the number belongs to what stands before 的, unless that part is a clause of its own."""
    head, sign, tail = phrase.partition("的")
    if not sign or not tail:
        return head
    return tail.rpartition("的")[2] if VERBAL.match(head) or len(head) < 2 else head


def noun_follows(right: str) -> bool:
    """Whether a noun stands right behind the number (`11个村`, `6000平方米厂房`)."""
    rest = FOLLOWS.sub("", right)
    if rest.startswith("的"):
        rest = rest[1:]
    return (
        bool(rest)
        and not NOT_NOUN.match(rest)
        and not PHRASE_END.match(rest)
        and not re.match(r"[0-9A-WYZa-wyz]", rest)
    )


def of_level(place: Place, carried: str) -> str:
    """The indicator of a level: the measure named in front, else the thing counted behind."""
    left, kind = head_left(place.left), place.quantity.unit_kind
    named = bool(left) and (not GENERIC.match(left) or (left.endswith("资金") and len(left) > 2))
    if place.quantity.unit == "" and place.right.startswith("大"):
        return head_right(place.right[1:])
    if (
        carried
        and kind != "count"
        and re.search(r"各$|(?:村|庄|镇|乡|社区)(?:分别)?$", place.left)
        and not noun_follows(place.right)
    ):
        return carried
    if kind in ("money", "usd", "currency"):
        return _of_money(place, left, named, carried)
    if kind == "count" and named and place.right.startswith("的") and len(left) > 2:
        return left
    if place.quantity.unit == "级" and (listed := re.search(r"[^,。;0-9]{1,12}$", place.left)):
        return listed.group()
    if noun_follows(place.right) and (kind == "count" or not (named and MEASURE_NOUN.search(left))):
        right = head_right(place.right)
        if right:
            return right
    if named:
        return left
    return _fallback(place, left, carried)


def _of_money(place: Place, left: str, named: bool, carried: str) -> str:
    if named and not re.search(r"(?:^|[^总])投资$|投入$", left):
        return left
    if noun_follows(place.right) or WORKS.match(place.right):
        right = head_right(place.right)
        if len(right) > 1:
            return right
    across = _across(place)
    if across:
        return across
    if left:
        return left
    return _fallback(place, left, carried)


def _across(place: Place) -> str:
    """`投资X万元,新建停车场`: the work is named in the clause that follows."""
    clause = ACROSS.match(place.after)
    if not clause:
        return ""
    words = clause["next"]
    treated = TREATED.match(words)
    if treated:
        return treated["work"] or treated["thing"].rpartition("的")[2]
    if BUILD_VERB.match(words) and not re.match(r"^(?:完成|实现|占|用于)", words):
        right = head_right(words)
        return re.split(r"[0-9]", right)[0] if len(right) > 1 else ""
    return ""


def _fallback(place: Place, left: str, carried: str) -> str:
    if GENERIC.match(left) and (clause := VERBAL_CLAUSE.match(place.right)):
        return clause["noun"]
    if left and not re.match(r"^(?:占地|占地面积|总?面积|全长|长|宽|共|和|及|与|以及|并|至|到)$", left):
        return left
    if carried:
        return carried
    if place.right:
        right = head_right(place.right)
        if right:
            return right
    return left


def of_rate(place: Place, carried: str) -> str:
    """The indicator of a rate that qualifies no level: its subject, else the noun behind it."""
    multiple = re.search(r"(?P<subject>[^,;。]{2,30}?)(?:是|相当于|为)[^,;。]{2,30}的(?:近|约)?$", place.left)
    left = head_left(multiple["subject"] if multiple else place.left)
    share = SHARE_OF.search(place.left)
    if share:
        subject = head_left(place.left[: share.start()])
        return subject or carried or head_left(share["whole"])
    if left and not GENERIC.match(left):
        return left
    if not left and noun_follows(place.right) and (not carried or place.before == place.left):
        return head_right(place.right)
    if place.right.startswith(("的", "以上的")) and noun_follows(place.right):
        return head_right(place.right)
    return carried or left or head_right(place.right)


def of_threshold(place: Place) -> str:
    """A size threshold belongs to the measure named in front (`年产值亿元以上`), else to the things behind it."""
    left = re.sub(r"(?:过|超过|超|突破|达)$", "", place.left)
    if MEASURE_NOUN.search(left) and 2 < len(left) < 8:
        return left
    left = head_left(left)
    rest = FOLLOWS.sub("", place.right)
    right = "" if rest.startswith(("大关", "关口")) else head_right(rest)
    return right.removesuffix("建设") or left


def left_is_noun(place: Place) -> bool:
    """Whether what stands between the threshold and the number is a bare noun (`过亿元项目2个`)."""
    return bool(re.fullmatch(r"(?:以上)?(?:的)?[^0-9,。;、]{2,12}", place.left))
