"""How reports write numbers: digits, numerals, masks, ranges, bounds, and what looks like a number but is none."""

from __future__ import annotations

import re

from taizhang.values.claims import Bound

FIGURE = r"[0-9]{1,15}(?:,[0-9]{3}(?![0-9])){0,4}(?:\.[0-9]{1,8})?"
MASK = r"[xX×＊*□○]{1,8}(?:\.[0-9]{1,4})?|[0-9]{1,6}[xX×*]{1,6}"
NUMERAL = "零一二三四五六七八九十百千两〇"
SCAN = re.compile(
    rf"(?=[0-9百半翻xX×＊*□余多万亿{NUMERAL}])(?:(?P<percent>百分之(?:(?P<over>[{NUMERAL}]{{1,6}})(?:点(?P<part>[{NUMERAL}]{{1,4}}))?|(?P<percentage>{FIGURE})))"
    r"|(?P<double>翻(?:[了近]|一番)?(?P<times>[0-9一两二三四五])?番?(?:半)?(?<=番))"
    rf"|(?P<figure>{FIGURE})"
    r"|(?P<mask>[xX×＊*□]{1,8}(?:\.[0-9]{1,4})?)"
    rf"|(?P<numeral>(?:[{NUMERAL}]{{1,9}}[万亿](?=[{NUMERAL}]))?[{NUMERAL}]{{1,9}}(?:点[零一二三四五六七八九]{{1,3}})?)"
    r"|(?P<half>(?<![一过大前上下多近各])半)(?=[亩公天小成])"
    r"|(?P<scale>[万亿]{1,2})(?=[元美千人户亩吨])"
    r"|(?P<lost>[余多](?=[元亩米公平株棵户人个吨头万处座])))"
)
RANGE = re.compile(rf"(?:%|个百分点)?(?:[—–~～至-]{{1,2}}|到)(?P<second>{FIGURE})")
RATIO = re.compile(rf"(?:[:]{FIGURE}){{1,6}}")
AFTER = {"以上": ">=", "及以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "左右": "~", "上下": "~", "之上": ">="}
AFTER_STARTS = frozenset("以及之左上大人多余")
RANGE_STARTS = frozenset("—–~～至-到%个")
AFTER_WORD = re.compile(r"(?:人民币)?(?P<word>以上|及以上|以下|以内|之内|左右|上下|之上|大关)")
TRAILING = re.compile(r"[多余](?![种个家项元户人条次亩样形])")
NAME_BY_NUMERAL = re.compile(
    rf"[{NUMERAL}](?:座|条|家|道|门|棵|间|口|里|支|盘)[一-鿿](?=水库|村|镇|乡|河|沟|湖|山|桥(?!梁))"
)
BEFORE = {
    "~": ("约", "近", "大约", "约为", "大概", "将近", "接近", "约计", "约达", "近达"),
    ">": ("超过", "超", "突破", "过", "逾", "多达", "高于", "大于", "突破了", "超过了", "超出", "破"),
    ">=": ("不低于", "不少于", "至少", "不小于", "达到或超过", "不下"),
    "<": ("不足", "低于", "小于", "少于", "不到", "未达到"),
    "<=": ("不超过", "不高于", "至多", "不大于", "不突破"),
}
BEFORE_WORD = re.compile(
    "(?:"
    + "|".join(f"(?P<b{i}>{'|'.join(sorted(words, key=len, reverse=True))})" for i, words in enumerate(BEFORE.values()))
    + ")$"
)
BOUNDS: list[Bound] = ["~", ">", ">=", "<", "<="]
NOT_BOUND = re.compile(r"(?:最|附|邻|贴|亲|经|通|度|不|越|悔|走|临|相)$")
SCALE = re.compile(r"[十百千]?[万亿]{1,2}|[百千](?![瓦米克伏卡])")
MASKED = re.compile(r"[xX×*]{1,6}")
HALF_MORE = re.compile(r"半(?=[,。;、\n)]|$)")
INNER = re.compile(r"[余多几来]")
PER = re.compile(
    r"/(?:人·年|人|年|月|日|天|小时|平方米|平方公里|立方米|公里|亩|户|吨|头|千瓦时|度|升|秒|次|斤|公斤|台|车|辆|间|套|个|km2|m3|h|GDP|万元|台班|棵|株)"
)
STAMP = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?![0-9])|(?<![0-9.])[01][0-9]-[0-3][0-9](?![0-9.%万亿个户人]))"
    r"(?:[T ]{0,2}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
)
YEAR = re.compile(
    r"(?:19|20)[0-9]{2}(?:年|[-—–~～至/.到](?:19|20)?[0-9]{2}(?:年|(?![0-9.%万亿个]))|[./-][0-9]{1,2}[./-])"
)
DATE = re.compile(
    r"[0-9]{1,4}(?:[-—–~～至到、.][0-9]{1,2})?(?:月(?!度)|日(?!均|处|产|供)|号|时(?!间)|年代|世纪|届|版|期工程|期项目|期)|[0-9]{1,2}:[0-9]{2}(?![:0-9])"
)
NAMED = re.compile(
    r"[0-9]{1,6}(?:省道|国道|县道|乡道|线|高速|热线|号|路|工程|A|G(?!W)|K(?![Ww])|[Dd](?=打)|·|\+|级|[#＃]|计划|行动|模式|制(?!造)|式(?!各)|院|型)"
)
WIDE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9.])")
LATIN = re.compile(r"[A-Za-z+·#〔\[_@.]$")
ORDINAL = re.compile(r"(?:第|列|名列第|居第|No\.?|编号)$")
LISTED = re.compile(r"[0-9]{1,2}(?:[、)]|\.(?![0-9]))")
SPAN_OF_YEARS = re.compile(r"(?:近|(?<![已经])过去|前|今后|未来|这|最近|此后|往后|后|以往|头)$")
NUMERAL_UNITS = frozenset(
    [
        "个",
        "家",
        "处",
        "户",
        "项",
        "名",
        "人",
        "人次",
        "条",
        "座",
        "所",
        "件",
        "起",
        "批",
        "次",
        "场",
        "口",
        "眼",
        "台",
        "套",
        "辆",
        "部",
        "栋",
        "幢",
        "间",
        "株",
        "头",
        "只",
        "块",
        "片",
        "支",
        "门",
        "张",
        "艘",
        "例",
        "盏",
        "轮",
        "类",
        "倍",
        "成",
        "亩",
        "元",
        "公里",
        "米",
        "吨",
        "公斤",
        "斤",
        "平方米",
        "平方公里",
        "千瓦",
        "天",
        "小时",
        "个月",
        "美元",
        "种",
        "公顷",
        "千米",
        "班",
        "篇",
        "本",
        "册",
        "幅",
        "道",
        "对",
        "户次",
        "台次",
        "批次",
        "场次",
        "个百分点",
        "%",
        "千瓦时",
        "度",
        "组",
        "份",
        "担",
        "立方米",
    ]
)
"""Measure words that a Chinese numeral may stand before; other words make it a name or an idiom."""
BEFORE_NUMERAL_UNITS = frozenset(unit[0] for unit in NUMERAL_UNITS) | frozenset("万亿余多几来大级")
"""The signs that can follow a numeral which counts; a look at one sign settles most of 一, 十 and 千."""
BOUND_ENDS = frozenset(word[-1] for words in BEFORE.values() for word in words)
NOT_COUNTED = re.compile(
    r"(?:个)?(?:部分|项规定|项原则|个一批|意识|自信|翻番|起来|维护|代表|确立|全面|文明(?!生态村|村|单位)|必接|统筹|基本点|有利于|率先|务必|必须|离不开|不愁|保障(?!房|性)|突破|不放过|百年|产业|会议|全会|农|资|公(?!里)|侧|岸|旁|边|端|手|世界|方面|阶段|人民|一起|化|新台阶|"
    r"中心|体系|层次|台阶|体(?!育)|会|代会|五年|年计划|年规划|共同|结合|到位|战略|次产业|次会议|次全会|次党代|再|更|极|好|重点|面|主体|角|轮驱动|委|免|降|补|优|提|到|不|个月内)"
)
ARTICLE_NOUN = re.compile(r"[,。;、:!?\n)”]|$|和|以及")
BARE_BEFORE = re.compile(
    r"(?:为|达到?|到|至|约|近|超过?|过|突破|指数|系数|浓度|在|升|降|比|分|值|数|人|共|计|是|有|到了)$"
)
BUILDS = re.compile(
    r"(?:新建|建成|建设|建|修建|新增|改建|扩建|兴建|购置|新购|打造了|完成|引进|成立|设立|架设|铺设|开通)了?$"
)
