"""The language server itself: what the client says goes to the session, what the session finds goes to the client."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from report_lint import __version__
from report_lint.config import FILE_NAME
from report_lint.server.actions import KINDS, Abilities, actions
from report_lint.server.diagnostics import diagnostics
from report_lint.server.documents import OpenDocument
from report_lint.server.hover import hover
from report_lint.server.protocol import ForgettingProtocol
from report_lint.server.session import Checked, Session, Trouble
from report_lint.server.symbols import flat, symbols

if TYPE_CHECKING:
    from collections.abc import Callable

    from report_lint.commands.flags import Flags

_LOG = logging.getLogger(__name__)
_PAUSE: Final = 0.15  # seconds without a change before a text is checked
_PROJECT: Final = "pyproject.toml"
_GivenT = TypeVar("_GivenT")
_MadeT = TypeVar("_MadeT")


class Wiring:
    """The handlers of the protocol. They run in the event loop; checking runs in one thread of its own."""

    def __init__(self, flags: Flags) -> None:
        """Make the server and register the handlers."""
        self.server = LanguageServer(
            "report-lint",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=ForgettingProtocol,
        )
        self._flags = flags
        self._session = Session(flags)
        self._opened: dict[str, OpenDocument] = {}
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._able = Abilities()
        self._register()

    def _register(self) -> None:
        options = types.CodeActionOptions(code_action_kinds=list(KINDS))
        for name, handler, given in (
            (types.INITIALIZED, self.initialized, None),
            (types.TEXT_DOCUMENT_DID_OPEN, self.did_open, None),
            (types.TEXT_DOCUMENT_DID_CHANGE, self.did_change, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self.did_save, None),
            (types.TEXT_DOCUMENT_DID_CLOSE, self.did_close, None),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self.did_change_files, None),
            (types.TEXT_DOCUMENT_HOVER, self.hover, None),
            (types.TEXT_DOCUMENT_CODE_ACTION, self.actions, options),
            (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, self.symbols, None),
        ):
            self.server.feature(name, given)(partial(handler))  # pygls notes things on the handler, as on no method

    async def initialized(self, _params: types.InitializedParams) -> None:
        """Note what the client can do, and ask it to tell of changed configs."""
        workspace = self.server.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        watched = workspace.did_change_watched_files if workspace else None
        encoding = self.server.workspace.position_encoding
        self._session.encoding = str(getattr(encoding, "value", encoding) or "utf-16")
        self._able = Abilities(
            versions=bool(edit and edit.document_changes),
            creates=bool(edit and types.ResourceOperationKind.Create in (edit.resource_operations or ())),
            configs=not self._flags.no_config and self._flags.config is None,
            encoding=self._session.encoding,
        )
        if watched and watched.dynamic_registration:
            await self._ask_for_configs()

    async def _ask_for_configs(self) -> None:
        patterns = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in (FILE_NAME, _PROJECT)]
        registration = types.Registration(
            id="report-lint.configs",
            method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            register_options=types.DidChangeWatchedFilesRegistrationOptions(patterns),
        )
        try:
            await self.server.client_register_capability_async(types.RegistrationParams([registration]))
        except JsonRpcException as error:  # a client that offers this and cannot do it
            _LOG.warning("changes of configs are not told: %s", error)

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Keep a document and check it at once."""
        self._opened[params.text_document.uri] = OpenDocument.of(params.text_document)
        self._check_soon(params.text_document.uri, pause=0)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Keep the new text and check it when no other change follows."""
        uri = params.text_document.uri
        if uri not in self._opened:
            _LOG.warning("a change of %s, which is not open", uri)
            return
        version = params.text_document.version
        self._opened[uri] = self._opened[uri].changed(params.content_changes, version, self._session.encoding)
        self._check_soon(uri, pause=_PAUSE)

    def did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Read the configs again when one was saved."""
        if params.text_document.uri.endswith((FILE_NAME, _PROJECT)):
            self._reload()

    def did_change_files(self, _params: types.DidChangeWatchedFilesParams) -> None:
        """Read the configs again."""
        self._reload()

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document and what was said of it."""
        uri = params.text_document.uri
        self._opened.pop(uri, None)
        self._checked.pop(uri, None)
        if task := self._waiting.pop(uri, None):
            task.cancel()
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return what is known of a place."""
        checked = await self._current(params.text_document.uri)
        if checked is None:
            return None
        document = self.server.client_capabilities.text_document
        formats = (document and document.hover and document.hover.content_format) or ()
        return hover(checked, params.position, markdown=types.MarkupKind.Markdown in formats)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return what can be done about a place."""
        checked = await self._current(params.text_document.uri)
        if checked is None:
            return []
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only] if params.context.only else None
        return actions(checked, params.range, only, self._able)

    async def symbols(
        self, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        """Return the outline."""
        checked = await self._current(params.text_document.uri)
        if checked is None:
            return []
        document = self.server.client_capabilities.text_document
        told = document.document_symbol if document else None
        tree = told is not None and told.hierarchical_document_symbol_support
        return await self._in_thread(symbols if tree else flat, checked)

    def _reload(self) -> None:
        self._session.reload()
        self._told.clear()
        for uri in self._opened:
            self._check_soon(uri, pause=0)

    def _check_soon(self, uri: str, *, pause: float) -> None:
        if task := self._waiting.pop(uri, None):
            task.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_later(uri, pause))

    async def _check_later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._check(uri)

    async def _check(self, uri: str) -> None:
        """Check a document and tell the client, unless the text has changed meanwhile."""
        opened = self._opened.get(uri)
        if opened is None:
            return
        try:
            outcome = await self._in_thread(self._session.check, opened)
        except Exception:  # noqa: BLE001  whatever goes wrong with one text, the next version may be checked
            _LOG.exception("checking %s", uri)
            return
        if self._opened.get(uri) is not opened:
            return
        found: list[types.Diagnostic] = []
        trouble = outcome if isinstance(outcome, Trouble) else None
        self._checked.pop(uri, None)
        if isinstance(outcome, Checked):
            self._checked[uri] = outcome
            found, trouble = diagnostics(outcome), outcome.trouble
        self._tell(trouble)
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, opened.version))

    def _tell(self, trouble: Trouble | None) -> None:
        """Show a sentence once, until the configs are read again."""
        if trouble is not None and trouble.sentence not in self._told:
            self._told.add(trouble.sentence)
            message = types.ShowMessageParams(types.MessageType.Error, trouble.sentence)
            self.server.window_show_message(message)

    async def _current(self, uri: str) -> Checked | None:
        """Return the check of the text as it is now, which is made where it was still waited for."""
        opened, checked = self._opened.get(uri), self._checked.get(uri)
        if opened is None or (checked is not None and checked.opened is opened):
            return checked if opened is not None else None
        await self._check(uri)
        return self._checked.get(uri)

    async def _in_thread(self, work: Callable[[_GivenT], _MadeT], given: _GivenT) -> _MadeT:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, given)


def serve(flags: Flags, address: tuple[str, int] | None = None) -> None:
    """Serve one client on standard input and output, or those that connect to an address; return when it ends."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    server = Wiring(flags).server
    if address is None:
        server.start_io()
    else:
        server.start_tcp(*address)
