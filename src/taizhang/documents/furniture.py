"""Words of the web page or file around a report: dates of posting, counters, breadcrumbs, copyright, download notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.values.spans import Span

LABELLED = re.compile(
    r"[ \t]{0,8}(?:[【\[(（]{0,2})(?:发布时间|发布日期|发表时间|更新时间|成文日期|印发日期|公开日期|日期|时间|来源|信息来源|作者|编辑|责任编辑|责编|录入|审核|点击|点击数|点击量|浏览|浏览次数|"
    r"浏览量|阅读|阅读量|访问量|字号|字体|字体大小|大小|文件大小|下载|下载次数|索引号|发文字号|文号|主题词|分享|关键字|关键词|标签|评论|热度|人气|导语|摘要|内容摘要|核心提示|备案号|联系电话|电话|地址|邮编|"
    r"主办单位|承办|技术支持|网站标识码|版权所有|投稿|客服|QQ|微信|邮箱|当前位置|您的位置|您现在的位置|位置|上一篇|下一篇|上一条|下一条|相关链接|友情链接|相关阅读|相关文章|推荐阅读|附件|有效性|名称|发布机构)"
    r"[】\])）]{0,2}[ ]{0,4}[:：|]",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"版权所有|未经授权|不代表本站|来源于网友|来源于网络|仅供参考|网友上传|本站观点|原创文章|咨询客服|客服老师|ICP备|公网安备|网站地图|联系我们|设为首页|加入收藏|扫一扫|分享到|打印本页|关闭窗口|返回顶部|"
    r"打印[ ]{0,4}关闭|字号[:：]|【[大中小 ]{1,5}】|\[[大中小 ]{1,5}\]|下载本文|点击下载|免费下载|文库|范文网|本文由|转载请注明|Copyright|All Rights Reserved|©|马克数据网|微信公众号|手机版|上一篇|下一篇|"
    r"浏览次数|点击数|阅读次数|发布时间|网站标识码|(?:首页|主页)[ ]{0,3}[>＞»›]|[>＞»›][ ]{0,3}正文|QQ[:： ]{0,2}[0-9]{5,}|QQ空间|新浪微博|腾讯微博|人人网",
    re.IGNORECASE,
)
SIZED = re.compile(r"[ \t]{0,8}[^。]{0,40}[0-9.]{1,8}[ ]{0,2}(?:KB|MB|字节)[^。]{0,20}$", re.IGNORECASE)
STAMPED = re.compile(
    r"[ \t]{0,8}[^。；;，,]{0,60}(?<![0-9])(?:(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]|[01][0-9]-[0-3][0-9])"
    r"(?:[ ]{0,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[ )）\]】]{0,4}$"
)
PAGE = re.compile(
    r"[ \t]{0,8}(?:[-—－][ ]{0,2}[0-9]{1,4}[ ]{0,2}[-—－]|第[ ]{0,2}[0-9]{1,4}[ ]{0,2}页.{0,20}|[0-9]{1,4}[ ]{0,2}/[ ]{0,2}[0-9]{1,4}|[0-9]{1,4})[ \t]{0,8}$"
)
LONGEST = 220
"""A line of the page's words is short; a paragraph that merely mentions a source is not one."""


def lines_of(text: str) -> Iterator[Span]:
    """The lines of `text` without their line breaks."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page around the report."""
    if not line.strip() or len(line) > LONGEST:
        return False
    return bool(
        LABELLED.match(line) or MARKED.search(line) or SIZED.match(line) or STAMPED.match(line) or PAGE.match(line)
    )


def furniture(text: str) -> tuple[Span, ...]:
    """Spans of the lines that belong to the page, in order."""
    return tuple(span for span in lines_of(text) if is_furniture(text[span.start : span.end]))
