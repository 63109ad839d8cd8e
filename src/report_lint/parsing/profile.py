"""Whose report it is: the kind of body and the level, read from the names of organs.

There is no central level: a ministry or the State Council counts as `province`, the highest.
A city whose name stands alone counts as `city`, although a county-level city looks the same;
standing in another city (甲市乙市) it is a county. What the name does not say stays unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from report_lint.document import Body, Level, Profile
from report_lint.errors import UsageError
from report_lint.lazy import lazy_pattern
from report_lint.parsing.organs import is_organ, is_place
from report_lint.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report_lint.text import Span

_BODIES: tuple[Body, ...] = get_args(Body)
_LEVELS: tuple[Level, ...] = get_args(Level)

# Departments of a Party committee: “中共甲县委办公室”, “中共甲县纪律检查委员会”, “县委政法委”
_PARTY_DEPARTMENT = lazy_pattern("(?:部|办公[室厅]|办|纪律检查委员会|纪委|政法委(?:员会)?|党校|局|中心|编委|网信委)$")
_PARTY = lazy_pattern("^中共|^中国共产党|(?:党委|党工委|工委|党组|[省市州盟县区旗镇乡]委)$")
_GOVERNMENT = lazy_pattern("(?:政府|(?:街道|地区)办(?:事处)?|^办事处|管委会|管理委员会|行政公署|行署|街道办事处)$")
# “国有资产监督管理委员会”, “城市管理委员会”, “驻北京办事处” end like governments and are departments.
_NO_GOVERNMENT = lazy_pattern("(?:监督|城市|市政|交通|卫生|人防)管理委员会$|驻.{2,6}办事处$")

_STREET = lazy_pattern("(?:街道|地区)办(?:事处)?$")

# Endings of a name that say what the organ is, not where; longest first.
_ENDING = lazy_pattern(
    "(?:人民)?政府(?:办事处)?$|(?:管理)?委员会$|管委会$|(?<=街道)办(?:事处)?$|(?<=地区)办(?:事处)?$|办事处$|行政公署$|行署$"
    "|党委$|(?:党)?(?:工委|工作委员会)$|党组$|(?<=[省市州盟县区旗镇乡])委$"
)
_MUNICIPALITY = lazy_pattern("^(?:北京|上海|天津|重庆)市?")
_PROVINCE = lazy_pattern("^(?:[^市县区镇]{0,6}省(?![级直会委])|.{0,8}?自治区|.{2,3}特别行政区)")
# 市 names a city in “甲市水利局” and “聊城市水利局”, not in “市场监督管理局”, “甲区城市管理局”, “市政管理局”.
_NO_CITY = "(?![场容域])(?!民[^政族宗委办])(?!政[^务府协法])"
_CITY = lazy_pattern(
    f"^[^县区]{{0,8}}?(?:自治州|地区(?!办)|(?<!城)市{_NO_CITY}|(?<=[^县区市州])城市|州(?![市县区城])|(?<!联)盟)"
)
_CITY_BELOW = lazy_pattern(f"^[^县区和局]{{2,4}}?(?<!城)市{_NO_CITY}")
_COUNTY = lazy_pattern(
    "^.{0,10}?(?:自治[县旗]|县(?![域级])|(?<![社小园景校片])(?<!开发)(?<!示范)区(?![域划块])|旗(?!舰))"
)
_TOWNSHIP = lazy_pattern("^.{0,10}?(?:街道|(?<![城村])镇(?![化区])|(?<!城)乡(?![村镇])|苏木)")
_STEPS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (_CITY, "city"),
    (_CITY_BELOW, "county"),
    (_COUNTY, "county"),
    (_TOWNSHIP, "township"),
)
# Zones with a management committee have no level that their name tells.
_ZONE = lazy_pattern("(?:开发|高新|经开|产业|工业|园|示范|度假|保税|景|功能|试验|合作|物流|科技|旅游|风景名胜)区?$")
_CENTRAL = lazy_pattern("^(?:中华人民共和国|国务院|国家|中国)")
_MINISTRY = lazy_pattern("^[^县市区省镇乡]{2,10}(?<!宣传)(?<!组织)(?<!统战)(?<!社会工作)(?<!武装)部$")


def profile_of(names: Iterable[str]) -> Profile:
    """Return the profile that the names of one or several organs give together."""
    found = [organ_profile(name) for name in names]
    bodies = {one.body for one in found} - {"unknown"}
    levels = [one.level for one in found if one.level != "unknown"]
    return Profile(_together(bodies), levels[0] if levels else "unknown")


def _together(bodies: set[Body]) -> Body:
    if bodies == {"party", "government"}:
        return "joint"
    if "department" in bodies and "government" not in bodies:
        return "department"  # 甲县民政局党组 and 甲县民政局 are one office
    return next(iter(bodies)) if len(bodies) == 1 else "unknown"


def organ_profile(name: str) -> Profile:
    """Return body and level of one organ or place, its folded name given."""
    return Profile(_body(name), _level(name))


def _body(name: str) -> Body:
    if _PARTY.search(name):
        return "department" if _PARTY_DEPARTMENT.search(name) else "party"
    if _GOVERNMENT.search(name):
        return "department" if _NO_GOVERNMENT.search(name) else "government"
    return "government" if _is_area(name) else "department"


def _is_area(name: str) -> bool:
    return name[-1:] in set("省市州盟县区旗镇乡街") or name.endswith(("街道", "地区", "苏木"))


def _level(name: str) -> Level:
    if _STREET.search(name):
        return "township"
    place = _ENDING.sub("", _ENDING.sub("", name.removeprefix("中国共产党").removeprefix("中共")))
    if _ZONE.search(place) and name != place:
        return "unknown"
    if _is_area(place) and (place == name or _ENDING.search(name)):
        return _level_of_area(place)
    return _level_of_department(name.removeprefix("中国共产党").removeprefix("中共"))


def _level_of_area(place: str) -> Level:
    """Return the level of a place, which its last character names."""
    if place.endswith(("镇", "乡", "街", "街道", "苏木")):
        return "township"
    if place.endswith(("省", "自治区")) or _MUNICIPALITY.fullmatch(place):
        return "province"
    if place.endswith(("地区", "州", "盟")):
        return "city"
    if place.endswith("市"):
        return "county" if re.search("(?:市|州|地区|盟).{1,6}市$", place) else "city"
    return "county"


def _level_of_department(name: str) -> Level:
    """Return the level of the lowest place that a department's name begins with."""
    level: Level = "unknown"
    rest = name
    if match := _PROVINCE.match(rest) or _MUNICIPALITY.match(rest):
        level, rest = "province", rest[match.end() :]
    for pattern, below in _STEPS:
        if pattern is _CITY_BELOW and level != "city":
            continue
        if match := pattern.match(rest):
            level, rest = below, rest[match.end() :]
    if level == "city" and name.endswith("分局"):
        return "county"  # the branch of a city's bureau serves one district
    if level != "unknown":
        return level
    if (name.endswith("厅") and not name.endswith("办公厅")) or _CENTRAL.match(name) or _MINISTRY.match(name):
        return "province"
    return "unknown"


# “我局”, “我镇”: the issuer speaks of itself; 我县, 我市 and 我省 are said by every office of the place.
_SELF = lazy_pattern("我(局|厅|中心|支队|大队|总队|分局|委|镇|乡|街道|街)(?!党委|们)")
_SELF_WITHIN = 2000
_LEADING_WITHIN = 120
_SELF_PROFILES = {"厅": Profile("department", "province")} | dict.fromkeys(
    ("镇", "乡", "街道", "街"), Profile("government", "township")
)
_WHOLE_PLACE = lazy_pattern("(?:20[0-9]{2}年度?)?全([省市州县区旗镇乡]|街道)")
# “现将甲镇2024年…报告如下”, “现将我局2024年…”
_OPENING_ORGAN = lazy_pattern("现[将就对]([^，。年0-9]{2,24}?)(?:关于)?20[0-9]{2}年?")
# “2024年，甲县公安局在县委…领导下，…”: the organ that a report without a title begins with
_LEADING_ORGAN = lazy_pattern(
    "\\s*20[0-9]{2}年(?:度|以来)?，(?!全)([^\\W\\d_]{2,20}?)"
    "(?=在[^，。]{2,60}领导|坚持|[以按]|深入|始终|认真|紧紧|全面(?!依法治)|严格|切实|扎实|积极|立足|围绕|贯彻)"
)


def naming_profile(text: str, opening: Span | None, body: Span) -> Profile:
    """Return the profile that a text without an issuer tells: the organ of its opening clause, or 我局, 我镇.

    The organ that its first sentence begins with says more where it is of the same kind: “2024年，甲县公安局…”.
    """
    match = _OPENING_ORGAN.match(fold(text, *opening).text) if opening is not None else None
    if match is not None and (is_organ(match[1]) or is_place(match[1])):
        return organ_profile(match[1])
    named = _SELF.findall(text, body.start, min(body.end, body.start + _SELF_WITHIN))
    kinds = {_SELF_PROFILES.get(word, Profile("department")) for word in named}
    leading = _leading_profile(fold(text, body.start, min(body.end, body.start + _LEADING_WITHIN)).text)
    if len(kinds) != 1:
        return leading
    said = kinds.pop()
    return leading if said == Profile(leading.body) else said


def _leading_profile(start: str) -> Profile:
    """Return the profile of the government or department that a folded text begins with."""
    match = _LEADING_ORGAN.match(start)
    if match is None or not (is_organ(match[1]) or is_place(match[1])):
        return Profile()
    found = organ_profile(match[1])
    return found if found.body in ("government", "department") else Profile()


def whole_place_profile(title: str) -> Profile:
    """Return the profile of a title that speaks of a whole place (全县2024年…): its government's."""
    match = _WHOLE_PLACE.match(title)
    return Profile("government", _level_of_area(match[1])) if match is not None else Profile()


def parse_profile(text: str) -> Profile:
    """Return the profile that is written as BODY[/LEVEL].

    Raises:
        UsageError: it is not written so; the sentence lists what may stand there.
    """
    body, slash, level = (part.strip().lower() for part in text.partition("/"))
    allowed_bodies, allowed_levels = "、".join(_BODIES), "、".join(_LEVELS)
    if body not in _BODIES:
        hint = f"，“{body}”是级别，应写在斜线之后，例如 joint/{body}；" if body in _LEVELS else "，"
        msg = (
            f"报告类型“{text}”写法不对{hint}机关种类应为 {allowed_bodies} 之一，"
            "之后可写斜线和级别，例如 department/county"
        )
        raise UsageError(msg)
    if slash and level not in _LEVELS:
        msg = f"报告类型“{text}”写法不对，级别应为 {allowed_levels} 之一，例如 {body}/county"
        raise UsageError(msg)
    return Profile(_BODIES[_BODIES.index(body)], _LEVELS[_LEVELS.index(level)] if slash else "unknown")
