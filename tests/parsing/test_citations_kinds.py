"""What kind of thing a title names, by the register and by its shape."""

from __future__ import annotations

import pytest
from cited import cited, official

from report_lint.parsing.title_kinds import kind_by_shape

# Titles of a kind, one a line; those that the register has and those that only their shape tells.
LAWS = """
民法典
中华人民共和国宪法
未成年人保护法
中华人民共和国法治宣传教育法
地方组织法
行政处罚法（2021年修订）
刑法修正案（十二）
宪法修正案
"""
REGULATIONS = """
保障农民工工资支付条例
社会救助暂行办法
中华人民共和国土地管理法实施条例
民办非企业单位登记管理暂行条例
规章制定程序条例
公安机关办理行政案件程序规定
最高人民法院关于审理行政协议案件若干问题的规定
最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）
农业农村部行政许可实施管理办法
"""
PARTY = """
信访工作条例
中国共产党章程
中国共产党党员网络行为规定
法治政府建设与责任落实督察工作规定
党政主要负责人履行推进法治建设第一责任人职责规定
关于新形势下党内政治生活的若干准则
党委（党组）理论学习中心组学习规则
领导干部报告个人有关事项规定
"""
LOCAL = """
云岭省行政执法监督条例
黑龙江省重大行政决策程序暂行规定
安徽省行政机关合同管理办法
云岭市城市供水管理办法
成都市社区发展治理促进条例
盐城市文明行为促进条例
深圳经济特区优化营商环境条例
新疆维吾尔自治区平安建设条例
云岭侗族自治州河道保护条例
云岭侗族自治县城镇市容管理条例
江西省实施〈中华人民共和国突发事件应对法〉办法
上海市浦东新区城市管理若干规定
"""
DOCUMENTS = """
公民道德建设实施纲要
法治云岭建设规划（2021—2025年）
云岭区关于落实〈云岭市法治政府建设实施纲要（2021—2025年）〉的实施方案
关于贯彻落实<关于深化基层治理的工作方案>任务分工清单的通知
2025年全县法治政府建设工作要点
中共中央关于全面推进依法治国若干重大问题的决定
关于转发最高人民法院“一号司法建议”、“二号司法建议”的报告
云岭区规范性文件制定主体清单（2024年调整版）
青溪镇法治政府建设目标责任考核办法
青溪镇行政执法全过程记录实施细则
云岭市芦川区法律顾问管理办法
云岭市宝剑（刀具）产业合规指引
云岭侗族自治县二○二四—二○二五年法治督察考核细则
中共云岭县委员会工作规则
党组会议议事规则
会前学法制度
司法局行政执法办法
本局内部审计规定
行政应诉工作规定
学习贯彻习近平法治思想工作方案
青溪村村规民约
目标责任书
优化营商环境三十条
云岭县养犬管理条例（草案）
意见
决定
实施方案
"""
OTHERS = """
习近平谈治国理政
习近平法治思想学习纲要（2025年版）
〈习近平谈治国理政〉第五卷导读
论坚持全面依法治国
在庆祝中国共产党成立100周年大会上的讲话
坚定不移走中国特色社会主义法治道路 为现代化建设提供法治保障
进一步全面深化改革的宏伟蓝图——深入学习全会精神
云岭之声
人民日报
求是
今日说法
第二十条
我和我的祖国
民法典百问百答
行政执法典型案例汇编
行政处罚法的理解与适用
劳动合同
战略合作协议
行政处罚决定书
民事判决书
守法经营承诺书
权利义务告知书
食品经营许可证
检察建议书
致全县人民的一封信
社会与法
"""
UNKNOWN = """
安全法
土地法
中华人民共和国行政处分法
突发事件应急法
行政执法法
政务公开条例
城市公园绿地管理条例
中华人民共和国企业条例
优化营商环境条列
城市绿化条
物业管理条立
"""
TITLES = {
    "law": LAWS,
    "regulation": REGULATIONS,
    "party": PARTY,
    "local": LOCAL,
    "document": DOCUMENTS,
    "other": OTHERS,
    "unknown": UNKNOWN,
}


@pytest.mark.parametrize(
    ("title", "kind"), [(title, kind) for kind in TITLES for title in TITLES[kind].split("\n")[1:-1]]
)
def test_a_title_is_of_its_kind(title: str, kind: str) -> None:
    """The register decides where it has the title, else how the title ends and whose it is."""
    (one,) = cited(f"落实《{title}》。")

    assert kind == one.kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("执行我市《物业管理条例》", "local"),
        ("执行云岭省《信访条例》", "local"),
        ("执行云岭县《某某管理办法》", "document"),
        ("执行我镇《某某管理办法》", "document"),
        ("在全市《物业管理条例》宣传月", "regulation"),
        ("社区《物业管理条例》", "regulation"),
        ("我县《民法典》宣传", "law"),
    ],
)
def test_a_place_in_front_claims_what_places_can_make(text: str, kind: str) -> None:
    """Provinces and cities make rules, counties and townships issue papers, and nobody but the state makes laws."""
    assert kind == cited(text)[0].kind


@pytest.mark.parametrize("place", ["盐城市", "成都市", "云岭市", "云岭省", "内蒙古自治区"])
def test_a_place_whose_name_holds_a_common_word_is_a_place(place: str) -> None:
    """The 城市 of 盐城市 is not the word for a city."""
    assert kind_by_shape(f"{place}某某管理办法") == "local"


@pytest.mark.parametrize("word", ["城市", "社区", "乡镇", "市场", "全县", "行政区"])
def test_a_common_word_that_holds_a_place_is_none(word: str) -> None:
    """《城市绿化条例》 is of no place."""
    assert kind_by_shape(f"{word}某某管理条例") == "unknown"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("行政处罚法（2021年修订）", "行政处罚法"),
        ("中华人民共和国行政处罚法（新修订）", "行政处罚法"),
        ("行政处罚法(2021年修订版)", "行政处罚法"),
        ("宪法（2018年修正文本）", "宪法"),
        ("新行政处罚法", "行政处罚法"),
        ("新修订的行政处罚法", "行政处罚法"),
        ("民法典合同编", "民法典"),
        ("民法典·侵权责任编", "民法典"),
        ("中华人民共和国民法典（总则编）", "民法典"),
        ("新时代公民道德建设实施纲要", "新时代公民道德建设实施纲要"),
        ("法治政府建设实施纲要（2021－2025）", "法治政府建设实施纲要（2021—2025年）"),
    ],
)
def test_what_does_not_belong_to_a_name_does_not_hide_it(title: str, name: str) -> None:
    """A year, 新 and the part of a code stand inside the marks by a slip, and the act is still named."""
    assert official(f"学习《{title}》") == [name]
