"""The server as a process: how it ends, and what it says where it cannot begin."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE

import pytest

from report_lint.cli import main

SERVER = [sys.executable, "-m", "report_lint", "server"]
TIMEOUT = 30


def message(**content: object) -> bytes:
    """Return a message of the protocol."""
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


HELLO = message(id=1, method="initialize", params={"capabilities": {}, "processId": None, "rootUri": None})


def test_ends_when_the_client_dies() -> None:
    """A client that is gone without a word closes the pipe, and the server ends by itself."""
    finished = subprocess.run(SERVER, input=HELLO, capture_output=True, check=False, timeout=TIMEOUT)

    assert b'"positionEncoding":"utf-16"' in finished.stdout.replace(b'": "', b'":"')
    assert b"Traceback" not in finished.stderr


TEXT = "柳溪县水利局2025年法治政府建设年度报告\n\n一、成效\n依据《中华人民共和国地名管理条例》办理登记。\n"
OPENED = message(method="initialized", params={}) + message(
    method="textDocument/didOpen",
    params={"textDocument": {"uri": "untitled:a", "languageId": "plaintext", "version": 1, "text": TEXT}},
)


@pytest.mark.parametrize("sent", [OPENED, OPENED[:-20], OPENED * 3], ids=["while it checks", "half a message", "busy"])
@pytest.mark.parametrize("listens", [True, False], ids=["listening", "deaf"])
def test_ends_by_itself_whenever_the_client_dies(sent: bytes, *, listens: bool) -> None:
    """In the middle of a message or of a check, and with nobody left to read the answer."""
    with subprocess.Popen(SERVER, stdin=PIPE, stdout=PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        if not listens:
            server.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            server.stdin.write(HELLO + sent)
            server.stdin.close()

        assert 0 == server.wait(TIMEOUT)


def test_keeps_nothing_of_a_change() -> None:
    """What an editor tells in an hour does not stay: hundreds of changes leave no trace in memory."""
    counting = (
        "import gc, sys; from concurrent.futures import Future; from report_lint.cli import main; main(['server']); "
        "print(sum(isinstance(one, Future) for one in gc.get_objects()), file=sys.stderr)"
    )
    changes = [
        message(
            method="textDocument/didChange",
            params={"textDocument": {"uri": "untitled:a", "version": at}, "contentChanges": [{"text": TEXT}]},
        )
        for at in range(2, 502)
    ]
    finished = subprocess.run(
        [sys.executable, "-c", counting],
        input=HELLO + OPENED + b"".join(changes),
        capture_output=True,
        check=True,
        timeout=TIMEOUT,
    )

    assert int(finished.stderr.decode().splitlines()[-1]) < 50


def test_goes_on_after_a_message_that_is_none() -> None:
    """Rubbish between two messages is logged, and the next one is answered."""
    rubbish = b"Content-Length: 9\r\n\r\nno object" + message(id=7, method="no/such/method")
    finished = subprocess.run(SERVER, input=rubbish + HELLO, capture_output=True, check=False, timeout=TIMEOUT)

    assert b"positionEncoding" in finished.stdout


def test_waits_at_an_address() -> None:
    """--tcp answers a client that connects."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([*SERVER, "--tcp", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL) as server:
        try:
            with connected(port) as client:
                client.sendall(HELLO)

                assert b"positionEncoding" in client.recv(65_536)
        finally:
            server.kill()


def connected(port: int) -> socket.socket:
    """Return a connection, as soon as somebody listens."""
    end = time.monotonic() + TIMEOUT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


@pytest.mark.parametrize("address", ["2087:", "localhost", "localhost:99999", "localhost:二"])
def test_refuses_an_address_that_is_none(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the address and how one is written."""
    assert 2 == main(["server", "--tcp", address])
    assert f"--tcp 的值是“{address}”，应写成 主机:端口" in capsys.readouterr().err


def test_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the extra there is a sentence and exit code 2, no traceback."""
    for name in [name for name in sys.modules if name.startswith("report_lint.server.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)

    assert 2 == main(["server"])
    assert 'pip install "report-lint[lsp]"' in capsys.readouterr().err


def test_other_commands_do_not_import_it() -> None:
    """Checking a report does not pay for the protocol."""
    example = Path(__file__).parents[2] / "examples" / "county-government-2024.txt"
    code = (
        "import sys; from report_lint.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(name.split('.')[0] in ('pygls', 'lsprotocol', 'asyncio') for name in sys.modules))"
    )
    arguments = [sys.executable, "-c", code, "check", "--format", "json", str(example)]

    assert 0 == subprocess.run(arguments, capture_output=True, check=False, timeout=TIMEOUT).returncode
