"""Reading a file that is not too long: a device without end would fill the memory before it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LIMIT: Final = 20 * 1024 * 1024


def read_limited(path: Path) -> bytes:
    """Return the bytes of a file, a pipe or a device.

    Raises:
        OSError: it cannot be read, or is longer than any file that people write.
    """
    with path.open("rb") as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise OSError(0, "超过 20 MB，请检查是否选错了文件")
    return data
