"""The number of a document or an order beside a title: （国办发〔2018〕118号）, （国务院令第713号）."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from report_lint.lazy import lazy_pattern
from report_lint.parsing.numerals import parse_number
from report_lint.register.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMERAL = "[0-9〇○零一二三四五六七八九十百]{1,6}"
_OPEN, _CLOSE = "〔\\[【﹝（〈<「", "〕\\]】﹞）〉>」"
# “某政办〔2024〕3号”, and in damaged or careless copies “某政办[2024]第03号”, “中发（2021）33号”
_DOCUMENT = lazy_pattern(
    f"(?P<word>[^\\W\\d_]{{1,24}})[{_OPEN}](?P<year>(?:19|20)[0-9]{{2}})年?[{_CLOSE}]第?0{{0,4}}(?P<serial>[1-9][0-9]{{0,4}})号"
)
# “国务院令第713号”, “中华人民共和国主席令第七十号”, “交通运输部令2021年第10号”, “国务院第713号令”
_ORDER = lazy_pattern(
    "(?P<organ>(?:国务院、中央军事?委(?:员会)?|国(?=令)|[^\\W\\d_]{2,24}?))"
    f"(?:令（?(?:(?P<year>(?:19|20)[0-9]{{2}})年)?第?(?P<serial>{_NUMERAL})号|第(?P<inside>{_NUMERAL})号令)"
)
# “见某政办〔2024〕3号”, “文号：…”, “2019年8月国务院令第713号”, “依据省政府印发的某政发〔2024〕1号”
_LEAD = lazy_pattern(
    "^(?:.*(?:详见|参见|[年月日]|文号[为是]?|依据|按照|根据|依照|落实|贯彻|执行|印发|发布|公布|下发|通过|[以由为的]|转发)|见|即)(?=.)"
)
# Courts, land registers, tenders and contracts count in a way of their own: （2024）某01行初2号 has its year in front.
_OTHER_PAPERS = lazy_pattern("不动产|[行民刑][初终]|行审|判|裁|合同|招标|采购|投标|标段|编号|证$")
_SHORT_ORGANS = {"国": "国务院"}
_BESIDE = lazy_pattern("号(?:文件?)?(?:印发|公布|发布|转发|下发)?的?$")
_REACH = 56
_LABEL = 8  # characters in front of a number that may say what it counts: 合同编号：
_TAIL = 8  # the longest words between a number and its title: 号文件印发的


class NumberPlace(NamedTuple):
    """Where a number stands in a folded text, and its regular form."""

    start: int
    end: int
    value: str


def number_in(text: str, start: int, end: int) -> NumberPlace | None:
    """Return the first number of a document or an order in a stretch of a folded text."""
    return next(_numbers(text, start, end), None)


def number_before(text: str, start: int, end: int) -> NumberPlace | None:
    """Return the number that stands directly in front of `end`: 国办发〔2018〕118号《…》."""
    start = max(start, end - _REACH)
    beside = _BESIDE.search(text, start, end) if text.find("号", max(start, end - _TAIL), end) >= 0 else None
    if beside is None:
        return None
    return next((number for number in _numbers(text, start, end) if number.end == beside.start() + 1), None)


def _numbers(text: str, start: int, end: int) -> Iterator[NumberPlace]:
    if text.find("号", start, end) < 0:
        return
    for match in _DOCUMENT.finditer(text, start, end):
        lead = _LEAD.match(match["word"])
        word = match["word"][lead.end() :] if lead else match["word"]
        begin = match.start() + len(match["word"]) - len(word)
        if _OTHER_PAPERS.search(text, max(start, begin - _LABEL), match.end("word")) is None:
            yield NumberPlace(begin, match.end(), f"{word}〔{match['year']}〕{match['serial']}号")
    if text.find("令", start, end) < 0:
        return
    for match in _ORDER.finditer(text, start, end):
        lead = _LEAD.match(match["organ"])
        written = match["organ"][lead.end() :] if lead else match["organ"]
        serial = parse_number(match["serial"] or match["inside"])
        if serial:
            organ = written.removeprefix(PREFIX)
            year = f"{match['year']}年" if match["year"] else ""
            begin = match.start() + len(match["organ"]) - len(written)
            yield NumberPlace(begin, match.end(), f"{_SHORT_ORGANS.get(organ, organ)}令{year}第{serial}号")
