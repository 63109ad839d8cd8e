"""The language server, talked to as an editor does."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator  # noqa: TC003  pytest-lsp reads the annotations
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from serving import changed, marked, opened, published, whole

from report_lint import lint_text
from report_lint.cli import main
from report_lint.server.positions import Positions

EXAMPLES = Path(__file__).parents[2] / "examples"
DEFECTS = (EXAMPLES / "county-bureau-2023-defects.txt").read_text(encoding="utf-8")
SOUND = (EXAMPLES / "county-government-2024.txt").read_text(encoding="utf-8")
RARE = DEFECTS.replace("落实“谁执法", "落实𠮷“谁执法", 1)


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "report_lint", "server"]))
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """Return a client that is an editor like VS Code; a parameter names the encodings it offers."""
    capabilities = client_capabilities("visual-studio-code")
    encodings = getattr(request, "param", None)
    if encodings:
        capabilities.general = types.GeneralClientCapabilities(position_encodings=encodings)
    if capabilities.workspace is not None:
        capabilities.workspace.did_change_watched_files = None  # this client does not watch
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities))
    yield
    await lsp_client.shutdown_session()


def expected(text: str) -> list[tuple[str, str]]:
    """Return the code and the quote of each finding of a text."""
    return [(one.code, one.quote) for one in lint_text(text).findings]


@pytest.mark.parametrize("client", [["utf-16"], ["utf-8"], ["utf-32", "utf-16"], ["utf-7"]], indirect=True)
async def test_marks_the_quotes_in_the_units_of_the_client(client: LanguageClient, tmp_path: Path) -> None:
    """Each diagnostic covers its finding's quote, also behind 𠮷, whatever the client counts."""
    encoding = client.capabilities.general.position_encodings[0]  # type: ignore[union-attr, index]
    assert RARE.index("𠮷") < RARE.index("“12.4”")
    opened(client, (tmp_path / "报告.txt").as_uri(), RARE)

    found = await published(client)

    assert expected(RARE) == marked(RARE, found.diagnostics, "utf-16" if encoding == "utf-7" else str(encoding))
    assert found.version == 1


async def test_answers_the_last_of_several_changes(client: LanguageClient, tmp_path: Path) -> None:
    """Changes that follow each other are checked once, as the text then is."""
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, DEFECTS)
    await published(client)
    for version in range(2, 12):
        changed(client, uri, version, whole(DEFECTS[:-version]))
    changed(client, uri, 12, whole(SOUND))

    found = await published(client)

    assert (12, expected(SOUND)) == (found.version, marked(SOUND, found.diagnostics))


async def test_applies_changes_of_parts(client: LanguageClient, tmp_path: Path) -> None:
    """Changes speak of the text the one before has left; lines end as the protocol says, not at U+2028."""
    text = f"第一行\u2028仍是第一行\n{SOUND}"
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, text)
    await published(client)
    first = types.Range(types.Position(0, 0), types.Position(1, 0))
    changed(
        client, uri, 2, part(first, ""), part(types.Range(types.Position(0, 0), types.Position(99_999, 0)), DEFECTS)
    )

    found = await published(client)

    assert expected(DEFECTS) == marked(DEFECTS, found.diagnostics)


def part(where: types.Range, text: str) -> types.TextDocumentContentChangePartial:
    """Return a change of a part of the text."""
    return types.TextDocumentContentChangePartial(range=where, text=text)


async def test_goes_on_after_what_makes_no_sense(client: LanguageClient, tmp_path: Path) -> None:
    """A version that goes back, ends before beginnings, places beyond the text, documents nobody opened."""
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, SOUND, version=7)
    await published(client)
    backwards = types.Range(types.Position(90_000, 5), types.Position(2, 90_000))
    changed(client, (tmp_path / "没有打开.txt").as_uri(), 3, whole("甲"))
    changed(client, uri, 3, part(backwards, ""), part(backwards, "乙"), whole(DEFECTS))
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier("untitled:无")))
    await published(client)

    found = await published(client)

    assert expected(DEFECTS) == marked(DEFECTS, found.diagnostics)


async def test_forgets_a_closed_document(client: LanguageClient, tmp_path: Path) -> None:
    """What was marked goes with the document, and questions about it find nothing."""
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, DEFECTS)
    await published(client)
    identifier = types.TextDocumentIdentifier(uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    assert not (await published(client)).diagnostics
    assert None is await client.text_document_hover_async(types.HoverParams(identifier, types.Position(0, 0)))


async def test_a_text_without_a_word_has_no_findings(client: LanguageClient) -> None:
    """An empty editor is no error; nor is a document that is stored nowhere."""
    opened(client, "untitled:Untitled-1", " \n")

    assert not (await published(client)).diagnostics


async def test_shows_rule_and_law_under_the_cursor(client: LanguageClient, tmp_path: Path) -> None:
    """The hover names the rule, the remedy, the basis, and the days of the law."""
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, DEFECTS)
    found = await published(client)
    wrong = next(one for one in found.diagnostics if one.code == "CIT002")

    shown = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), wrong.range.start)
    )

    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    for said in ("CIT002", "改为：《地下水管理条例》", "党政机关公文处理工作条例", "2021\\-12\\-01", "有效"):
        assert said in shown.contents.value


async def test_the_outline_names_the_parts(client: LanguageClient, tmp_path: Path) -> None:
    """Sections below others stand within them, and those of the five parts say so."""
    uri = (tmp_path / "报告.txt").as_uri()
    opened(client, uri, SOUND)

    found = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    )

    assert found
    parts = [one.detail for one in found if isinstance(one, types.DocumentSymbol) and one.detail]
    assert len(parts) == 5
    assert any(one.children for one in found if isinstance(one, types.DocumentSymbol))
    for one in found:
        assert isinstance(one, types.DocumentSymbol)
        assert within(one.selection_range, one.range)
        assert all(within(child.range, one.range) for child in one.children or ())


def within(inner: types.Range, outer: types.Range) -> bool:
    """Tell whether a range lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end


async def test_fixes_and_acceptances(client: LanguageClient, tmp_path: Path) -> None:
    """The fix of a finding and its acceptance are offered where it stands; all safe fixes as one action."""
    path = tmp_path / "报告.txt"
    opened(client, path.as_uri(), DEFECTS)
    found = await published(client)
    wrong = next(one for one in found.diagnostics if one.code == "CIT002")

    offered = await asked(client, path.as_uri(), wrong.range, None)

    assert offered is not None
    assert ["quickfix", "quickfix", "source.fixAll.report-lint"] == [str(kind_of(one)) for one in offered]
    assert offered[0].is_preferred
    block = '[[suppress]]\ncode = "CIT002"\nfile = "报告.txt"\nquote = "《中华人民共和国地下水管理条例》"\nreason = ""'
    assert block in str(offered[1].edit.document_changes[1].edits[0].new_text)
    assert ["source.fixAll.report-lint"] == [
        str(kind_of(one)) for one in await asked(client, path.as_uri(), wrong.range, ["source"])
    ]


async def test_a_markdown_report_takes_the_reason_in_a_comment(client: LanguageClient, tmp_path: Path) -> None:
    """The comment goes to the end of the line; it accepts the finding once a reason is written in it."""
    uri = (tmp_path / "报告.md").as_uri()
    opened(client, uri, DEFECTS, language="markdown")
    found = await published(client)
    wrong = next(one for one in found.diagnostics if one.code == "CIT002")

    offered = await asked(client, uri, wrong.range, ["quickfix"])

    titles = [one.title for one in offered]
    assert ["改为《地下水管理条例》", "接受这一处 CIT002，并在行末的注释里写明理由"] == titles[:2]
    [edit] = offered[1].edit.document_changes[0].edits
    place = Positions(DEFECTS).offset(edit.range.start)
    assert "\n" == DEFECTS[place]
    for reason, codes in (("", {"CIT002", "INT002"}), ("引用原文", set())):
        commented = DEFECTS[:place] + edit.new_text.replace("  -->", f" {reason} -->") + DEFECTS[place:]
        changed(client, uri, 2, whole(commented))
        assert codes == {one.code for one in (await published(client)).diagnostics} & {"CIT002", "INT002"}


async def test_a_baseline_in_the_config_is_silent(client: LanguageClient, tmp_path: Path) -> None:
    """What it knows is not shown; while there is none, everything is, and the client is told."""
    path, base = tmp_path / "报告.txt", tmp_path / "基线.json"
    path.write_text(DEFECTS, encoding="utf-8")
    (tmp_path / "report-lint.toml").write_text('baseline = "基线.json"\n', encoding="utf-8")
    opened(client, path.as_uri(), DEFECTS)
    without = await published(client)
    assert main(["baseline", str(path), "-o", str(base)]) == 0
    changed(client, path.as_uri(), 2, whole(DEFECTS))
    known = await published(client)

    assert expected(DEFECTS) == marked(DEFECTS, without.diagnostics)
    assert "找不到基线文件" in client.messages[0].message
    assert not known.diagnostics


async def test_a_suppression_in_the_config_is_silent(client: LanguageClient, tmp_path: Path) -> None:
    """One with a reason accepts its finding and no other; one that accepts nothing is told at the title."""
    blocks = [f'[[suppress]]\ncode = "{code}"\nreason = "旧案"\nfile = "报告.txt"\n' for code in ("CIT002", "TIM001")]
    (tmp_path / "report-lint.toml").write_text("".join(blocks), encoding="utf-8")
    opened(client, (tmp_path / "报告.txt").as_uri(), DEFECTS)

    codes = [str(one.code) for one in (await published(client)).diagnostics]

    left = [code for code, _ in expected(DEFECTS) if code != "CIT002"]
    assert sorted([*left, "INT002"]) == sorted(codes)


async def asked(client: LanguageClient, uri: str, where: types.Range, only: list[str] | None) -> list[types.CodeAction]:
    """Return the code actions of a place."""
    context = types.CodeActionContext([], only=only)
    offered = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
    )
    return [one for one in offered or () if isinstance(one, types.CodeAction)]


def kind_of(action: types.CodeAction) -> object:
    """Return the kind of an action as a string."""
    return getattr(action.kind, "value", action.kind)


async def test_a_config_governs_and_may_change(client: LanguageClient, tmp_path: Path) -> None:
    """A rule that the config ignores is silent; a config that turns wrong is told, and the last one stays."""
    path, config = tmp_path / "报告.txt", tmp_path / "report-lint.toml"
    config.write_text('ignore = ["CIT002"]\n', encoding="utf-8")
    opened(client, path.as_uri(), DEFECTS)
    ignored = await published(client)
    config.write_text('[[suppress]]\ncode = "CIT002"\nreason = ""\n', encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(config.as_uri())))
    kept = await published(client)
    config.write_text("", encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(config.as_uri())))
    freed = await published(client)

    assert "CIT002" not in {one.code for one in ignored.diagnostics}
    assert ignored.diagnostics == kept.diagnostics
    assert "report-lint.toml:3" in client.messages[0].message
    assert "CIT002" in {one.code for one in freed.diagnostics}
