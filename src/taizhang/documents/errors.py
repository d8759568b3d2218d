"""Why a file cannot be read: one of few named reasons, in the reader's words, with what to do."""

from __future__ import annotations

from taizhang.values.words import Words

REASONS: dict[str, Words] = {
    "missing": Words(
        zh="找不到或打不开这个文件；请检查路径和权限",
        en="cannot be found or opened; check the path and its permissions",
    ),
    "format": Words(
        zh="不是能读的格式，或内容与扩展名不符；请另存为 .docx、.xlsx、.pdf、.txt 或 .html",
        en="is no format that can be read, or its content is not what its name says; save it as .docx, .xlsx, .pdf, .txt or .html",
    ),
    "encoding": Words(
        zh="文字编码无法辨认；请另存为 UTF-8", en="has an encoding that cannot be told; save it as UTF-8"
    ),
    "large": Words(
        zh="超出大小、篇幅或解压限额；请拆分后再读", en="is over the limits of size, length or unpacking; split it"
    ),
    "damaged": Words(zh="文件损坏或不完整；请重新导出", en="is damaged or incomplete; export it again"),
    "unsafe": Words(
        zh="含宏、外部链接模板或加密等不安全内容；请去除后另存",
        en="holds macros, outside templates, encryption or other unsafe content; remove it and save again",
    ),
    "pictures": Words(
        zh="是扫描件：只有图片，没有文字；请先做文字识别(OCR)", en="holds pictures, not text; run OCR on it first"
    ),
    "office": Words(
        zh="是旧版 .doc/.wps：请安装 LibreOffice，或另存为 .docx",
        en="is an old .doc or .wps: install LibreOffice, or save it as .docx",
    ),
}
"""Every reason that a refusal may give."""


class UnreadableFile(Exception):  # noqa: N818 - the public name says what it is
    """`name` cannot be read; `code` is a key of REASONS, `reason` says what is wrong and what to do."""

    def __init__(self, name: str, code: str) -> None:
        self.name, self.code, self.reason = name, code, REASONS[code]
        super().__init__(f"{name}: {self.reason.en}")
