"""The protocol as pygls speaks it, but for what it never forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.protocol import LanguageServerProtocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future


class ForgettingProtocol(LanguageServerProtocol):
    """Drops what was kept of a message once it is dealt with.

    pygls 2.1 takes a future out of its books when it sends an answer or is told to cancel. Notifications have no
    answer: each change of a text left some 2 KB behind for as long as the editor was open.
    """

    def _execute_handler(
        self,
        msg_id: str | int,
        handler: Callable[[Any], Any],
        callback: Callable[[Future[Any]], None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        super()._execute_handler(msg_id, handler, callback, args, kwargs)
        future = self._request_futures.get(msg_id)
        if future is not None:
            future.add_done_callback(lambda _: self._request_futures.pop(msg_id, None))
