"""Whose report it is: body and level of organs, and the --profile flag."""

from __future__ import annotations

import pytest

from report_lint.document import Profile
from report_lint.errors import UsageError
from report_lint.parsing.organs import is_organ, is_organs, is_place, organ_spans
from report_lint.parsing.profile import organ_profile, parse_profile, profile_of

ORGANS = {
    "云岭县民政局": "department/county",
    "民政局": "department/unknown",
    "市财政局": "department/city",
    "区教育局": "department/county",
    "海棠省农业农村厅": "department/province",
    "省司法厅": "department/province",
    "司法厅": "department/province",
    "自治区司法厅": "department/province",
    "内蒙古自治区农牧厅": "department/province",
    "北京市人民政府": "government/province",
    "北京市教育委员会": "department/province",
    "北京市朝阳区人民政府": "government/county",
    "上海市浦东新区人民政府": "government/county",
    "天津市和平区教育局": "department/county",
    "重庆市司法局": "department/province",
    "海棠省人民政府": "government/province",
    "海棠省人民政府办公厅": "department/province",
    "北桥市人民政府": "government/city",
    "北桥市人民政府办公室": "department/city",
    "金华市义乌市人民政府": "government/county",
    "金华市义乌市民政局": "department/county",
    "新乡市教育局": "department/city",
    "新乡县人民政府": "government/county",
    "景德镇市司法局": "department/city",
    "景德镇市人民政府": "government/city",
    "镇江市水利局": "department/city",
    "镇平县水利局": "department/county",
    "聊城市综合行政执法局": "department/city",
    "盐城市城市管理局": "department/city",
    "南湖区城市管理局": "department/county",
    "城市管理局": "department/unknown",
    "市中区人民政府": "government/county",
    "枣庄市市中区财政局": "department/county",
    "万州区司法局": "department/county",
    "北桥市市场监督管理局": "department/city",
    "云岭县市场监督管理局": "department/county",
    "市场监督管理局": "department/unknown",
    "北桥市政务服务管理局": "department/city",
    "云岭县住房和城乡建设局": "department/county",
    "云岭县乡村振兴局": "department/county",
    "云岭县农业农村和乡村振兴局": "department/county",
    "云岭县卫生健康委员会": "department/county",
    "云岭县卫健委": "department/county",
    "北桥市国有资产监督管理委员会": "department/city",
    "云岭县公安局交通警察大队": "department/county",
    "北桥市生态环境局云岭县分局": "department/county",
    "北桥市自然资源和规划局南湖分局": "department/county",
    "云岭县人民法院": "department/county",
    "国家税务总局云岭县税务局": "department/county",
    "国家能源局": "department/province",
    "农业农村部": "department/province",
    "中华人民共和国水利部": "department/province",
    "凉山彝族自治州人民政府": "government/city",
    "甘孜州教育局": "department/city",
    "锡林郭勒盟行政公署": "government/city",
    "大兴安岭地区行署": "government/city",
    "东乡族自治县人民政府": "government/county",
    "鄂伦春自治旗人民政府": "government/county",
    "云岭县青石镇人民政府": "government/township",
    "云岭县白水彝族乡人民政府": "government/township",
    "古城镇人民政府": "government/township",
    "南湖区红旗街道办事处": "government/township",
    "红旗街道办": "government/township",
    "南湖区观音寺地区办事处": "government/township",
    "北桥经济技术开发区管理委员会": "government/unknown",
    "莲花山风景名胜区管委会": "government/unknown",
    "中共云岭县委员会": "party/county",
    "中共云岭县委": "party/county",
    "中共云岭县县委": "party/county",
    "县委": "party/county",
    "中共云岭县青石镇委员会": "party/township",
    "青石镇党委": "party/township",
    "红旗街道党工委": "party/township",
    "中共红旗街道工作委员会": "party/township",
    "云岭县民政局党组": "party/county",
    "中共云岭县委宣传部": "department/county",
    "中共云岭县委办公室": "department/county",
    "中共云岭县纪律检查委员会": "department/county",
    "云岭县青石镇司法所": "department/township",
}

PLACES = {
    "红旗街": "government/township",
    "红旗街道": "government/township",
    "青石镇": "government/township",
    "云岭县青石镇": "government/township",
    "白水乡": "government/township",
    "南湖区": "government/county",
    "云岭县": "government/county",
    "北桥市": "government/city",
    "北桥市南湖区": "government/county",
    "重庆市": "government/province",
    "重庆市丰都县": "government/county",
    "海棠省": "government/province",
    "西藏自治区": "government/province",
    "甘孜州": "government/city",
}


@pytest.mark.parametrize(("name", "profile"), [*ORGANS.items(), *PLACES.items()])
def test_body_and_level_of_an_organ(name: str, profile: str) -> None:
    """Read from the name alone; what it does not say is unknown."""
    assert profile == str(organ_profile(name))


@pytest.mark.parametrize("name", ORGANS)
def test_an_organ_is_known_by_its_ending(name: str) -> None:
    """Every name above can stand in a signature or a recipient line."""
    assert is_organ(name)


@pytest.mark.parametrize("name", PLACES)
def test_a_place_stands_for_its_government(name: str) -> None:
    """In a short title, but not in a signature line."""
    assert is_place(name)
    assert not is_organ(name)


@pytest.mark.parametrize(
    "words",
    [
        "以人民为中心",
        "服务大局",
        "统筹全局",
        "各部门",
        "全体干部",
        "主要工作",
        "存在问题",
        "加强党委",
        "我局",
        "全县",
        "本市",
        "社区",
        "城乡",
        "2024年工作情况",
        "下一步工作打算",
        "推进服务中心",
        "由县司法局",
    ],
)
def test_words_that_end_like_organs_are_none(words: str) -> None:
    """Headings and phrases end in 局, 部, 中心 and 区 too."""
    assert not is_organ(words)
    assert not is_place(words)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("中共青石镇委员会 青石镇人民政府", ["中共青石镇委员会", "青石镇人民政府"]),
        ("中共青石镇委员会青石镇人民政府", ["中共青石镇委员会", "青石镇人民政府"]),
        ("中共青石镇委员会\n青石镇人民政府", ["中共青石镇委员会", "青石镇人民政府"]),
        ("中共云岭县委员会和云岭县人民政府", ["中共云岭县委员会", "云岭县人民政府"]),
        ("青石镇党委政府", ["青石镇党委", "政府"]),
        ("县委、县政府，县委依法治县办", ["县委", "县政府", "县委依法治县办"]),
        ("云岭县 民政局", ["云岭县 民政局"]),
        ("云岭县人民政府 办公室", ["云岭县人民政府 办公室"]),
        ("云岭县发展和改革局", ["云岭县发展和改革局"]),
        ("县推进法治政府建设工作领导小组办公室", ["县推进法治政府建设工作领导小组办公室"]),
    ],
)
def test_where_one_organ_ends_and_the_next_begins(line: str, names: list[str]) -> None:
    """A blank separates complete names, and only those; 和 is part of many."""
    assert names == [line[start:end] for start, end in organ_spans(line)]
    assert is_organs(line)


@pytest.mark.parametrize(
    ("names", "profile"),
    [
        (["中共青石镇委员会", "青石镇人民政府"], "joint/township"),
        (["青石镇党委", "政府"], "joint/township"),
        (["县委", "县政府"], "joint/county"),
        (["云岭县民政局党组", "云岭县民政局"], "department/county"),
        (["云岭县民政局", "云岭县财政局"], "department/county"),
        (["云岭县人民政府", "云岭县民政局"], "unknown/county"),
        ([], "unknown/unknown"),
    ],
)
def test_several_organs_have_one_profile(names: list[str], profile: str) -> None:
    """Party and government are joint; a Party group inside an office makes no joint report."""
    assert profile == str(profile_of(names))


@pytest.mark.parametrize(
    ("flag", "profile"),
    [
        ("department/county", Profile("department", "county")),
        ("joint", Profile("joint", "unknown")),
        (" Joint / Township ", Profile("joint", "township")),
        ("unknown/city", Profile("unknown", "city")),
        ("party/unknown", Profile("party", "unknown")),
    ],
)
def test_the_profile_flag_is_body_and_perhaps_level(flag: str, profile: Profile) -> None:
    """What the tool prints as a profile can be given back to it."""
    assert profile == parse_profile(flag)


@pytest.mark.parametrize(
    ("flag", "said"),
    [
        ("bureau", "机关种类应为 party、government、joint、department、unknown 之一"),
        ("township", "例如 joint/township"),
        ("department/village", "级别应为 province、city、county、township、unknown 之一"),
        ("department/", "级别应为"),
        ("", "机关种类应为"),
        ("/county", "机关种类应为"),
    ],
)
def test_a_wrong_profile_flag_is_answered_with_what_is_allowed(flag: str, said: str) -> None:
    """In Chinese, with the value that was written."""
    with pytest.raises(UsageError) as raised:
        parse_profile(flag)

    assert said in str(raised.value)
    assert f"“{flag}”" in str(raised.value)
