"""Whether a post is that of the head of the office that reports: 县公安局局长 is not the head of a county.

What stands right before a post names whose it is. Short names (县发改委) are read as the letters of a
long one (云岭县发展和改革委员会) in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report_lint.lazy import lazy_pattern
from report_lint.parsing.breaks import HAN

if TYPE_CHECKING:
    from report_lint.document import Body, Cover, Level

_LEVELS: dict[Level, str] = {"province": "省", "city": "市州盟", "county": "县区旗", "township": "镇乡"}
# A county-level city says 市长 of its own head, and so does 北京.
_CITY = {
    "county": lazy_pattern("市(?!场|政|容)(?=人民政府|委员会|委|[^县区市]{0,12}局|$)"),
    "province": lazy_pattern("^(?:北京|上海|天津|重庆)市"),
}
_PLACES = "省市州盟县区旗镇乡"
# “各县（市、区）委书记”, “12名局长”, “部分乡镇党委书记”: heads in the plural.
_PLURAL = lazy_pattern(
    "(?:各(?!项|类|方)|[0-9一二三四五六七八九十百两几数多][余多]?[个名位家]|所属|下属|下级|辖区|区县|县区|市县|市州|镇街|基层|成员单位"
    "|(?:部分|有关|相关|其他|其它)(?=[县区乡镇街村部单科股处局所站企]))(?:（[^（）]{0,12}）|[^，。；：、（）]){0,10}$"
)
# Words between the name of an office and the post of its head.
_BETWEEN = lazy_pattern("(?:的|党组|党委|党工委|工委|机关党委|党总支|领导班子|班子|行政|人民|单位|（[^（）]{0,6}）)+$")
_BOTH = ("两位", "两名", "二位", "2位", "2名")  # “两位主要负责人年终述法”
_NAME = lazy_pattern(f"{HAN}{{1,12}}$")
_OWN_WORDS = ("我", "本", "该", "全")
_ORGAN_ENDS = "局厅委办部院队所处站科股室"
_LONG_ENDS = (
    "政府",
    "中心",
    "公司",
    "集团",
    "企业",
    "社区",
    "支部",
    "学校",
    "单位",
    "部门",
    "街道",
    "协会",
    "园区",
    "管委会",
    "办事处",
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Posts:
    """Whose head it is: the body and level that reports, the last letters of its places, its names."""

    body: Body
    level: Level
    places: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, cover: Cover) -> Posts:
        """Return what the cover tells."""
        names = tuple(issuer.value for issuer in cover.issuers if issuer.value)
        level = cover.profile.level
        places = _LEVELS.get(level, _PLACES)
        if level in _CITY and (not names or any(_CITY[level].search(name) for name in names)):
            places += "市"
        return cls(cover.profile.body, level, places, names)

    def own(self, before: str, post: str) -> bool:
        """Tell whether a post, with what stands before it in its clause, is that of the own head."""
        if self.body == "unknown":
            return True
        if _PLURAL.search(before) and not (before.endswith(_BOTH) and self._two_heads()):
            return False
        place, post_of_office = post[-1:] == "长" and post[0] in _PLACES, post[-1:] == "长" and post[0] not in _PLACES
        if place and (self.body == "department" or post[0] not in self.places):
            return False
        if (post_of_office or post == "主任") and not self._has(post):
            return False
        return self._owns(_BETWEEN.sub("", before), post)

    def _two_heads(self) -> bool:
        return self.body == "joint" or self.level == "township"

    def _has(self, post: str) -> bool:
        """Tell whether an office of this kind is headed by a 局长, a 主任 …."""
        if self.body == "department":
            return True
        zone = any(name.endswith(("管委会", "管理委员会", "办事处", "街道")) for name in self.names)
        return post == "主任" and (zone or self.level in ("township", "unknown"))

    def _owns(self, before: str, post: str) -> bool:
        """Tell whether the name of an office right before a post, where there is one, is the own one."""
        found = _NAME.search(before)
        name = found[0] if found else ""
        if not name or name.endswith(_OWN_WORDS):
            return True
        if name.endswith("政府"):
            return self.body in ("government", "joint") and self._at(name.removesuffix("政府").removesuffix("人民"))
        if name[-1] in _PLACES:
            return post[0] in _PLACES or (self.body != "department" and self._at(name))
        if name[-1] == "委" and name[-2:-1] and name[-2] in _PLACES:
            own = self.body != "department" and self.level != "township"
            return own and name[-2] in self.places and "团" not in name
        return self._is_office(name) if name.endswith(_LONG_ENDS) or name[-1] in _ORGAN_ENDS else True

    def _at(self, name: str) -> bool:
        return not name or name[-1] not in _PLACES or name[-1] in self.places

    def _is_office(self, name: str) -> bool:
        if name in ("部门", "单位"):
            return self.body == "department"
        if name.endswith(("街道", "办事处", "分局")):
            return self.level == "township" or any(one.endswith(name) for one in self.names)
        if len(name) == 1 or name[-2] in _OWN_WORDS:
            return self.body == "department" or self.level == "township"
        if name[-2] in _PLACES:  # 市局, 县局: of the own level or above
            return self.body == "department" and name[-2] in self.places
        tail = name[-_SHORTEST - 1 :] if name[-_SHORTEST - 1 : -_SHORTEST] in _PLACES else name[-_SHORTEST:]
        if not self.names:
            return self.body == "department" or name[-1] not in "局厅"
        return any(_abbreviates(tail, one) for one in self.names)


def _abbreviates(short: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in short)
