"""`report-lint server`: the language server for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.errors import UsageError

if TYPE_CHECKING:
    from report_lint.commands.flags import Flags

_LAST_PORT = 65_535


def serve(flags: Flags) -> int:
    """Serve until the client ends; return 0.

    Raises:
        UsageError: the extra is not installed, or the address is none.
    """
    address = _address(flags.tcp) if flags.tcp else None
    try:
        from report_lint.server.wiring import serve as run  # noqa: PLC0415  pygls takes half a second to import
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError('语言服务器还要安装 pygls：pip install "report-lint[lsp]"') from error
    run(flags, address)
    return 0


def _address(written: str) -> tuple[str, int]:
    host, _, port = written.rpartition(":")
    if not port.isascii() or not port.isdigit() or int(port) > _LAST_PORT:
        raise UsageError(f"--tcp 的值是“{written}”，应写成 主机:端口，例如 127.0.0.1:2087")
    return host or "127.0.0.1", int(port)
