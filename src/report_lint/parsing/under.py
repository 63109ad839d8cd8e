"""The lines between a title and the text: issuer, day, number, recipient."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from report_lint.document import Located, SignedDate
from report_lint.lazy import lazy_pattern
from report_lint.parsing.address import find_recipient
from report_lint.parsing.docnumber import find_document_number
from report_lint.parsing.issuers import line_issuers, span_issuers, title_issuers
from report_lint.parsing.lines import squeezed
from report_lint.parsing.numerals import find_date
from report_lint.parsing.titles import NUMBERED
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.parsing.lines import Line, Lines
    from report_lint.parsing.titles import Title

_MOST_LINES = 8
_DAY = 24  # the most characters of a line that is a day
# “（2024年1月31日）”, “（2025年1月8日在某县第十届人民代表大会上）”, “（送审稿）”, “——2024年度”
_NOTE = lazy_pattern("（[^（）]{1,60}）|——.{1,60}|签发人.{0,10}")
# “县委、县政府” without a colon: superiors are named by their rank alone
_SUPERIOR = lazy_pattern("[省市州盟县区旗镇乡](?:委|人民政府|政府|人大常委会)")
_COMMITTEE_OR_GOVERNMENT = lazy_pattern("(?:政府|委员会|党委|[省市县区]委)$")


@dataclass(frozen=True, slots=True)
class UnderTitle:
    """What stands between title and text; `line` is the first line of the text, `start` where it begins."""

    line: int
    start: int
    organs: tuple[Located, ...] = ()
    day: SignedDate | None = None
    number: Located | None = None
    recipient: Located | None = None


def read_under(lines: Lines, title: Title | None) -> UnderTitle:
    """Return what stands under a title, or at the beginning of a text without one."""
    first = title.last + 1 if title is not None else 0
    found = UnderTitle(first, 0)
    for at in range(first, min(len(lines), first + _MOST_LINES)):
        addressed = find_recipient(lines, at)
        if addressed is not None:
            return _begun(replace(found, recipient=addressed[0]), lines, addressed[1])
        taken = _taken(found, lines, at, title) if not lines[at].long and not NUMBERED.match(lines[at].key) else None
        if taken is None:
            break
        found = replace(taken, line=at + 1)
    at = found.line
    return replace(found, start=lines.spans[at][0] if at < len(lines) else lines.spans[-1][1] if len(lines) else 0)


def _begun(found: UnderTitle, lines: Lines, after: int) -> UnderTitle:
    """Return the facts with the place where the text goes on behind the recipient's colon."""
    at = next((near for near in range(found.line, len(lines)) if lines.spans[near][1] > after), len(lines))
    if at == len(lines):
        return replace(found, line=at, start=after)
    start = max(lines.spans[at][0], after)
    blank = lines.text[start : lines.spans[at][1]]
    return replace(found, line=at, start=start + len(blank) - len(blank.lstrip()))


def _taken(found: UnderTitle, lines: Lines, at: int, title: Title | None) -> UnderTitle | None:
    """Return the facts with those of one more line; None where the text begins."""
    line = lines[at]
    dated = _dated(found, lines, line)
    if dated is not None:
        return dated
    number = find_document_number(lines, [at])
    if number is not None:
        return replace(found, number=found.number or number)
    organs = line_issuers(lines.text, line)
    if not organs:
        return found if _NOTE.fullmatch(line.key) else None
    issuers = title_issuers(lines.text, title.span) if title is not None else ()
    above = [organ.value for organ in issuers]
    if not _dated_next(lines, at) and _is_recipient(line, [organ.value for organ in organs], above):
        return replace(found, recipient=found.recipient or Located(squeezed(line.span.of(lines.text)), line.span))
    return replace(found, organs=(*found.organs, *organs))


def _dated(found: UnderTitle, lines: Lines, line: Line) -> UnderTitle | None:
    """Return the facts with the day of a line that holds a day and perhaps the issuer; None where it holds neither.

    A day in digits alone without brackets is the page's: “2025-03-02”.
    """
    day = find_date(lines.text, line.start, line.end)
    if day is None or squeezed(lines.text[day.span.end : line.end]).strip("）)"):
        return None
    organs = span_issuers(lines.text, Span(line.start, day.span.start))
    if not organs and squeezed(lines.text[line.start : day.span.start]).strip("（("):
        return None
    written = line.key.startswith("（") or "年" in line.key
    signed = SignedDate(day.value, day.span) if day.value is not None and written else None
    return replace(found, day=found.day or signed, organs=(*found.organs, *organs))


def _dated_next(lines: Lines, at: int) -> bool:
    """Tell whether a day follows a line of organs, which makes them the issuer."""
    return at + 1 < len(lines) and lines.short(at + 1, _DAY) and find_date(lines.text, *lines.spans[at + 1]) is not None


def _is_recipient(line: Line, organs: list[str], issuers: list[str]) -> bool:
    """Tell whether a line of organs without a colon names the superiors rather than the issuer."""
    if _SUPERIOR.match(line.key):
        return True
    same = any(organ.startswith(issuer) for organ in organs for issuer in issuers)  # 云岭县2024年… over 云岭县人民政府
    return bool(issuers) and not same and _COMMITTEE_OR_GOVERNMENT.search(line.key) is not None
