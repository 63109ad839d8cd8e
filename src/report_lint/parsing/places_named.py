"""Places in the titles of papers: whose act it is, and what kind of act such a place can make."""

from __future__ import annotations

from report_lint.lazy import lazy_pattern

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|厦门|珠海|汕头|浦东新区"
)
# 城市, 市场, 社区, 自治区 … hold the characters of places and name none.
_GENERIC = lazy_pattern(
    "(?<![盐运晋聊宣白桐宜禹项兴韩丰樟应麻邹凤塔诸])城市|(?<!成)都市|市场|市容|市政(?!府)|市民(?!政)|市域|市县|上市|超市|夜市|集市|门市|县级|县域|区域|区划|区位|地区|社区|小区|园区|景区|库区|林区|牧区|灾区"
    "|矿区|辖区|校区|厂区|片区|城区|分区|专区|战区|军区|疫区|特区|港区|海区|滞洪区|保护区|名胜区|行政区|自治[区州县旗]"
    "|乡镇|乡村|城乡|下乡|返乡|家乡|老乡|城镇|村镇|集镇|镇村|镇痛|省级|省际|跨省|省部|国旗|升旗|旗帜|党旗|军旗|红旗|联盟|结盟|同盟|加盟|州际"
    "|[全各][省市县区镇乡]"
)
_PLACE = lazy_pattern(f"{_PROVINCES}|\\w(?:[省市县区旗州盟镇乡]|街道|兵团)")
# “芷江侗族自治县”, not 民族自治县
_AUTONOMOUS_PLACE = lazy_pattern("\\w{2}(?<!民族)自治[区州县旗]")
_AUTONOMOUS = lazy_pattern("自治[区州县旗]")
# Only provinces and larger cities make rules (规章); a 办法 of a county, a township or a zone is a paper of its office.
_SMALL = lazy_pattern("\\w(?:[县旗镇乡]|街道|(?<!自治)区)|自治[县旗]|开发区|高新区|新区")
_NEARBY = 12
# “我市《物业管理条例》”, not “在全市《物业管理条例》宣传月”
_PLACE_BEFORE = lazy_pattern(f"(?:{_PROVINCES}|(?<!全)[省市县区旗州盟镇乡]|街道|□自治)$")
_SMALL_BEFORE = lazy_pattern("(?:[县区旗镇乡]|街道)$")


def names_place(title: str) -> bool:
    """Tell whether a title holds the name of a place."""
    autonomous = _AUTONOMOUS.match(title) or _AUTONOMOUS_PLACE.search(title)
    return autonomous is not None or _PLACE.search(_GENERIC.sub("□", title)) is not None


def names_small_place(title: str) -> bool:
    """Tell whether a title holds the name of a county, a district, a township or a zone."""
    if "浦东新区" in title:
        return False
    kept = _GENERIC.sub(lambda match: match[0] if match[0] in ("自治县", "自治旗") else "□", title)
    return _SMALL.search(kept) is not None


def place_before(text: str, start: int) -> str | None:
    """Return `large` or `small` for the place that stands directly before an offset of a folded text, None for none."""
    before = _GENERIC.sub("□", _AUTONOMOUS.sub("□自治", text[max(0, start - _NEARBY) : start]))
    if _PLACE_BEFORE.search(before) is None:
        return None
    return "small" if _SMALL_BEFORE.search(before) is not None else "large"
