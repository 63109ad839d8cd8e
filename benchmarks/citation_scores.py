"""What is counted when the citations and findings of a report are compared with the labels of citation_set/."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from citation_labels import COUNTRY

from report_lint import lint_text

if TYPE_CHECKING:
    from citation_labels import Label, Sentence, Slip

    from report_lint import CitedInstrument, Finding

BEHIND = frozenset({"article", "number"})  # mistakes that stand behind the title
# What these say of a law is true or false; the other rules speak of how it is written.
FACTS = frozenset(f"CIT{number:03}" for number in (1, 2, 6, 7, 8, 9, 11, 14, 18))


class Found(NamedTuple):
    """A citation that was found, with its place in the sentence."""

    start: int
    end: int
    cited: CitedInstrument


class Said(NamedTuple):
    """A finding about a citation, with its place in the sentence."""

    start: int
    end: int
    finding: Finding

    def __str__(self) -> str:
        """Return it in one line."""
        one = self.finding
        return f"{one.code} {one.severity} {one.message}（{one.quote}）"


class Planted(NamedTuple):
    """A planted mistake and what was said of it."""

    sentence: Sentence
    label: Label
    slip: Slip
    said: tuple[Said, ...]

    @property
    def coded(self) -> bool:
        """Tell whether one of the rules that must speak does."""
        return any(one.finding.code in self.slip.codes for one in self.said)

    @property
    def proposed(self) -> bool:
        """Tell whether that rule also proposes the right title."""
        return any(
            one.finding.code in self.slip.codes and self._wanted in f"{one.finding.message}{one.finding.help}"
            for one in self.said
        )

    @property
    def _wanted(self) -> str:
        """Return the title in marks, in full or in short as the mistake is written."""
        title = self.slip.title
        if title is None:
            return ""
        return f"《{title}》" if COUNTRY in self.label.text else f"{title.removeprefix(COUNTRY)}》"


@dataclass
class Result:
    """What a lint says of a sentence."""

    sentence: Sentence
    found: tuple[Found, ...] = field(repr=False)
    said: tuple[Said, ...] = field(repr=False)
    crashed: tuple[str, ...] = ()

    @cached_property
    def pairs(self) -> list[tuple[Label, Found]]:
        """Return the labels that were found at their exact span, with what was found."""
        return [(label, one) for label in self.sentence.labels for one in self.found if label.at(one.start, one.end)]

    @cached_property
    def wanted(self) -> list[tuple[Label, Found]]:
        """Return the pairs of labels that must be found."""
        return [pair for pair in self.pairs if not pair[0].optional]

    @cached_property
    def lost(self) -> list[Label]:
        """Return the citations that were not found at their span."""
        seen = [label for label, _ in self.pairs]
        return [label for label in self.sentence.labels if not label.optional and label not in seen]

    @cached_property
    def wrong(self) -> list[Found]:
        """Return what was found and is no citation, or has not its span."""
        seen = [one for _, one in self.pairs]
        return [one for one in self.found if one not in seen]

    @cached_property
    def kinds(self) -> list[tuple[Label, Found]]:
        """Return the pairs that must agree on the kind and the official title."""
        return [(label, one) for label, one in self.wanted if label.kinds]

    @cached_property
    def misjudged(self) -> list[tuple[Label, Found]]:
        """Return the pairs that do not agree on the kind."""
        return [(label, one) for label, one in self.kinds if one.cited.kind not in label.kinds]

    @cached_property
    def misresolved(self) -> list[tuple[Label, Found]]:
        """Return the pairs that do not agree on the official title."""
        return [(label, one) for label, one in self.kinds if title_of(one) not in label.titles]

    @cached_property
    def articles(self) -> list[tuple[Label, Found]]:
        """Return the pairs of which one or both have an article."""
        return [(label, one) for label, one in self.wanted if label.articles or one.cited.article]

    @cached_property
    def misread(self) -> list[tuple[Label, Found]]:
        """Return the pairs that do not agree on the article."""
        return [(label, one) for label, one in self.articles if one.cited.article not in (label.articles or {None})]

    @cached_property
    def misnamed(self) -> list[tuple[Label, Found]]:
        """Return the pairs that do not agree on title, alias or reference."""
        return [(label, one) for label, one in self.wanted if one.cited.named_by not in label.forms]

    @cached_property
    def planted(self) -> list[Planted]:
        """Return the planted mistakes with what was said of them."""
        return [
            Planted(self.sentence, label, label.slip, tuple(one for one in self.said if self._about(one, label)))
            for label in self.sentence.labels
            if label.slip
        ]

    @cached_property
    def unasked(self) -> list[Said]:
        """Return the findings that no label asks for or allows."""
        return [one for one in self.said if not self._allowed(one)]

    def _allowed(self, one: Said) -> bool:
        code = one.finding.code
        return code in self.sentence.may or any(
            label.slip and code in label.slip.codes and self._about(one, label) for label in self.sentence.labels
        )

    def _about(self, one: Said, label: Label) -> bool:
        """Tell whether a finding speaks of a citation, or of the article or the number behind it."""
        behind = self.sentence.text[label.end : one.start]
        own = label.slip is not None and label.slip.kind in BEHIND and not set(behind) & set("《，。")
        return label.touches(one.start, one.end) or (own and label.end <= one.start)

    @property
    def claims(self) -> list[Said]:
        """Return the errors and warnings against what is cited correctly."""
        return [one for one in self.unasked if one.finding.severity != "info"]

    @property
    def hints(self) -> list[Said]:
        """Return the hints that say something of a law itself that is not so."""
        return [one for one in self.unasked if one.finding.severity == "info" and one.finding.code in FACTS]

    @property
    def habits(self) -> list[Said]:
        """Return the hints on how something is written that the labels do not name."""
        return [one for one in self.unasked if one.finding.severity == "info" and one.finding.code not in FACTS]


def title_of(one: Found) -> str | None:
    """Return the official title that a citation resolved to."""
    return one.cited.instrument.title if one.cited.instrument else None


def result_of(sentence: Sentence) -> Result:
    """Return what a lint says of a sentence in a report."""
    text, begin = sentence.report
    end = begin + len(sentence.text)
    report = lint_text(text, as_of=sentence.as_of, select=["CIT"])
    places = [(one.range.start.offset, one.range.end.offset, one) for one in report.citations]
    said = [(one.range.start.offset, one.range.end.offset, one) for one in report.findings]
    crashed = tuple(one.message for one in report.findings if one.code == "INT001")
    return Result(
        sentence,
        tuple(Found(first - begin, last - begin, one) for first, last, one in places if first < end and begin < last),
        tuple(Said(first - begin, last - begin, one) for first, last, one in said if first < end and begin < last),
        crashed,
    )
