"""Legal instruments as the register knows them, and the places of a report that cite them: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from report_lint.text import Span

CitationKind = Literal["law", "regulation", "party", "local", "document", "other", "unknown"]
DateStatus = Literal["in_force", "not_yet_in_force", "repealed", "superseded", "unknown"]
CitationForm = Literal["title", "alias", "reference"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an instrument, a line of the register.

    In force means `effective <= day < (superseded or repealed)`; None is unknown. A version without
    `effective` is known by its title only. `superseded` closes a version, also where what follows it
    is not known. `first` says that this version is the first adoption of the title. `number` is the number of
    the document or order that made this version, only where it is confirmed; `inserted` names the articles
    put between others (“133-1” for 第一百三十三条之一); `as_of` the day of the source, where it names one.
    """

    promulgated: date | None = None
    effective: date | None = None
    effective_certain: bool = False
    superseded: date | None = None
    articles: int | None = None
    first: bool = False
    number: str | None = None
    inserted: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, Party regulation or document of the register.

    `level` is the Chinese name of its rank (法律, 行政法规, 党内法规 …); `repealed_on` is set only where
    the register is certain enough for a rule to speak of it. `flags`: `namesake` where provinces have
    regulations of the same short name, `title-unsure` where the exact official title was not confirmed,
    `repeal-unsure` where the repealing act was not identified. `known_until` is the last day for which the
    register can tell that nothing took the place of the instrument; None where it does not say.
    """

    title: str
    level: str
    kind: CitationKind
    versions: tuple[Version, ...] = ()
    repealed_on: date | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()
    number: str | None = None
    flags: tuple[str, ...] = ()
    issuer: str | None = None
    known_until: date | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """Articles written behind a title: “第三十九条第一款第（二）项”, “第一百三十三条之一”, “第三条至第五条”.

    `article` is the number of the (first) article, `inserted` the number after 之, `last` the last article
    of a range.
    """

    span: Span
    article: int
    inserted: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """The number of a document or an order written beside a title, without the brackets around it.

    `value` is the number in its regular form (国办发〔2018〕118号, 国务院令第713号), whatever brackets, 第 and
    zeros are written; `before` says that it stands in front of the title.
    """

    span: Span
    value: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class YearNote:
    """A year written for the version of an act: （2021年修订）; `word` is 修订, 修正, 版 … or empty."""

    span: Span
    year: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that names an instrument, and what it resolved to.

    `form` tells how it is named: by its `title`, by an `alias` that the report declared (以下简称《纲要》),
    or by a `reference` (该法, 本条例, 及其实施条例). `marked` says that it stands in 《》, which `span` then holds.
    Citations of one enumeration 《甲》《乙》和《丙》 have the same `run`, which counts the enumerations of the
    text. `judged_on` is the day `status_on_date` speaks of.
    """

    span: Span
    title: str
    kind: CitationKind
    instrument: Instrument | None = None
    article: str | None = None
    status_on_date: DateStatus = "unknown"
    form: CitationForm = "title"
    marked: bool = True
    provisions: tuple[Provision, ...] = ()
    number: CitedNumber | None = None
    year_note: YearNote | None = None
    alias: str | None = None
    run: int = -1
    judged_on: date | None = None
