"""One name written two ways.

What it checks: a village that loses its 子, a company that gains a 总, a listed name with a homophone in one place.
Why: names are typed from memory, and a search for one form misses the other.
Fails: 柳家营子村修路3公里。柳家营子和石桥已通水，柳家营、石桥两村正在施工。
Passes: 柳家营子村修路3公里。柳家营子和石桥已通水，柳家营子、石桥两村正在施工。
When to overrule: the two forms are two places or two companies.
Source: none but the text itself; the rarer form is reported, the later one where each stands once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：村名漏“子”、公司多“总”、名单中的名称有一处用了同音字。
为什么：凭印象录入，按一种写法检索就会漏掉另一种。
错例：柳家营子村修路3公里。柳家营子和石桥已通水，柳家营、石桥两村正在施工。
对例：柳家营子村修路3公里。柳家营子和石桥已通水，柳家营子、石桥两村正在施工。
何时不理：确是两个地方或两家公司。
依据：只看文本本身；报告较少的一种写法，各出现一次时报告后一种。
"""

RULE: RuleWord = "name"
CODE = "name_variant"
PLACE_TAIL = "营庄沟洼屯窝岗岭堡寨店坨甸墩坡湾栏台"
WITH_CHILD = re.compile(rf"(?P<name>[一-鿿]{{2}}[{PLACE_TAIL}])子")
COMPANY = re.compile(r"(?P<name>[一-鿿]{4})(?P<head>总?公司)")
LISTED = re.compile(
    r"(?<=[、和及与在修中,。“])(?P<name>[一-鿿]{3,4}?)(?=[、和及与的村各,。”]|项目|小学|社区|工业园|水库|景区)"
)
NOT_A_NAME = re.compile(r"[第一二三四五六七八九十两东西南北上下前后左右大小老新各等的是了在有全我]")
NEIGHBOURS = 4
FREQUENT = 3
MOST_NAMES = 300
"""No report has more; a file that does is looked through only for these, so that time stays linear."""


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each rarer form."""
    yield from _lost_child(reading)
    yield from _companies(reading)
    yield from _homophones(reading)


def _finding(reading: Reading, start: int, end: int, right: str) -> Finding:
    wrong = reading.report.text[start:end]
    return defect(
        CODE,
        RULE,
        (start, end),
        Words(f"“{wrong}”在文中他处写作“{right}”", f"{wrong} is written {right} elsewhere"),
        stated=wrong,
        computed=right,
    )


def _lost_child(reading: Reading) -> Iterator[Finding]:
    """A place name in 子 that stands without it among names or before 村."""
    names = Counter(match["name"] for match in WITH_CHILD.finditer(reading.plain))
    for name, count in names.most_common(MOST_NAMES):
        if reading.plain.count(name) <= reading.plain.count(f"{name}子"):
            continue
        short = re.compile(rf"(?:(?<=[、和及与在,。])|(?={name}村)){name}(?!子)(?:村|(?=[、和及与,。]))")
        found = list(short.finditer(reading.plain))
        if found and len(found) <= count:
            yield _finding(reading, found[0].start(), found[0].end(), f"{name}子")


def _companies(reading: Reading) -> Iterator[Finding]:
    """公司 and 总公司 behind the same four characters, with the same words behind them."""
    forms: dict[str, list[re.Match[str]]] = {}
    for match in COMPANY.finditer(reading.plain):
        key = match["name"].removesuffix("总") + reading.plain[match.end() : match.end() + 3]
        forms.setdefault(key[-7:], []).append(match)
    for found in forms.values():
        heads = Counter(match["head"] for match in found)
        if len(heads) < 2:
            continue
        rare = min(heads, key=lambda head: (heads[head], -max(m.start() for m in found if m["head"] == head)))
        match = next(each for each in reversed(found) if each["head"] == rare)
        other = next(head for head in heads if head != rare)
        yield _finding(reading, match.start(), match.end(), match["name"] + other)


def _homophones(reading: Reading) -> Iterator[Finding]:
    listed: dict[str, int] = {}
    for match in LISTED.finditer(reading.plain):
        listed.setdefault(match["name"], match.start())
    buckets: dict[str, list[str]] = {}
    for name in listed:
        if not NOT_A_NAME.search(name[1:]):
            for index in range(len(name)):
                buckets.setdefault(f"{name[:index]}?{name[index + 1 :]}", []).append(name)
    for key, names in buckets.items():
        if len(names) > 1:
            yield from _rare_ones(reading, listed, names, key.index("?"))


def _rare_ones(reading: Reading, listed: dict[str, int], names: list[str], index: int) -> Iterator[Finding]:
    # Sound first: it is cheap, and few pairs are left whose places must be counted in the whole text.
    alike = [name for name in names if any(_sound_alike(name[index], other[index]) for other in names)]
    if not alike:
        return
    counts = {name: reading.plain.count(name) for name in alike}
    right = max(counts, key=lambda name: counts[name])
    for name in alike:
        if counts[name] == 1 and counts[right] >= FREQUENT and _sound_alike(name[index], right[index]):
            yield _finding(reading, listed[name], listed[name] + len(name), right)


def _sound_alike(first: str, second: str) -> bool:
    """Whether two common characters stand side by side in GB 2312, whose first level is ordered by sound."""
    codes = []
    for character in (first, second):
        try:
            high, low = character.encode("gb2312")
        except (UnicodeEncodeError, ValueError):
            return False
        codes.append((high - 0xA1) * 94 + low - 0xA1)
    last_common = (0xD7 - 0xA1) * 94 + 94
    return first != second and max(codes) < last_common and abs(codes[0] - codes[1]) <= NEIGHBOURS
