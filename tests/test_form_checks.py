"""Rules of form on Word files, which alone show a head and hold revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import make_docx
from report_lint import lint_file

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "云水〔2025〕2号{signer}\n云岭县水利局关于2024年度法治政府建设情况的报告\n县政府：\n"
TEXT = HEAD + "全年检查30次，培训4次。\n云岭县水利局\n2025年1月9日"


def codes(path: Path) -> list[str]:
    """Return the codes of what is found about the form of a file."""
    return [finding.code for finding in lint_file(path, select=["FRM"]).findings]


def test_asks_for_the_signer_in_a_word_file(tmp_path: Path) -> None:
    """A head with a number and no signer is reported, one with both is not."""
    without, signed = tmp_path / "without.docx", tmp_path / "signed.docx"
    make_docx.typed(TEXT.format(signer="")).save(str(without))
    make_docx.typed(TEXT.format(signer="　　签发人：周望舒")).save(str(signed))

    assert ["FRM018"] == codes(without)
    assert [] == codes(signed)


def test_counts_the_revisions_of_a_word_file(tmp_path: Path) -> None:
    """A tracked insertion is reported with its count; the text is the one with it accepted."""
    path = tmp_path / "revised.docx"
    document = make_docx.typed(TEXT.format(signer="　　签发人：周望舒"))
    run = "<w:r><w:t>调解20件。</w:t></w:r>"
    document.paragraphs[3]._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="甲">{run}</w:ins>'))  # noqa: SLF001
    document.save(str(path))

    found = lint_file(path, select=["FRM"]).findings

    assert [("FRM020", "文件里还有1处修订")] == [(one.code, one.message) for one in found]


def test_hidden_text_of_a_word_file_is_reported_and_not_checked(tmp_path: Path) -> None:
    """A hidden run is counted; what it says is no finding, since nobody reads it on paper."""
    path = tmp_path / "hidden.docx"
    document = make_docx.typed(TEXT.format(signer="　　签发人：周望舒"))
    run = document.paragraphs[3].add_run("全年召开会议××次。")
    run.font.hidden = True
    document.save(str(path))

    found = lint_file(path, select=["FRM", "WRD001"]).findings

    assert [("FRM020", "文件里还有1处隐藏文字")] == [(one.code, one.message) for one in found]
