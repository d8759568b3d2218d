"""Words of the web page or file around a report: dates of posting, counters, breadcrumbs, copyright, download notes."""

from __future__ import annotations

import re

from taizhang.documents.lines import Lines
from taizhang.values.spans import Span

LABEL = (
    r"[【\[(]{0,2}(?:发布时间|发布日期|发表时间|更新时间|成文日期|印发日期|公开日期|发文时间|时间|来源|信息来源|文章来源|来源URL|作者|编辑|责任编辑|"
    r"责编|录入|点击|点击数|点击量|浏览|浏览次数|浏览量|阅读|阅读量|阅读次数|访问量|字号|字体|字体大小|文件大小|下载次数|索引号|发文字号|发文单位|发布机构|主题词|分享|"
    r"分享到|关键字|关键词|标签|评论|热度|人气|导语|内容摘要|核心提示|(?:ICP)?备案号|公安机关备案号|技术支持|网站标识码|版权所有|投稿|客服|QQ|微信|当前位置|您的位置|"
    r"您现在的位置|上一篇|下一篇|上一条|下一条|相关链接|友情链接|相关阅读|相关文章|推荐阅读)[】\])]{0,2}[ ]{0,4}[:|]"
)
LABELLED = re.compile(rf"[ \t]{{0,8}}{LABEL}", re.IGNORECASE)
MARKED = re.compile(
    r"未经授权|未经许可|不代表本站|来源于网友|来源于网络|网友上传|本站观点|咨询客服|客服老师|ICP备[0-9]|公网安备[ ]?[0-9]|网站地图|设为首页|加入收藏|扫一扫|分享到|"
    r"打印本页|关闭窗口|返回顶部|打印[ ]{0,4}关闭|字号[:\[]|[【\[](?:[大中小][ ]{0,2}){1,3}[】\]]|下载本文|点击下载|免费下载|范文网|本文由[^,。]{0,20}整理|转载请注明|"
    r"Copyright|All Rights Reserved|©|马克数据网|微信公众号[:]|浏览次数|点击数|阅读次数|网站标识码|(?:首页|主页)[ ]{0,3}[>＞»›]|[>＞»›][ ]{0,3}正文|"
    r"QQ[:： ]{0,2}[0-9]{5,12}|QQ空间|新浪微博|腾讯微博|人人网|中文维基文库",
    re.IGNORECASE,
)
SIZED = re.compile(r"[ \t]{0,8}[^。]{0,40}[0-9.]{1,8}[ ]{0,2}(?:KB|MB|字节)[^。]{0,20}$", re.IGNORECASE)
STAMPED = re.compile(
    r"[^。;,]{0,60}(?<![0-9])(?:(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]|[01][0-9]-[0-3][0-9])"
    r"(?:[ ]{0,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[ )\]】]{0,4}$"
)
PAGE = re.compile(
    r"[ \t]{0,8}(?:[-—－][ ]{0,2}[0-9]{1,4}[ ]{0,2}[-—－]|第[ ]{0,2}[0-9]{1,4}[ ]{0,2}页[^。]{0,20})[ \t]{0,8}$"
)
BARE = re.compile(r"[ \t]{0,8}([0-9]{1,6})[ \t]{0,8}$")
BARE_LINE = re.compile(rf"\n{BARE.pattern[:-1]}(?=\n|\Z)")
BEGINS_LIKELY = re.compile(rf"\n[ \t]{{0,8}}(?:{LABEL}|[-—－][ ]{{0,2}}[0-9]|第[ ]{{0,2}}[0-9])", re.IGNORECASE)
"""How a line begins that LABELLED or PAGE matches."""
HOLDS_LIKELY = re.compile(
    r"授权|许可|站(?:地图|(?<=本站))|源于网|网(?:友上传|(?<=人人网)|(?<=范文网))|客服|备(?:[0-9]|(?<=安备))|页(?:[ ]{0,3}[>＞»›]|(?<=首页)|(?<=本页))|"
    r"藏(?<=收藏)|扫一扫|享到|闭(?<=关闭)|顶部|字号|【[大中小]|\[[大中小]|载(?<=[下转]载)|由(?<=本文由)|©|马克|众号|览次数|击数|读次数|标识码|>|＞|»|›|"
    r"浪微博|讯微博|维基文|字节|K[Bb]|k[Bb]|M[Bb]|m[Bb]|Q[Qq]|q[Qq]|Y[Rr]|y[Rr]|G[Hh]|g[Hh]"
)
"""What stands in every line that MARKED or SIZED matches; an alternative begins with the rarest sign of its words, a
single one, which is what the search looks for."""
HEAD_LABEL = re.compile(
    r"[ \t]{0,8}(?:标题|报告人|正文|摘要|日期|文号|电话|联系电话|地址|名称|主办单位|审核|附件)[ ]{0,2}:"
)
ENDS_PAGE = re.compile(
    r"分享到|上一篇|下一篇|上一条|下一条|相关(?:文章|阅读|链接)|推荐阅读|本栏|标签[:云]|责任编辑|主办:|备(?<=[Ii][Cc][Pp]备)|网站标识码|版权所有|公网安备|公安机关备案|"
    r"网站地图|返回顶部|关闭窗口|打印本页|opyright|OPYRIGHT|空间(?<=[Qq]{2}空间)|©",
)
BODY_BEGINS = re.compile(
    r"[ \t]{0,8}(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])|[^\n]{0,80}。[ \t]{0,4}$"
)
SUMMARY = re.compile(r"[ \t]{0,8}(?:内容摘要|摘要|导语|核心提示):[ \t]{0,8}$")
LONGEST = 220
"""A line of the page's words is short; a paragraph that merely mentions a source is not one."""
TITLE_LONGEST = 40
SPOKEN = re.compile(r"会议|大会|代表|[。;]")
"""What a line says that tells who gave the report and where: it is no title, though it may end with the title's words."""
BODY_LINE = 80
HEAD_LINES = 40
PAGE_APART = 200
"""Fewer characters between two bare numbers than a page has: they are cells of a table, not page numbers."""


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page around the report, wherever it stands."""
    if not line.strip() or len(line) > LONGEST:
        return False
    return bool(LABELLED.match(line) or MARKED.search(line) or SIZED.match(line) or PAGE.match(line))


def _is_sentence(line: str) -> bool:
    return len(line) > BODY_LINE and "。" in line


def _head(lines: Lines) -> set[int]:
    """Lines above the body, where a number or a stamp alone is the page's as well."""
    found: set[int] = set()
    after_summary = False
    for index, line in enumerate(lines.words[:HEAD_LINES]):
        of_page = is_furniture(line)
        if after_summary and line.strip():
            found.add(index)
            after_summary = False
        elif not of_page and (len(line) > BODY_LINE or BODY_BEGINS.match(line)):
            break
        elif of_page or HEAD_LABEL.match(line) or BARE.match(line) or STAMPED.match(line):
            found.add(index)
            after_summary = bool(SUMMARY.match(line))
    if not any(LABELLED.match(lines.words[index]) for index in found):
        return set()
    return found | _site_title(lines, found)


def _site_title(lines: Lines, found: set[int]) -> set[int]:
    """Lines above the date of posting are the page's where the report repeats its title below."""
    first = min(found)
    below = "\n".join(line for index, line in enumerate(lines.words[first:60], first) if index not in found)
    near = below[:2000].replace(" ", "").replace("?", "").split("\n")
    squeezed = "".join(near)
    titles = [line for line in near if len(line) <= TITLE_LONGEST and not SPOKEN.search(line)]
    return {
        index
        for index, line in enumerate(lines.words[:first])
        if 0 < len(words := line.strip()) <= 60 and (words in squeezed or any(words[-4:] in title for title in titles))
    }


def _tail(lines: Lines) -> range:
    """From the first sign that the page goes on without the report to the end."""
    words = lines.words
    count = len(words)
    last = next((at for at in reversed(range(count)) if _is_sentence(words[at]) and not is_furniture(words[at])), -1)
    after = range(last + 1, count)
    start = next((at for at in after if len(words[at]) <= LONGEST and ENDS_PAGE.search(words[at])), count)
    return range(start, count)


def _pages(lines: Lines) -> set[int]:
    """Bare numbers that count up a page apart."""
    found: set[int] = set()
    before: tuple[int, int, int] | None = None
    for match in BARE_LINE.finditer("\n" + lines.text):
        # with a line break put in front, a match starts where its line does
        number, start, index = int(match[1]), match.start(), lines.index(match.start())
        if before and number == before[0] + 1 and start - before[1] > PAGE_APART:
            found |= {before[2], index}
        before = (number, start, index)
    return found


def _marked(lines: Lines) -> set[int]:
    """Lines that belong to the page wherever they stand; only those that hold a telling sign are looked at whole."""
    searches = (("\n" + lines.text, BEGINS_LIKELY), (lines.text, HOLDS_LIKELY))
    candidates = {
        index
        for text, pattern in searches
        for index in lines.holding(match.start() for match in pattern.finditer(text))
    }
    return {index for index in candidates if is_furniture(lines.words[index])}


def furniture(lines: Lines) -> tuple[Span, ...]:
    """Spans of the lines of Simplified, half-width text that belong to the page, in order."""
    chosen = {*_marked(lines), *_head(lines), *_tail(lines), *_pages(lines)}
    return tuple(lines.span(index) for index in sorted(chosen) if lines.words[index])
