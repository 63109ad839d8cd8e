"""Whose act a sentence tells, and that no duty is called missing that a reader finds in it, in varied wording."""

from __future__ import annotations

import pytest
from dutied import BUREAU, COUNTY, COUNTY_PARTY, TOWN, said, shown, status

CITY, PROVINCE_BUREAU, STREET = "government/city", "department/province", "government/township"
SHOWN = ("evidenced", "mentioned")


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V1a", STREET, "办事处主任主持召开法治建设专题会议3次。"),
        ("V6a", STREET, "街道办事处主要负责人领学民法典2次。"),
        ("V1a", TOWN, "镇长督导其余班子成员抓好分工领域工作，主持召开法治建设调度会4次。"),
        ("V3b", BUREAU, "局长翻看案卷16本，抽查处罚决定书9份。"),
        ("V6a", BUREAU, "局长推行“每周一学”，组织全局干部学习行政许可法30次。"),
        ("P5", COUNTY_PARTY, "县委书记注重使用懂法律的干部，年内提任政法系统干部4名。"),
        ("P5", COUNTY_PARTY, "县委书记推动为乡镇政法岗位补充人员12人。"),
        ("P1a", COUNTY_PARTY, "县委书记3次就依法治县重点任务作出安排，召开会议2次。"),
        ("G3", CITY, "市长依法有序处置停工楼盘2个，化解购房纠纷310件。"),
        ("V3a", CITY, "市长牵头政务服务改革，办理环节由9个减到4个。"),
        ("V2d", BUREAU, "局长督办处罚决定上网，行政处罚公开41件。"),
        ("X2", BUREAU, "局长鼓励干部报考法律职业资格，2人取得法律职业资格。"),
        ("V5a", COUNTY, "县长在法庭应诉1次。"),
        ("A1", TOWN, "镇长12月向全镇干部作法治履职报告1次。"),
    ],
)
def test_the_head_acts_whatever_the_verb(duty: str, profile: str, body: str) -> None:
    """Offices of a township, words for the reading of files, for lessons, for promoting, for settling."""
    assert "evidenced" == status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V1a", CITY, "各县（市、区）长主持召开法治建设会议58次。"),
        ("V1a", COUNTY, "常务副县长主持召开法治建设推进会7次。"),
        ("V6a", BUREAU, "其余班子成员集中学法6次。"),
        ("V6a", BUREAU, "局机关每月集中学法，组织测试2次。"),
        ("V5a", PROVINCE_BUREAU, "省厅督促各市局主要负责人出庭应诉3次。"),
        ("V5a", BUREAU, "法律顾问代理出庭应诉2案。"),
        ("V5a", COUNTY, "县长要求分管领导出庭应诉，全年4件。"),
        ("V5a", COUNTY, "县司法局提醒行政机关负责人按时出庭，主要负责人每年至少出庭1次。"),
        ("G3", TOWN, "榆树村村主任、驻村第一书记调解纠纷12件。"),
        ("G3", TOWN, "社区党支部书记化解邻里纠纷9件。"),
        ("V4a", PROVINCE_BUREAU, "厅法治建设领导小组办公室约谈处室负责人3人。"),
        ("V3b", COUNTY, "分工执法的县政府领导主持案卷评查2次。"),
    ],
)
def test_others_do_not_stand_in_for_the_head(duty: str, profile: str, body: str) -> None:
    """Heads of other offices in the plural, deputies by any name, the staff, advisers, villages, people told to act."""
    assert "evidenced" != status(duty, body, profile)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("A2", COUNTY, "市委法治督察反馈的9个问题，由县长逐项领办，已整改8个。"),
        ("V4b", STREET, "街道接到检察建议2份，主任牵头整改、限期回复。"),
        ("V3b", BUREAU, "对案卷评查发现的19个问题，局长逐件交办。"),
        ("V2a", COUNTY, "凡重大行政决策事项，县长均要求先听证、再评估，全年3项。"),
    ],
)
def test_what_is_named_before_the_head_is_his_matter(duty: str, profile: str, body: str) -> None:
    """反馈的问题，由县长领办: the clause in front says what he dealt with."""
    assert "evidenced" == status(duty, body, profile)


def test_what_a_deputy_counts_is_no_fact_of_the_head() -> None:
    """The number behind the next subject is hers."""
    assert "mentioned" == status("V1a", "县长研究法治工作，分管副县长召开调度会8次。", COUNTY)
    assert "evidenced" == status("V1a", "县长研究法治工作，召开调度会8次。", COUNTY)


@pytest.mark.parametrize(
    ("duty", "profile", "body"),
    [
        ("V3b", BUREAU, "局长坐镇案件审核会7次。"),
        ("G1", BUREAU, "局长把法治工作抓在手上，主持局务会3次研究。"),
        ("V1a", "government/province", "省长主持召开省政府常务会议11次，审议行政复议、执法监督等议题14项。"),
        ("V6b", BUREAU, "局长到4家企业解读《排污许可管理条例》。"),
        ("A3", "party/city", "市委书记重视法治，推动列入各区综合考评，权重4%。"),
        ("V2a", COUNTY, "县长坚持重大决策先经风险评估，1项议题撤回。"),
        ("G4", COUNTY, "县长4次走访执法中队，当面指出问题6个。"),
        ("V2d", BUREAU, "局长落实《政府信息公开条例》，公开时限全部达标。"),
        ("V5a", COUNTY, "县长在一起土地确权案中出庭。"),
        ("X1", BUREAU, "局长把19项法治任务分到科室。"),
        ("G4", TOWN, "镇长亲自领办土地纠纷3起。"),
    ],
)
def test_no_duty_is_missing_that_a_reader_finds(duty: str, profile: str, body: str) -> None:
    """Said in words that the list of duties does not have."""
    assert status(duty, body, profile) in SHOWN


def test_office_work_under_the_act_on_disclosure_is_seen() -> None:
    """执行《政府信息公开条例》 is work on disclosure though only the title names it; to study it is none."""
    assert "mentioned" == said(shown("局长高度重视。", BUREAU, before="我局严格执行《政府信息公开条例》。")["V2d"])
    assert "absent" == said(shown("局长高度重视。", BUREAU, before="我局学习《政府信息公开条例》。")["V2d"])


@pytest.mark.parametrize(
    "body", ["县长督促12个部门负责人述法。", "县长提醒乡镇主要负责人按时述法3次。", "县长听取9个部门述法。"]
)
def test_to_have_others_account_is_no_account_of_one_s_own(body: str) -> None:
    """督促部门负责人述法 is supervision of the departments."""
    assert "absent" == status("A1", body, COUNTY)
    assert "evidenced" == status("V4a", body, COUNTY)


def test_a_meeting_shows_what_was_done_there_and_no_more() -> None:
    """A meeting on the rule of law leads; it puts nothing into plans, and is no matter that the head settled alone."""
    found = shown("局长主持召开党组会3次、专题会2次研究法治工作。", BUREAU)

    assert {"V1a": "evidenced", "X1": "mentioned", "G4": "mentioned"} == {
        duty: found[duty].status for duty in ("V1a", "X1", "G4")
    }


def test_an_appearance_in_court_does_not_handle_reviews() -> None:
    """出庭 alone only touches the duty to handle reviews and suits."""
    found = shown("局长出庭应诉1次。", BUREAU)

    assert {"V5a": "evidenced", "X8": "mentioned"} == {duty: found[duty].status for duty in ("V5a", "X8")}


def test_a_heading_alone_is_no_evidence() -> None:
    """“（一）抓学法述法” says what follows; a heading that tells an act itself is one."""
    assert "mentioned" == status("A1", "（一）抓学法述法。\n局长高度重视。", BUREAU)
    assert "evidenced" == status("A1", "（一）局长年终述法1次。\n局长高度重视。", BUREAU)
    assert "absent" == said(shown("局长高度重视。", BUREAU, before="（一）化解纠纷\n坚持便民利民。")["G3"])


@pytest.mark.parametrize("body", ["我镇未承接行政执法权。", "本镇不具有行政执法主体资格。"])
def test_a_township_that_says_it_does_not_enforce_owes_no_enforcement(body: str) -> None:
    """Whatever else it says of enforcement by others."""
    found = shown("镇长高度重视。", TOWN, before=f"{body}县执法大队在我镇办理行政处罚案件3件。")

    assert "not_applicable" == found["V3b"].status


@pytest.mark.parametrize(
    ("profile", "body"),
    [
        (COUNTY, "副县长李某牵头组织执法检查6次，主持召开法治工作调度会3次。"),
        (COUNTY, "县政府党组成员、县公安局局长带队开展执法督导4次。"),
        (BUREAU, "局党组副书记主持党组会研究法治工作2次。"),
        (BUREAU, "局分管法制工作的领导出庭应诉2次。"),
        (COUNTY, "县司法局局长向县委述法1次。"),
        ("department/city", "各科室主要负责人带头学法12次。"),
        (BUREAU, "机关党委书记讲法治党课2次。"),
        (COUNTY, "全县各单位主要负责人带头讲法治课236场。"),
        (TOWN, "包村干部入户宣讲民法典26场。"),
        (COUNTY, "县法院院长为全县干部讲授行政诉讼法1次。"),
        (COUNTY, "落实县长批示要求，县司法局整改问题12个。"),
        (BUREAU, "经局长同意，法规科聘请法律顾问2名。"),
        (BUREAU, "成立以局长为组长、各副局长为副组长的领导小组，下设办公室。"),
        (COUNTY, "按照“一把手”负总责要求，层层签订责任书36份。"),
        (COUNTY, "县长参加全县安全生产大检查5次，整改隐患62处。"),
        (COUNTY, "县长开展节前慰问，走访困难群众30户。"),
        (BUREAU, "局长带队外出招商6次，签约项目4个。"),
        (BUREAU, "局长主持召开党风廉政建设会议2次，约谈干部5人。"),
        (COUNTY, "县长调研重点项目建设12次，协调解决用地问题5个。"),
        (BUREAU, "局长为干部职工讲党课2次，传达学习党的二十届三中全会精神。"),
        (COUNTY, "2025年，县长将出庭应诉，主持法治培训2期。"),
        (COUNTY, "县长未能按计划出庭应诉。"),
        (COUNTY, "县人大常委会主任带队开展执法检查3次。"),
        (COUNTY, "县长应当每年听取法治建设汇报。"),
        (BUREAU, "局长信箱办理群众来信36件。"),
        (BUREAU, "局长热线接听来电120个。"),
        (TOWN, "镇党委副书记、政法委员带队排查矛盾纠纷45件。"),
        (TOWN, "综合执法队队长带队执法36次。"),
        (TOWN, "镇人大主席组织代表视察法治建设2次。"),
        (COUNTY, "由县委政法委牵头、县司法局配合，开展案卷评查2次。"),
        (COUNTY, "县长高度重视，县司法局牵头制定规范性文件管理办法，审查文件42件。"),
        (BUREAU, "局长十分关心法治工作，办公室全年公开信息260条。"),
        (BUREAU, "局领导班子成员分片督导执法工作，发现问题18个。"),
        (COUNTY, "贯彻习近平总书记关于全面依法治国的重要讲话精神，召开专题学习会3次。"),
        (CITY, "市长质量奖评审依法进行，评出获奖企业5家。"),
        (BUREAU, "聘请政风行风监督员10名，局长向监督员通报工作2次。"),
        (COUNTY_PARTY, "县委书记抓党建述职评议6次。"),
        (COUNTY_PARTY, "县委书记督导森林防火工作5次。"),
        (COUNTY_PARTY, "县委常委、政法委书记主持召开法治工作会议4次。"),
        (COUNTY_PARTY, "县委依法治县办印发法治工作要点，明确任务36项。"),
        ("party/township", "镇党委组织委员选派司法所干部2名。"),
    ],
)
def test_no_duty_is_met_by_others_or_on_other_matters(profile: str, body: str) -> None:
    """Deputies, committees, courts, villages, plans, demands, other fields: none of it is an act of the head."""
    assert [] == [duty for duty, found in shown(body, profile).items() if found.status == "evidenced"]


def test_two_heads_of_a_township_are_its_own() -> None:
    """两位主要负责人 are heads; 两名局长 of a county are not."""
    assert "evidenced" == status("A1", "两位主要负责人在年终述职会上专题述法。", "joint/township")
    assert "absent" == status("A1", "两名局长向县政府述法。", COUNTY)


def test_the_chairman_of_a_region_is_its_head() -> None:
    """自治区主席 heads the government of an autonomous region; 人大主席 and 政协主席 do not."""
    assert "evidenced" == status("V1a", "自治区主席主持召开法治建设会议3次。", "government/province")
    assert "evidenced" != status("V1a", "政协主席主持召开法治建设会议3次。", "government/province")
