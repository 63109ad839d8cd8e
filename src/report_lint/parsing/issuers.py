"""Who issues the report: the organs that the title names, or the lines above and under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Located
from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import squeezed
from report_lint.parsing.numerals import YEAR
from report_lint.parsing.organs import is_organs, is_place, organ_spans
from report_lint.text import Folded, Span, fold

if TYPE_CHECKING:
    from report_lint.parsing.lines import Line

_YEARS = f"{YEAR}(?:[-—–－~至]+{YEAR})?年?度?"
# “2023年甲县民政局法治政府建设情况报告”, “关于甲镇2025年…”: what may stand before the issuer
_BEFORE = lazy_pattern(f"(?:【[^】]{{1,12}}】(?!《))?[《“]?(?:附件[0-9]*[：:]?)?(?:关于)?(?:{_YEARS})?")
# The issuer ends where the matter begins. “全面依法治县委员会办公室” holds 依法治 and 法治 and is an organ.
_MATTER = lazy_pattern(
    f"关于|{_YEARS}|(?<!依)法治(?!办|[建政]?[设府]?(?:建设)?(?:工作)?领导小组)|依法行政|依法治理|推进|贯彻|落实|履行|开展|加强|全面(?!依法)|深入|深化|持续"
    "|上[一半]?年度?|本年度|年度|[第一二三四]季度|工作(?!委)|普法|建设(?![局厅委和管]|兵团|工程|投资|集团|发展)|报告|总结|情况"
)
_NOBODY = frozenset({"政府", "人民政府", "党委", "委员会", "办公室"})  # “政府工作报告” names none
# “甲县民政局文件”: the head of an official paper
_HEADER = lazy_pattern("(?P<organs>.{2,60}?)(?:文件|（?(?:公文|报告)纸）?|函)$")


def title_issuers(text: str, title: Span) -> tuple[Located, ...]:
    """Return the organs that a title names, in order."""
    folded = fold(text, *title)
    start, stop = _before_matter(folded.text)
    found = _located(text, folded, start, stop) if start < stop else ()
    return found if found and found[0].value not in _NOBODY else ()


def names_nobody(title: str) -> bool:
    """Tell whether a title begins with its matter; what stands before it may be a name we do not know (双河林场)."""
    start, stop = _before_matter(fold(title).text)
    return start == stop


def _before_matter(folded: str) -> tuple[int, int]:
    """Return where in a folded title the issuer begins and ends; the same place where there is no room for one."""
    flat = folded.replace("\n", " ").replace("\r", " ")
    start = _first_word(flat)
    stop = _MATTER.search(flat, start)
    return start, stop.start() if stop else start


def _first_word(flat: str) -> int:
    dash = flat.rfind("——")  # “坚持依法行政——某镇2024年法治政府建设年度报告”
    match = _BEFORE.match(flat, dash + 2 if dash >= 0 else 0)
    return match.end() if match else 0


def header_issuers(text: str, line: Line) -> tuple[Located, ...]:
    """Return the organs of the head of an official paper (甲县民政局文件), or of a line of organ names."""
    folded = fold(text, line.start, line.end)
    match = _HEADER.match(folded.text)
    if match is not None and is_organs(match["organs"]):
        return _located(text, folded, match.start("organs"), match.end("organs"))
    return line_issuers(text, line)


def line_issuers(text: str, line: Line) -> tuple[Located, ...]:
    """Return the organs of a line that consists of their names, in brackets or not; a place alone counts too."""
    return span_issuers(text, line.span)


def span_issuers(text: str, span: Span) -> tuple[Located, ...]:
    """Return the organs that a stretch of text consists of; nothing if it says anything else."""
    written = span.of(text)
    inner = written.strip(" \t\u3000")
    if inner.startswith(("（", "(")):
        inner = inner[1:].rstrip("）)")
    if not inner or not (is_organs(squeezed(inner)) or is_place(squeezed(inner))):
        return ()
    return _split(inner, span.start + written.index(inner))


def _located(text: str, folded: Folded, start: int, end: int) -> tuple[Located, ...]:
    """Return the organs of a folded range; blanks and line ends of the text separate them."""
    span = folded.span(start, end)
    return _split(span.of(text), span.start)


def _split(written: str, at: int) -> tuple[Located, ...]:
    return tuple(
        Located(squeezed(written[first:last]), Span(at + first, at + last)) for first, last in organ_spans(written)
    )
