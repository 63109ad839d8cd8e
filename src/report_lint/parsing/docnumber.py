"""The report's own document number, whatever its brackets look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report_lint.document import Located
from report_lint.lazy import lazy_pattern
from report_lint.parsing.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.parsing.lines import Lines

_WORD = "(?P<word>[^\\W\\d_]{1,14})"
_OPEN, _CLOSE = "[〔\\[【﹝（〈<｛{]", "[〕\\]】﹞）〉>｝}]"
# “某民字〔2024〕2号”, “某民字[2025]第02号”, “某民字〔25〕2”, “某民字2025年2号”, “某民字20252号” with its brackets lost.
# “（2024）某01行初2号” and “令第825号” have another form.
_NUMBER = lazy_pattern(
    f"（?(?P<number>(?:{_WORD}{_OPEN}[0-9]{{2,4}}年?{_CLOSE}第?[0-9]{{1,5}}号?"
    "|(?P<plain>[^\\W\\d_]{1,14})20[0-9]{2}(?:年)?[-—]?第?[0-9]{1,4}号"
    "|〔[0-9]{4}〕第?[0-9]{1,5}号))）?(?:签发人.{0,10})?"
)
_LONGEST = 60
_NO_WORD = lazy_pattern("令$|不动产权|刑|行初|行终|民初|标$|合同|编号$")


def find_document_number(lines: Lines, candidates: Iterable[int]) -> Located | None:
    """Return the first document number that has one of these lines to itself, or shares it with the signer."""
    for at in candidates:
        if not lines.short(at, _LONGEST):
            continue
        folded = lines.folded(at)
        match = _NUMBER.fullmatch(folded.text)
        if match is None or _NO_WORD.search(match["word"] or match["plain"] or ""):
            continue
        span = folded.span(*match.span("number"))
        return Located(squeezed(span.of(lines.text)), span)
    return None
