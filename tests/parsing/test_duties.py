"""How far a report shows each duty: a fact about the head, a formula, or nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from dutied import BUREAU, COUNTY, COUNTY_PARTY, DUTIES, HEADING, TOWN, VOCABULARY, said, shown, status

from report_lint.document import Profile
from report_lint.parsing import parse
from report_lint.parsing.duties import binding, find_duties
from report_lint.parsing.profile import parse_profile
from report_lint.text import SourceText

MODULE = Path(__file__).parents[2] / "rules" / "national" / "first_responsible.toml"


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("G1", COUNTY_PARTY, "县委书记主持召开县委全面依法治县委员会第六次会议，研究年度要点。"),
        ("G1", BUREAU, "局长3次研究部署法治政府建设。"),
        ("G2", COUNTY, "县长听取县法院、县检察院工作汇报2次，召开府院联席会议1次。"),
        ("G3", TOWN, "镇长包案化解信访积案5件。"),
        ("G4", BUREAU, "局长作出法治工作批示7件。"),
        ("G4", TOWN, "镇党委书记带队督导执法现场6次。"),
        ("G5", BUREAU, "局长主持修订《局党组议事规则》。"),
        ("P1a", COUNTY_PARTY, "县委书记主持县委常委会会议4次听取法治建设情况汇报。"),
        ("P1b", COUNTY_PARTY, "县委书记推动把法治建设成效纳入乡镇年度综合考核，权重为6%。"),
        ("P2", COUNTY_PARTY, "县委书记主持审核党内规范性文件9件。"),
        ("P3", COUNTY_PARTY, "县委书记坚持重大决策先作合法合规性审查，全年审查14件。"),
        ("P4", COUNTY_PARTY, "县委书记约谈履职不到位的乡镇党委书记2人。"),
        ("P5", COUNTY_PARTY, "县委书记推动充实司法所工作人员11名。"),
        ("P6", COUNTY_PARTY, "县委书记为县直机关干部讲授法治课1次。"),
        ("V1a", COUNTY, "县长主持县政府常务会议5次研究依法行政工作。"),
        ("V1a", BUREAU, "局长审定《2024年法治工作要点》。"),
        ("V1b", COUNTY, "县长协调落实综合执法人员编制12个。"),
        ("V2a", COUNTY, "县长审定并公布重大行政决策事项目录8项。"),
        ("V2b", BUREAU, "局长推动法律顾问审查合同31份。"),
        ("V2c", BUREAU, "局长主持清理规范性文件6件。"),
        ("V2d", TOWN, "镇长带头参加政府开放日活动2场。"),
        ("V3a", COUNTY, "县长牵头推进“高效办成一件事”事项13项。"),
        ("V3b", BUREAU, "局长主持案卷评查2次，评查案卷40卷。"),
        ("V4a", COUNTY, "县长听取12个部门主要负责人述法。"),
        ("V4b", COUNTY, "县长督办人大代表建议办理，办结建议66件。"),
        ("V5a", COUNTY, "县长出庭应诉1次。"),
        ("V5b", COUNTY, "县长支持法院依法审理行政案件，推动履行生效裁判3件。"),
        ("V6a", TOWN, "镇长主持党委会议会前学法8次。"),
        ("V6b", TOWN, "镇长带队开展宪法宣传周活动4场。"),
        ("A1", TOWN, "镇长在年终考核会上专题述法1次。"),
        ("A2", COUNTY, "县长牵头整改法治督察反馈问题7个。"),
        ("A3", COUNTY_PARTY, "县委书记推动法治建设考核占年度考核4分，考核等次优秀的2个单位得到通报。"),
        ("A4", COUNTY, "县长对履职不力的3家单位约谈负责人。"),
        ("X1", BUREAU, "局长主持制定法治工作计划1份。"),
        ("X2", BUREAU, "局长督办执法资格考试，持证上岗率100%。"),
        ("X3", BUREAU, "局长审签上年度法治政府建设情况报告，3月1日前公开。"),
        ("X4", BUREAU, "局长牵头培育典型案例2个。"),
        ("X5", BUREAU, "局长主持备案规范性文件2件。"),
        ("X6", BUREAU, "局长牵头推行告知承诺事项15项。"),
        ("X7", BUREAU, "局长审定免罚轻罚事项清单9项。"),
        ("X8", BUREAU, "局长牵头办理司法建议2份。"),
    ],
)
def test_a_fact_about_the_head_is_evidence(duty: str, profile: str, body: str) -> None:
    """One sentence with the head, what the duty asks and something counted or named."""
    assert "evidenced" == status(duty, body, profile)


def test_every_duty_has_a_sentence_above() -> None:
    """A duty that no sentence shows could never be met."""
    marks = test_a_fact_about_the_head_is_evidence.pytestmark  # type: ignore[attr-defined]

    assert set(DUTIES) == {duty for duty, _, _ in marks[0].args[1]}


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("G1", BUREAU, "局长切实履行第一责任人职责。"),
        ("G4", BUREAU, "局长落实“四个亲自”要求。"),
        ("G5", TOWN, "镇长把各项工作纳入法治化轨道。"),
        ("P1b", COUNTY_PARTY, "县委书记坚持法治建设与经济工作同部署、同安排。"),
        ("P4", COUNTY_PARTY, "县委书记大力支持公正司法。"),
        ("V1a", BUREAU, "成立由局长任组长的法治建设领导小组。"),
        ("V1a", BUREAU, "局长定期听取法治工作汇报。"),
        ("V2a", COUNTY, "县长坚持“三重一大”集体研究。"),
        ("V6a", TOWN, "镇长带头尊法学法守法用法。"),
        ("V6b", TOWN, "镇长重视普法工作。"),
    ],
)
def test_a_formula_is_a_mention(duty: str, profile: str, body: str) -> None:
    """Without a number, a date, a meeting or a document nothing is shown."""
    assert "mentioned" == status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("G1", BUREAU, "局长履行安全生产第一责任人职责，开会3次。"),
        ("G1", BUREAU, "局长高度重视，全局上下齐心协力。"),
        ("G3", BUREAU, "局长要求干部牢固树立法治思维。"),
        ("G4", BUREAU, "局长抓党风廉政，做到重要案件亲自督办3件。"),
        ("P2", COUNTY_PARTY, "县委书记主持行政规范性文件备案4件。"),
        ("P4", COUNTY_PARTY, "县委书记自觉接受人大监督、政协监督2次。"),
        ("P5", COUNTY_PARTY, "县委书记推动开展行政执法培训3期。"),
        ("V1a", BUREAU, "局长主持召开安全生产会议6次。"),
        ("V4a", BUREAU, "局长落实安全生产“一岗双责”，检查8次。"),
        ("V6a", BUREAU, "局长组织观看警示片2部。"),
        ("V6b", BUREAU, "局长组织业务宣传5场。"),
        ("A1", BUREAU, "局长向县委述职述廉1次。"),
        ("A2", COUNTY, "县长牵头整改环保督察反馈问题9个。"),
        ("X3", BUREAU, "局长按时公布政府信息公开年度报告1份。"),
        ("X4", BUREAU, "局长牵头创建文明单位1个。"),
    ],
)
def test_what_looks_like_a_duty_shows_nothing(duty: str, profile: str, body: str) -> None:
    """The same words from another field, or attitudes without an act."""
    assert "absent" == status(duty, body, profile)


@pytest.mark.parametrize(
    "body",
    [
        "县政府高度重视，主持召开常务会议5次研究法治政府建设。",
        "我局召开法治工作会议3次，研究法治政府建设。",
        "分管副局长主持召开会议3次，研究法治政府建设。",
        "局长要求各科室召开会议3次，研究法治政府建设。",
    ],
)
def test_the_work_of_others_is_no_evidence(body: str) -> None:
    """A unit, a deputy, people who were told to."""
    assert "evidenced" != status("V1a", body, BUREAU)


def test_figures_of_the_office_under_the_head_s_heading_are_at_most_a_mention() -> None:
    """败诉率 under a heading about the head is no act of the head, and neither is a training nobody held."""
    found = shown("行政案件败诉率为8.2%。组织执法培训15次，开展普法活动20场。", COUNTY)

    assert {"V5a": "absent", "V3b": "mentioned", "V6b": "office"} == {
        duty: said(found[duty]) for duty in ("V5a", "V3b", "V6b")
    }


def test_the_heading_lends_its_subject_to_what_only_a_head_does() -> None:
    """主持, 批示, 带队 under a heading about the head need no subject of their own."""
    assert "evidenced" == status("V1a", "（一）加强领导。主持召开局党组会4次研究法治建设。", BUREAU)
    assert "office" == status("V1a", "（一）加强领导。召开局党组会4次研究法治建设。", BUREAU)


def test_office_work_counts_as_a_mention_where_the_duty_stands_as_that() -> None:
    """Advisers, documents and disclosure are always written as office work; organisation is not."""
    found = shown("局长高度重视。", BUREAU, before="聘请法律顾问2名，审查合同30份。召开会议研究法治建设3次。")

    assert "mentioned" == said(found["V2b"])
    assert "office" == said(found["V1a"])


def test_village_advisers_are_a_public_service() -> None:
    """村（社区）法律顾问 advise villagers, not the office."""
    assert "absent" == shown("局长高度重视。", BUREAU, before="实现村（社区）法律顾问全覆盖。")["V2b"].status


def test_a_sentence_about_the_head_counts_in_another_part() -> None:
    """A third of the reports tell of the head among the achievements."""
    found = shown("局长高度重视。", BUREAU, before="局长主持召开局务会6次研究法治政府建设。分发资料300份，开展普法。")

    assert "evidenced" == said(found["V1a"])
    assert "office" == said(found["V6b"])


def test_what_is_planned_has_not_been_done() -> None:
    """The plan says that the head will hear reports four times."""
    assert "absent" == shown("局长高度重视。", BUREAU)["V1a"].status


@pytest.mark.parametrize("body", ["全年未发生行政诉讼案件。", "无行政复议、行政诉讼案件。", "行政应诉案件0件。"])
def test_no_case_asks_nobody_to_appear_in_court(body: str) -> None:
    """Whoever says it, and wherever it stands; and it shows no enforcement power."""
    found = shown("局长高度重视。", BUREAU, before=body)

    assert "not_applicable" == status("V5a", body, TOWN)
    assert ["not_applicable"] * 3 == [found[duty].status for duty in ("V5a", "V5b", "X7")]
    assert found["V5a"].spans


def test_an_audience_in_court_does_not_appear_in_court() -> None:
    """旁听庭审 is learning the law."""
    found = shown("局长旁听行政案件庭审2次。", BUREAU)

    assert "evidenced" == found["V6a"].status
    assert found["V5a"].status in ("absent", "not_applicable")


def test_the_duties_of_enforcement_do_not_bind_who_does_not_enforce() -> None:
    """An office without enforcement power owes no case files; one that punishes does."""
    assert "not_applicable" == shown("局长高度重视。", BUREAU)["V5b"].status
    assert "absent" == shown("局长高度重视。", BUREAU, before="作出行政处罚决定12件。")["V5b"].status
    assert "absent" == shown("县长高度重视。", COUNTY)["V5b"].status


def test_evidence_points_at_the_words_of_the_source() -> None:
    """Blanks and markdown stars inside the words are part of the span."""
    text = f"一、主要成效\n开展检查。\n{HEADING}\n局长**主持**召开 会议3次，研 究法治政府建设。\n"
    document = parse(SourceText(text), VOCABULARY, profile=Profile("department", "county"))
    evidence = next(one for one in document.duties if one.duty == "G1")

    assert ["研 究法治政府建设"] == [span.of(text) for span in evidence.spans]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("department/county", {"G1": "counted", "G2": "none", "P1a": "none", "V1a": "counted", "X1": "counted"}),
        ("government/city", {"G1": "counted", "G2": "counted", "P1a": "none", "V2c": "counted", "X1": "none"}),
        ("party/county", {"G1": "counted", "P1a": "counted", "V1a": "none", "X1": "none"}),
        ("joint/county", {"P1a": "counted", "V1a": "counted", "X1": "none"}),
        ("joint/township", {"P1a": "information", "V1a": "counted", "V2c": "none"}),
        ("joint", {"P1a": "information", "V1a": "counted"}),
        ("government/township", {"P1a": "none", "V1a": "counted", "G2": "none", "G3": "counted"}),
        ("unknown", {"P1a": "none", "V1a": "information", "G1": "information", "X1": "none"}),
    ],
)
def test_a_duty_binds_whom_the_norm_names(profile: str, expected: dict[str, str]) -> None:
    """Party, government, department and township have different lists."""
    known = Profile() if profile == "unknown" else parse_profile(profile)

    assert expected == {duty: binding(DUTIES[duty], known) for duty in expected}


def test_nothing_is_missing_from_a_report_of_an_unknown_office() -> None:
    """What may not be owed is shown or does not apply."""
    text = f"{HEADING}\n主要负责人听取法治工作汇报3次。\n"
    document = parse(SourceText(text), VOCABULARY)

    assert "unknown" == document.cover.profile.body
    assert {"evidenced", "mentioned", "not_applicable"} >= {one.status for one in document.duties}
    assert "evidenced" == next(one.status for one in document.duties if one.duty == "V1a")


def test_the_duties_come_in_the_order_of_the_norm() -> None:
    """The checklist prints them so."""
    document = parse(SourceText(HEADING), VOCABULARY, profile=Profile("joint", "county"))

    assert [duty.id for duty in VOCABULARY.duties if duty.id[0] != "X"] == [one.duty for one in find_duties(document)]


def test_every_wording_stands_once_in_a_list() -> None:
    """A list that says a thing twice was pasted together."""
    tables = tomllib.loads(MODULE.read_text(encoding="utf-8"))["duty"]
    lists = [
        table[key] for table in tables for key in ("evidence", "mentions", "anywhere", "lookalikes") if key in table
    ]

    assert [] == [words for words in lists if len(words) != len(set(words))]


@pytest.mark.parametrize(
    ("sentence", "duty", "expected"),
    [
        ("局长听取法治工作汇报3次，研究法治建设", "G1", "evidenced"),
        ("法治", "G1", "absent"),
        ("法律顾问审查合同", "V2b", "mentioned"),
    ],
)
def test_a_part_in_one_endless_sentence_is_read(sentence: str, duty: str, expected: str) -> None:
    """A part that lost all its stops shows what its words show."""
    assert expected == status(duty, sentence * (20_000 // len(sentence)), BUREAU)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V3a", COUNTY, "区长学习《优化营商环境条例》2次。"),
        ("V2a", COUNTY, "县长主持审定要点，领学《重大行政决策程序暂行条例》1次。"),
        ("V2c", COUNTY, "县长带头学习《规章制定程序条例》1次。"),
        ("V3b", COUNTY, "县长作出批示3次，带头学好《云水省行政执法监督条例》。"),
        ("V4b", COUNTY, "县长听取《行政执法监督条例》解读2次。"),
        ("A2", COUNTY, "县长按照《法治政府建设与责任落实督察工作规定》听取汇报2次。"),
        ("V6b", TOWN, "镇长学习《中华人民共和国法治宣传教育法》1次。"),
        ("G5", BUREAU, "局长学习《县委常委会议事决策规则》1次。"),
        ("G1", BUREAU, "局长学习《党政主要负责人履行推进法治建设第一责任人职责规定》2次。"),
        ("V3a", COUNTY, "县长学习《关于印发《优化营商环境办法》的通知》1次。"),
        ("V3a", COUNTY, "县长学习《优化营商环境条例2次"),
        ("V3a", COUNTY, "县长学习《云水省信访条例、《优化营商环境条例》各1次。"),
    ],
)
def test_the_name_of_a_document_shows_no_duty(duty: str, profile: str, body: str) -> None:
    """Who studies a regulation has studied; what its title speaks of was not done, closed or nested as it may be."""
    assert "absent" == status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V1a", COUNTY, "县长审定《云水县2024年法治政府建设工作要点》。"),
        ("V6a", TOWN, "镇长学习《中华人民共和国法治宣传教育法》1次。"),
        ("V6b", TOWN, "镇长带头宣讲《民法典》4场。"),
        ("V6b", TOWN, "镇长学习《信访条例》1次，带队开展宪法宣传周活动2场。"),
        ("V3a", COUNTY, "县长印发《云水县乡镇履职事项清单》。"),
        ("V2a", COUNTY, "县长主持出台《云水县重大行政决策程序规定》。"),
        ("V3b", BUREAU, "局长审定《林业行政裁量权基准》。"),
        ("V4b", COUNTY, "县长督促发出《行政执法监督意见书》3份。"),
        ("V5a", COUNTY, "县长学习《信访条例1次。\n县长出庭应诉1次。"),
        ("V3a", COUNTY, "县长学习《信访条例、《地名管理条例》各1次，推行告知承诺事项8项。"),
    ],
)
def test_what_is_done_with_a_document_shows_a_duty(duty: str, profile: str, body: str) -> None:
    """Words that begin outside a title and run into it, and words after it, also after one that nobody closed."""
    assert "evidenced" == status(duty, body, profile)


@pytest.mark.parametrize(
    "body",
    [
        "局长审定普法责任清单2份。",
        "局长按年度责任清单逐项落实，批示4次。",
        "局长带头制定第一责任人职责清单和问题责任清单3份。",
    ],
)
def test_a_list_of_tasks_is_no_list_of_powers(body: str) -> None:
    """责任清单 alone may be of anything."""
    found = shown(body, BUREAU)

    assert {"V3a": "absent", "X6": "absent"} == {duty: found[duty].status for duty in ("V3a", "X6")}


@pytest.mark.parametrize(
    "body",
    [
        "局长审定权责清单调整事项5项。",
        "局长牵头调整权力和责任清单9项。",
        "局长主持公布权力清单、责任清单各1份。",
        "局长督办权力清单和责任清单动态调整6项。",
    ],
)
def test_a_list_of_powers_shows_the_functions(body: str) -> None:
    """权责清单 under its different names."""
    found = shown(body, BUREAU)

    assert {"V3a": "evidenced", "X6": "evidenced"} == {duty: found[duty].status for duty in ("V3a", "X6")}


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V4a", COUNTY, "县长对6个部门、3个街道主要负责人述法进行点评。"),
        ("V4a", COUNTY, "县长主持召开述法会议，对5家单位述法情况逐一点评。"),
        ("V4a", BUREAU, "局长听取8个科室述法并现场点评。"),
        ("V1b", TOWN, "镇长牵头解决执法队伍办公场所不足、智能执法设备老旧等问题5个。"),
        ("V1b", TOWN, "镇长牵头解决执法人员不足、办案经费紧张等困难4个。"),
        ("V1b", TOWN, "镇长推动解决司法所用房、车辆等3个问题。"),
        ("V1b", COUNTY, "县长协调解决5个执法装备配备方面的难题。"),
        ("X3", BUREAU, "局长审定年度报告并按时在门户网站公开。"),
        ("X3", BUREAU, "局长主持审签上年度法治报告，2月20日在门户网站公布。"),
        ("X3", BUREAU, "年度报告经局长审签，3月28日向社会公开。"),
        ("P4", COUNTY_PARTY, "县委书记支持司法所、派出法庭依法履职，听取汇报2次。"),
        ("P4", COUNTY_PARTY, "县委书记依法办事，从未插手、干预具体案件。"),
        ("V5b", COUNTY, "县长支持人民法庭依法履职，协调解决用房2处。"),
        ("V5b", COUNTY, "县长从未插手、干预具体案件。"),
        ("V1b", COUNTY, "县长牵头协调解决街道综合执法编制、办案场所等问题6个。"),
        ("V1b", COUNTY, "县长协调增加行政复议人员5名、办案经费130万元。"),
        ("G2", COUNTY, "县长协调解决执法司法衔接问题3个。"),
        ("P5", COUNTY_PARTY, "县委书记树立正确用人导向，组织任前法律知识考试2次。"),
        ("P5", COUNTY_PARTY, "县委书记推动配强基层执法力量14名。"),
        ("G3", TOWN, "镇党政主要领导包案化解信访积案5件。"),
        ("G3", TOWN, "镇领导各有分工。镇长包案化解信访积案5件。"),
    ],
)
def test_the_same_is_said_in_other_words(duty: str, profile: str, body: str) -> None:
    """What heads write when they clear an obstacle, comment on others, sign a report, keep their hands off."""
    assert "evidenced" == status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V4a", BUREAU, "局长向县委述法1次，接受点评。"),
        ("V4a", BUREAU, "局长根据述法点评意见批示3次。"),
        ("V1b", TOWN, "镇长牵头解决停车难、供水管网老旧等问题5个。"),
        ("V1b", TOWN, "镇长牵头解决国土空间规划编制等问题3个。"),
        ("V1b", TOWN, "镇长带队走访2次，看到办案装备落实不了、经费不足，力量薄弱。"),
        ("X3", BUREAU, "局长审定政府信息公开年度报告1份并在门户网站公开。"),
        ("X3", BUREAU, "局长审定部门决算年度报告1份并在门户网站公开。"),
        ("V3a", COUNTY, "县长支持司法所、派出法庭依法履职，听取汇报2次。"),
        ("V3a", COUNTY, "县长从未插手、干预具体案件。"),
        ("P4", COUNTY_PARTY, "县委书记从未插手工程项目招标案件3件。"),
        ("V5b", COUNTY, "县长没有行政经费缺口，批示3次，依法干预家庭暴力案件。"),
        ("G2", COUNTY, "县长牵头协调解决街道综合执法编制、办案场所等问题6个。"),
        ("P5", COUNTY_PARTY, "县委书记协调增加行政复议人员5名、执法经费130万元。"),
        ("P5", COUNTY_PARTY, "县委书记协调增加执法装备20套，惠及12人。"),
        ("V6a", COUNTY, "县长批示组织任前法律知识考试2次。"),
        ("G3", TOWN, "落实镇领导包案制，化解信访积案5件。"),
    ],
)
def test_what_belongs_elsewhere_is_not_counted_here(duty: str, profile: str, body: str) -> None:
    """Other people's comments, other reports, other shortages, other leaders."""
    assert "absent" == status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("G3", TOWN, "镇领导包案化解信访积案5件。"),
        ("G4", TOWN, "街道领导带队督导执法现场6次。"),
        ("V1a", BUREAU, "我局召开法治工作会议3次，研究法治政府建设。"),
        ("V2a", COUNTY, "县政府公布重大行政决策事项目录6项。"),
        ("V4a", BUREAU, "分管副局长督促各科室整改问题5项。"),
        ("V6a", TOWN, "全镇干部集体学法12次。"),
        ("V6b", TOWN, "我镇发放普法资料3000份。"),
    ],
)
def test_the_work_of_others_is_told_apart(duty: str, profile: str, body: str) -> None:
    """What the office, its leaders or a deputy did is shown as that, neither as the head's act nor as missing."""
    assert "office" == status(duty, body, profile)


def test_what_others_are_told_to_do_is_nobody_s_work() -> None:
    """An appeal shows neither an act of the head nor work of the office."""
    assert "absent" == status("V1a", "局长要求各科室召开会议3次，研究法治政府建设。", BUREAU)
