"""Whom the report is sent to, and the clause that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Located
from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import squeezed
from report_lint.parsing.organs import is_organs
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.parsing.lines import Line, Lines

_LONGEST = 40
_TWO_LINES = 2 * _LONGEST
# “王书记：”, “尊敬的张县长：”, “李某某同志：”: a report must not be sent to a person, so the line has to be seen.
_PERSON = lazy_pattern(
    "(?:尊敬的[^\\W\\d_]{0,8}领导|各位领导"
    "|(?:尊敬的)?(?!主要|分管|班子|党员|全体|各|村|加强|发挥|压实|强化)[^\\W\\d_]{1,8}(?<!总)"
    "(?:书记|[省市州盟县区旗镇乡局厅部]长|主任|专员|同志)(?:、[^\\W\\d_]{1,8})?)(?:们)?"
)
# “现将我乡2024年法治政府建设情况报告如下”, broken by a line end in a text with hard line ends.
_OPENING = lazy_pattern(
    "(?<![实体发出呈表显兑])现(?:[将就对把])?[^。！？]{0,160}?(?:报告|汇报|总结|公布|公开|公示|通报|报送)[^。！？，]{0,8}?如下"
)
_OPENING_WITHIN = 3000
_BETWEEN = lazy_pattern("[、，；]")


def find_recipient(lines: Lines, at: int) -> tuple[Located, int] | None:
    """Return the recipient that a line begins with and where the text goes on behind its colon; None for none.

    Its span leaves the colon out. The text may go on in the same line: “市人大常委会: 2024年，我市…”.
    """
    line = lines[at]
    first = _recipient(lines, line)
    if first is not None or line.long or at + 1 >= len(lines) or not line.key.endswith(("、", "，")):
        return first
    if not is_organs(line.key):
        return None
    second = _recipient(lines, lines[at + 1])
    if second is None or second[0].span.end - line.start > _TWO_LINES:
        return None
    span = Span(line.start, second[0].span.end)
    return Located(squeezed(span.of(lines.text)), span), second[1]


def _recipient(lines: Lines, line: Line) -> tuple[Located, int] | None:
    colon = line.key.find("：", 0, _LONGEST + 1)
    if colon < 1 and line.key.endswith("。") and not line.long:
        colon = line.key.find("。", 0, _LONGEST + 1)  # “县委、县政府。”
    if colon < 1 or not _names_only(line.key[:colon], person=line.key[colon] == "："):
        return None
    folded = lines.folded(line.at)
    span = folded.span(0, colon)
    return Located(squeezed(span.of(lines.text)), span), folded.source(colon) + 1


def _names_only(names: str, *, person: bool) -> bool:
    """Tell whether a text names organs and nothing else, or also persons: 县人民政府、王县长."""
    if is_organs(names):
        return True
    return person and (
        _PERSON.fullmatch(names) is not None
        or all(_PERSON.fullmatch(one) or is_organs(one) for one in _BETWEEN.split(names))
    )


def find_opening(text: str, body: Span) -> Span | None:
    """Return the clause “现将…报告如下” near the beginning of a body, from 现 to 如下."""
    end = min(body.end, body.start + _OPENING_WITHIN)
    at = text.find("如下", body.start, end)
    if at < 0:
        return None
    match = _OPENING.search(text, body.start, end)
    return Span(*match.span()) if match is not None else None
