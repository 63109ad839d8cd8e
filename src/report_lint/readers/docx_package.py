"""A Word file as a zip of XML parts, opened with bounds: nothing a file claims about itself is trusted."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from report_lint.errors import ReadError
from report_lint.readers.foreign import ENCRYPTED, refuse_other_zip

if TYPE_CHECKING:
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

FILE_LIMIT = 200 * 1024 * 1024  # with its pictures, which are never read
PARTS_LIMIT = 32 * 1024 * 1024  # what is read, unpacked; a report of thirty pages has half a megabyte
_DIRECTORY_LIMIT = 4 * 1024 * 1024
DAMAGED = "Word 文件已损坏或没有传完，请重新复制一份，或用 Word、WPS 打开修复后另存为 .docx"
TOO_LARGE = "Word 文件过大，不像是一份报告，请把正文复制到新建的文档再检查"
_BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED_FLAG = 1
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Package:
    """The parts of an open Word file, by name in lower case; all that is read counts against one limit."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        """Read the directory of the zip.

        Raises:
            ReadError: it is damaged or absurdly large.
        """
        if size > FILE_LIMIT or _directory_size(stream, size) > _DIRECTORY_LIMIT:
            raise ReadError(TOO_LARGE, kind="too-large")
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BAD_ZIP as error:
            raise ReadError(DAMAGED, kind="damaged") from error
        self._parts = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self._zip.infolist()}
        self._left = PARTS_LIMIT

    def document(self) -> str:
        """Return the name of the part that holds the body."""
        name = self.related("").get("officeDocument", "word/document.xml")
        if name in self._parts:
            return name
        if "word/document.xml" in self._parts:
            return "word/document.xml"
        if "[content_types].xml" not in self._parts or not any(part.startswith("word/") for part in self._parts):
            refuse_other_zip(frozenset(self._parts))
        raise ReadError(DAMAGED, kind="damaged")

    def related(self, source: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the last word of the relation's type."""
        folder, base = posixpath.split(source)
        try:
            root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        except ReadError as error:
            if error.kind != "damaged":
                raise
            root = None  # Word files keep their parts under the usual names even then
        related: dict[str, str] = {}
        for relation in root if root is not None else ():
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            if relation.get("TargetMode") != "External":
                related.setdefault(relation.get("Type", "").rpartition("/")[2], target.lstrip("/").lower())
        return related

    def part(self, name: str) -> Element | None:
        """Return the parsed part of this name, or None where there is none.

        Raises:
            ReadError: the part is damaged, has a password, or is a bomb.
        """
        data = self.data(name)
        return None if data is None else parse(data)

    def data(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None where there is none.

        Raises:
            ReadError: the part is damaged, has a password, or unpacks to too much.
        """
        info = self._parts.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise ReadError(ENCRYPTED, kind="encrypted")
        if info.compress_type not in _METHODS:  # Word writes no other, and others unpack without a bound
            raise ReadError(DAMAGED, kind="damaged")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except _BAD_ZIP as error:
            raise ReadError(DAMAGED, kind="damaged") from error
        self._left -= len(data)
        if self._left < 0:
            raise ReadError(TOO_LARGE, kind="too-large")
        return data


def parse(data: bytes) -> Element:
    """Return the root of an XML part, which is UTF-8 or UTF-16 and has no document type.

    Raises:
        ReadError: it is anything else.
    """
    data = as_utf8(data)
    # Entities, and with them entity bombs, need a document type; forcing UTF-8 lets none hide in another encoding.
    if b"<!DOCTYPE" in data:
        raise ReadError(DAMAGED, kind="damaged")
    try:
        return ET.fromstring(data.replace(_STRICT, _TRANSITIONAL), ET.XMLParser(encoding="utf-8"))  # noqa: S314
    except (ET.ParseError, ValueError) as error:
        raise ReadError(DAMAGED, kind="damaged") from error


def as_utf8(data: bytes) -> bytes:
    """Return an XML part in UTF-8, whatever its declaration says."""
    return data.decode("utf-16", "replace").encode("utf-8", "replace") if data.startswith(_UTF16) else data


def _directory_size(stream: BinaryIO, size: int) -> int:
    """Return how long the directory at the end of a zip says it is, 0 where there is none.

    `zipfile` reads all of it, whatever its length; a directory of millions of names fills the memory.
    """
    tail_size = min(size, 1 << 16 | 128)
    stream.seek(size - tail_size)
    tail = stream.read(tail_size)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0:
        return 0
    if len(tail) < end + 22:
        return size
    (length,) = struct.unpack_from("<L", tail, end + 12)
    if tail[max(end - 20, 0) :].startswith(b"PK\x06\x07"):  # a second, 64-bit record stands before
        wide = tail.rfind(b"PK\x06\x06", 0, end)
        (length,) = struct.unpack_from("<Q", tail, wide + 40) if wide >= 0 else (size,)
    return int(length)
