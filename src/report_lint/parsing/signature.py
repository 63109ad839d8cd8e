"""The signature: organs and day at the end of a report, or the day in brackets under its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.document import Located, SignedDate
from report_lint.lazy import lazy_pattern
from report_lint.parsing.issuers import line_issuers
from report_lint.parsing.lines import squeezed
from report_lint.parsing.numerals import YEAR, find_dates
from report_lint.parsing.organs import is_organs, is_place, organ_spans
from report_lint.parsing.titles import is_title
from report_lint.text import Span

if TYPE_CHECKING:
    from report_lint.parsing.lines import Line, Lines

_LONGEST = 70
_NEAR = 3  # lines between the organ and the day
_MAYBE = lazy_pattern("月|20[0-9]{2}[ 　]*[-./．–—]")  # most lines hold no day
_SEAL = "(?:（[^（）]{0,8}[章印][^（）]{0,4}）|（章）|印章|公章|盖章)"
_SEAL_LINE = lazy_pattern(f"{_SEAL}|（此件[^（）]*）")
# “报告单位：甲县民政局（盖章）”, “报告日期：2024年1月9日”
_LABEL = lazy_pattern(f"(?:(?:报告|填报|报送|落款|成文|单位)?(?:单位|机关|名称|日期|时间){_SEAL}?：)")
_BEHIND = lazy_pattern(f"[）\\]]?[0-9０-９]{{0,3}}(?:{_SEAL})?[。]?")
# “2024年1月”, “2024年　月　日”: a day that was never filled in
_UNFILLED = lazy_pattern(f"{YEAR}?年[0-9Xx×*]{{0,2}}月(?:[0-9Xx×*]{{0,2}}日)?")
# What may stand behind a signature: attachments, the foot of an official paper
_AFTER = lazy_pattern(
    f"附件|附：|附表|抄送|抄报|分送|（?联系[人电]|（此件|（信息公开|主题词|印发|.{{2,24}}{YEAR}年.{{2,6}}日印发"
)
_ATTACHED = lazy_pattern("附件?[0-9一二三四五]{0,2}[：:]?")
_ATTACHMENT_NOTE = lazy_pattern("附(?:件)?[0-9一二三四五六七八九十]{0,2}：")


@dataclass(frozen=True, slots=True)
class Signature:
    """Organs and day, and the span from the first to the last of their lines."""

    organs: tuple[Located, ...]
    day: SignedDate | None
    first: int
    last: int
    at_end: bool = False


def find_signature(lines: Lines, start: int, stop: int) -> Signature | None:
    """Return the signature among the lines from `start` to before `stop`.

    The first one counts that nothing but attachments follows, else the last.
    """
    found: list[Signature] = []
    for at in range(start, stop):
        signature = _signature(lines, at, start, stop)
        if signature is not None:
            found.append(signature)
            if signature.organs and signature.last + 1 < stop and _closes(lines[signature.last + 1]):
                return signature
    with_organs = [one for one in found if one.organs]
    if with_organs:
        return with_organs[-1]
    return next((one for one in found if one.at_end), None) or _undated(lines, start, stop)


def _closes(line: Line) -> bool:
    return _AFTER.match(line.key) is not None or is_title(line)


def _signature(lines: Lines, at: int, start: int, stop: int) -> Signature | None:
    """Return the signature whose day stands on this line, organs or not."""
    if not lines.short(at, _LONGEST):
        return None
    text = lines.text
    if not _MAYBE.search(text, *lines.spans[at]):
        return None
    dates = list(find_dates(text, *lines.spans[at]))
    line = lines[at]
    if not dates and not _UNFILLED.search(line.key):
        return None
    day = SignedDate(dates[-1].value, dates[-1].span) if dates and dates[-1].value else None
    beside = _beside(lines, line, dates[-1].span if dates else None)
    if beside is None:
        return None
    above, first = _above(lines, at, start)
    below = line_issuers(text, lines[at + 1]) if not (beside or above) and at + 1 < stop else ()
    at_end = at == _foot(lines, at + 1, stop) - 1 and day is not None and "年" in day.span.of(text)
    return Signature(beside or above or below, day, at if beside else first, at + 1 if below else at, at_end)


def _beside(lines: Lines, line: Line, date: Span | None) -> tuple[Located, ...] | None:
    """Return the organs on the line of the day; None when anything else stands there."""
    text = lines.text
    if date is None:
        match = _UNFILLED.search(line.key)
        return () if match is not None and match.span() == (0, len(line.key)) else None
    if not _BEHIND.fullmatch(squeezed(text[date.end : line.end]).replace("(", "（").replace(")", "）")):
        return None
    return _organs(lines, line.at, date.start)


def _organs(lines: Lines, at: int, end: int | None = None) -> tuple[Located, ...] | None:
    """Return the organs of a line up to a place, labels and seals left out; None when it says anything else."""
    folded = lines.folded(at)
    key = folded.text if end is None else folded.text[: folded.folded(end)]
    label = _LABEL.match(key)
    seal = re.search(f"{_SEAL}$", key)
    first, last = label.end() if label else 0, seal.start() if seal else len(key)
    if key[first:last].strip("（(") == "":
        return ()
    span = folded.span(first, last)
    written = span.of(lines.text)
    name = key[first:last]
    if not (is_organs(name) or is_place(name)):
        return None
    return tuple(Located(squeezed(written[a:b]), Span(span.start + a, span.start + b)) for a, b in organ_spans(written))


def _above(lines: Lines, at: int, start: int) -> tuple[tuple[Located, ...], int]:
    """Return the organs on the lines above the day, in order, and the first of those lines."""
    organs: tuple[Located, ...] = ()
    first = at
    for above in range(at - 1, max(start, at - 1 - _NEAR) - 1, -1):
        if not lines.short(above, _LONGEST):
            break
        found = _organs(lines, above) or ()
        if not found and not _SEAL_LINE.fullmatch(lines[above].key):
            break
        organs, first = (*found, *organs), above
    return organs, first if organs else at


def _undated(lines: Lines, start: int, stop: int) -> Signature | None:
    """Return the organs on the last lines of a text that ends without a day, the foot of an official paper apart."""
    end = _foot(lines, start, stop)
    organs, first = _above(lines, end, start)
    return Signature(organs, None, first, end - 1) if organs and first > start else None


def _foot(lines: Lines, start: int, stop: int) -> int:
    """Return the first of the last lines that name a contact, copies or the printing: （联系人：何静）."""
    end = stop
    while end > start and stop - end < _NEAR and lines.short(end - 1, _LONGEST) and _AFTER.match(lines[end - 1].key):
        end -= 1
    return end


def attachment_note(lines: Lines, start: int, signature: int) -> int:
    """Return the first line of the list of attachments that stands right above a signature, else the signature's."""
    first = signature
    for at in range(signature - 1, max(start, signature - 12), -1):
        if not lines.short(at, _LONGEST):
            break
        if _ATTACHMENT_NOTE.match(lines[at].key):
            first = at
        elif first < signature:
            break
    return first


def attachments(lines: Lines, start: int, stop: int) -> int:
    """Return the first line of the attachments (附件, 附件1), else `stop`."""
    for at in range(start, stop):
        if lines.short(at, 12) and _ATTACHED.fullmatch(lines[at].key):
            return at
    return stop
