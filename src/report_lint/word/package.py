"""A Word file with some of its parts changed; all others are copied as they are."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

from report_lint.errors import ReadError
from report_lint.readers.docx_package import DAMAGED, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNPACKED_LIMIT = 1 << 30  # pictures included
_BLOCK = 1 << 20


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return a Word file with parts replaced or added; names are compared in lower case.

    Raises:
        ReadError: a part cannot be copied because the file is damaged, or it unpacks to too much.
    """
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            last = {_key(info.filename): info for info in old.infolist()}
            if sum(info.file_size for info in last.values()) > _UNPACKED_LIMIT:
                raise ReadError(TOO_LARGE, kind="too-large")
            for key, info in last.items():
                _copy(old, new, info, changed.get(key))
            for name, content in changed.items():
                if _key(name) not in last:
                    new.writestr(name, content)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise ReadError(DAMAGED, kind="damaged") from error
    return target.getvalue()


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _copy(old: zipfile.ZipFile, new: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes | None) -> None:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type, entry.external_attr, entry.create_system = (
        info.compress_type,
        info.external_attr,
        info.create_system,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that differ in case only
        if content is not None:
            new.writestr(entry, content)
            return
        with old.open(info) as source, new.open(entry, "w", force_zip64=info.file_size > zipfile.ZIP64_LIMIT) as sink:
            while block := source.read(_BLOCK):
                sink.write(block)
