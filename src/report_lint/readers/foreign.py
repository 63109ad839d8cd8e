"""Files that are no report text: what they are and the way out, told by their first bytes or their ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.errors import ReadError

if TYPE_CHECKING:
    from typing import BinaryIO

HEAD_BYTES = 4096
_OLE = b"\xd0\xcf\x11\xe0"
_OLE_LIMIT = 64 * 1024 * 1024
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED = "文件设有打开密码，请在 Word 或 WPS 中取消密码并保存后再检查"

_SENTENCES = {
    "doc": "这是旧版 Word 格式，请用 Word 或 WPS 另存为 .docx",
    "wps": "这是 WPS 文字专用格式，请用 WPS 另存为 .docx",
    "pdf": "这是 PDF，请改用排版前的 .docx 原稿，或把文字复制到 .txt",
    "ofd": "这是 OFD 版式文件，请改用排版前的 .docx 原稿，或把文字复制到 .txt",
    "rtf": "这是 RTF 格式，请用 Word 或 WPS 另存为 .docx",
    "odt": "这是 OpenDocument 格式，请用 LibreOffice 或 WPS 另存为 .docx",
    "html": "这是网页，请在浏览器中打开，把正文复制到 .docx 或 .txt",
    "xml": "这是 XML 文件，请用 Word 或 WPS 打开后另存为 .docx",
    "sheet": "这是电子表格，请改用 .docx、.txt 或 .md 格式的报告",
    "slides": "这是演示文稿，请改用 .docx、.txt 或 .md 格式的报告",
    "image": "这是图片，没有可检查的文字，请改用 .docx 原稿，或识别文字后存为 .txt",
    "archive": "这是压缩包，请先解压，再检查里面的报告",
}
BINARY = "这不是文本文件，请用 Word 或 WPS 打开原稿，另存为 .docx"

_ENDINGS = {
    ending: name
    for name, endings in {
        "doc": ".doc .dot",
        "wps": ".wps .wpt",
        "pdf": ".pdf",
        "ofd": ".ofd",
        "rtf": ".rtf",
        "odt": ".odt .fodt",
        "html": ".html .htm .mht .mhtml",
        "xml": ".xml",
        "sheet": ".xls .xlsx .et .ods",
        "slides": ".ppt .pptx .dps .odp",
        "image": ".png .jpg .jpeg .gif .bmp .tif .tiff .webp",
        "archive": ".zip .rar .7z .gz .tar",
    }.items()
    for ending in endings.split()
}
_DOCUMENT_NAMES = frozenset({"doc", "wps", "pdf", "ofd", "rtf", "odt"})
_MAGIC = {
    b"%PDF-": "pdf",
    b"{\\rtf": "rtf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\0": "image",
    b"MM\0*": "image",
    b"Rar!\x1a": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
}
_MARKUP = {b"<!doctype html": "html", b"<html": "html", b"mime-version:": "html", b"<?xml": "xml"}
_ZIP_PARTS = {"ofd.xml": "ofd", "xl/workbook.xml": "sheet", "ppt/presentation.xml": "slides", "content.xml": "odt"}


def is_foreign_document(ending: str) -> bool:
    """Tell whether a file with this ending may be a report, in a format we do not read."""
    return _ENDINGS.get(ending) in _DOCUMENT_NAMES


def refuse_foreign(head: bytes, ending: str, stream: BinaryIO) -> None:
    """Raise when the first bytes or the ending show a format we do not read."""
    if head.startswith(_OLE):
        _refuse_ole(ending, stream)
    name = _sniff(head) or _ENDINGS.get(ending)
    if name is not None:
        raise ReadError(_SENTENCES[name], kind="unsupported")


def _sniff(head: bytes) -> str | None:
    markup = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    found = (name for start, name in _MARKUP.items() if markup.startswith(start))
    return next(found, None) or next((name for start, name in _MAGIC.items() if head.startswith(start)), None)


def _refuse_ole(ending: str, stream: BinaryIO) -> None:
    """Raise for the container of old Office files, which also wraps a new one that has a password."""
    if _ENCRYPTED_STREAM in stream.read(_OLE_LIMIT):
        raise ReadError(ENCRYPTED, kind="encrypted")
    name = _ENDINGS.get(ending, "doc")
    raise ReadError(_SENTENCES[name if name in {"wps", "sheet", "slides"} else "doc"], kind="unsupported")


def refuse_other_zip(names: frozenset[str]) -> None:
    """Raise for a zip that is no Word file, naming what its parts show it to be."""
    name = next((name for part, name in _ZIP_PARTS.items() if part in names), "archive")
    raise ReadError(_SENTENCES[name], kind="unsupported")
