"""What the register knows of titles, for the terminal and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.register import PREFIX, folded_title
from report_lint.register.status import begun_by, verdict_on
from report_lint.render.layout import cell_len, hanging, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from report_lint.instruments import DateStatus, Instrument, Version
    from report_lint.register.status import Doubt
    from report_lint.render.layout import Colour, Screen

_MARKS: dict[DateStatus, tuple[str, Colour]] = {
    "in_force": ("有效", "good"),
    "superseded": ("已有新版本", "warning"),
    "not_yet_in_force": ("尚未施行", "warning"),
    "repealed": ("已废止", "error"),
    "unknown": ("效力不明", "faint"),
}
_DOUBTS: dict[Doubt, str] = {
    "title-only": "只登记题名，没有登记效力",
    "after-facts": "登记的事实截至 {until}",
    "before-first": "登记的最早版本自 {first} 施行，此前的版本没有登记",
    "uncertain-day": "施行日期未核实",
    "ended": "登记的版本截至 {ended} 前，此后的情况没有登记",
}
_FLAGS = {
    "namesake": "各省可能有同名的地方性法规或规章，不写“中华人民共和国”或“国务院”时未必指这一件",
    "title-unsure": "题名见于其他文件，未逐字核对",
    "repeal-unsure": "废止日见于其他文件，未核对废止它的文件",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked of the register and what it has: the instrument, its successor, or titles that come near.

    `successor` is what stands in its place on the day; `near` are titles a slip or two away, `holding` those
    that hold the words that were asked for.
    """

    asked: str
    instrument: Instrument | None
    successor: Instrument | None = None
    near: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()


def as_json(answers: Sequence[Answer], day: date, facts_until: date | None) -> str:
    """Return the answers as one JSON object."""
    values = {
        "judged_on": day.isoformat(),
        "facts_until": _iso(facts_until),
        "laws": [_values(answer, day) for answer in answers],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _values(answer: Answer, day: date) -> dict[str, object]:
    found = answer.instrument
    asked: dict[str, object] = {"asked": answer.asked, "known": found is not None}
    if found is None:
        return {**asked, "near": list(answer.near), "holding": list(answer.holding)}
    verdict = verdict_on(found, day)
    return {
        **asked,
        "title": found.title,
        "level": found.level,
        "kind": found.kind,
        "issuer": found.issuer,
        "status_on_date": verdict.status,
        "doubt": verdict.doubt,
        "last_known_status": _last_known(found, day),
        "repealed": _iso(found.repealed_on),
        "successor": found.successor,
        "successor_on_date": answer.successor.title if answer.successor else None,
        "short_names": list(_short_names(found)),
        "flags": list(found.flags),
        "known_until": _iso(found.known_until),
        "versions": [_version_values(version) for version in found.versions],
    }


def _version_values(version: Version) -> dict[str, object]:
    return {
        "promulgated": _iso(version.promulgated),
        "effective": _iso(version.effective),
        "effective_certain": version.effective_certain,
        "superseded": _iso(version.superseded),
        "number": version.number,
        "articles": version.articles,
        "inserted_articles": list(version.inserted),
        "first": version.first,
        "as_of": _iso(version.as_of),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_text(answers: Sequence[Answer], day: date, facts_until: date | None, screen: Screen) -> str:
    """Return the answers as paragraphs, and how far the register reaches."""
    blocks = [_block(answer, day, screen) for answer in answers]
    if facts_until:
        reach = f"登记的事实截至 {facts_until}，此后公布、修改、废止的不在表中"
        blocks.append(hanging(reach, "", "", screen.width))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _block(answer: Answer, day: date, screen: Screen) -> list[str]:
    found = answer.instrument
    head = f"《{found.title}》" if found else f"登记表中没有《{in_one_line(answer.asked)}》"
    lines = [screen.paint(line, "strong" if found else "warning") for line in hanging(head, "", "", screen.width)]
    for label, text in _known(answer, found, day) if found else _unknown(answer):
        lead = f"{label}："
        lines += hanging(in_one_line(text), lead, " " * cell_len(lead), screen.width)
    if found:
        word, colour = _MARKS[_last_known(found, day)]
        at = next(at for at, line in enumerate(lines) if line.startswith("状态："))
        lines[at] = lines[at].replace(word, screen.paint(word, colour), 1)
    return lines


def _unknown(answer: Answer) -> Iterator[tuple[str, str]]:
    yield "说明", "没有登记不等于写错：地方性法规、规章和一般文件大多没有登记"
    for label, titles in (("相近的题名", answer.near), ("含有这些字的题名", answer.holding)):
        if titles:
            yield label, "".join(f"《{title}》" for title in titles)


def _known(answer: Answer, found: Instrument, day: date) -> Iterator[tuple[str, str]]:
    if folded_title(answer.asked) not in (folded_title(name) for name in (found.title, *_short_names(found))):
        yield "查的是", f"《{answer.asked}》"
    yield "级别", found.level
    if found.issuer:
        yield "制定机关", found.issuer
    yield "状态", _status(answer, found, day)
    if names := _short_names(found):
        yield "其他写法", "".join(f"《{name}》" for name in names)
    yield from _versions(found, day)
    yield from (("注意", _FLAGS[flag]) for flag in found.flags if flag in _FLAGS)
    sources = [version.as_of for version in found.versions if version.as_of is not None]
    if sources:
        yield "来源日期", f"{max(sources)}"


def _status(answer: Answer, found: Instrument, day: date) -> str:
    verdict = verdict_on(found, day)
    words = f"{_MARKS[verdict.status][0]}（按 {day} 判断）"
    if verdict.doubt == "after-facts":
        word = _MARKS[_last_known(found, day)][0]
        words = f"{word}（截至 {found.known_until}，此后的修改、废止不在表中）"
    elif verdict.doubt is not None:
        words += "，" + _doubt(verdict.doubt, found, day)
    if found.repealed_on is not None:
        words += f"，{found.repealed_on} 废止" if verdict.status == "repealed" else f"，{found.repealed_on} 起废止"
    if found.successor is not None:
        words += f"，由《{found.successor}》取代"
    if answer.successor is not None and found.successor is not None and answer.successor.title != found.successor:
        words += f"，后者又由《{answer.successor.title}》取代"
    return words


def _last_known(found: Instrument, day: date) -> DateStatus:
    """Return the status on a day, or on the last day of the facts where that is earlier."""
    return verdict_on(found, min(day, found.known_until) if found.known_until else day).status


def _doubt(doubt: Doubt, found: Instrument, day: date) -> str:
    begun = begun_by(found, day)
    first = next((version.effective for version in found.versions if version.effective), None)
    ended = begun[-1].superseded if begun else None
    return _DOUBTS[doubt].format(until=found.known_until, first=first, ended=ended)


def _short_names(found: Instrument) -> tuple[str, ...]:
    bare = found.title.removeprefix(PREFIX)
    return (*([bare] if bare != found.title else []), *found.aliases)


def _versions(found: Instrument, day: date) -> Iterator[tuple[str, str]]:
    begun = begun_by(found, day)
    current = begun[-1] if begun and verdict_on(found, day).status == "in_force" else None
    for at, version in enumerate(found.versions):
        following = found.versions[at + 1] if at + 1 < len(found.versions) else None
        if words := _version(version, following):
            yield "版本", words + ("（当日有效）" if version is current and len(found.versions) > 1 else "")


def _version(version: Version, following: Version | None) -> str:
    replaced = following is not None and following.effective == version.superseded
    facts = (
        f"{version.promulgated} 公布" if version.promulgated else "",
        f"{version.effective} 施行" if version.effective else "",
        "施行日期未核实" if version.effective and not version.effective_certain else "",
        f"{version.superseded} 起{'由下一版本代替' if replaced else '情况不明'}" if version.superseded else "",
        version.number or "",
        f"{version.articles} 条" if version.articles else "",
        _inserted(version.inserted),
        "首次制定" if version.first else "",
    )
    return "，".join(filter(None, facts))


def _inserted(articles: Sequence[str]) -> str:
    """Return “另有第17条之1等 53 条” for the articles put between others."""
    if not articles:
        return ""
    article, _, at = articles[0].partition("-")
    return f"另有第{article}条之{at}等插入的 {len(articles)} 条"
