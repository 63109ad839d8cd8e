"""Names of organs: which lines consist of them, and where one ends and the next begins."""

from __future__ import annotations

from report_lint.lazy import lazy_pattern

# What the name of an organ ends in. “以人民为中心”, “服务大局”, “立足全局”, “各部门”, “承办” end alike and are none.
_SUFFIX = lazy_pattern(
    "(?:政府|委员会|常委会|管委会|组委会|党委|党工委|工委|党组|办公[室厅]|办事处|(?:领导|工作|督导|督察)小?组|专班|指挥部"
    "|(?<!为)(?<!以)(?<!绕)中心|[支大总分中]队|(?<![全大布格结开当破僵棋])局|厅|(?<![常])委"
    "|(?<![督承主协举交经兴开创查帮代包同])办|(?<![全内干外局各支学])部|[法检医学校]院|检察院|研究院|设计院|学校|大学|党校|幼儿园"
    "|(?:司法|派出|税务|财政|管理|服务|研究|事务|监管)所|(?:管理|服务|工作|监测|推广|兽医|文化)站|管理处|[协工商学]会|联合会|理事会|妇联|残联|文联|科协|工商联"
    "|人大|政协|供销社|档案馆|图书馆|公司|集团|监狱|行政公署|行署|戒毒所|审计署|总署)(?:（[^（）]{1,12}）)?$"
)
_NAME = lazy_pattern('[\\w·（）“”"]{2,32}')
# Words that stand in sentences and headings, never in the name of an organ, except of a group made for a task
# (“县推进法治政府建设工作领导小组办公室”).
_SENTENCE = lazy_pattern(
    "现[将就]|报告|如下|根据|情况|法治政府|以来|为了|通过|坚持|推进|落实|履行|做好|强化|提升|构建|围绕|充分|进一步|的|是|我|各[级类项]"
    "|加强|^(?:由|在|与|被|请|把|及|主送|抄送|来源|附件)"
)
_TASK_GROUP = lazy_pattern("(?<=\\w\\w)小组(?:办公室|办)?$")
# “甲县”, “甲县乙镇”, “丙街”: places that stand for their government in a short title
_PLACE = lazy_pattern("(?:自治区|自治[州县旗]|地区|街道|[省市州盟县区旗镇乡街]|苏木)$")
_NO_PLACE = lazy_pattern("^(?:全|我|各|本|该|某些|打造|建设|法治|社)|[社小灾]区$|城镇$|城乡$|城市$|大街$")
_BETWEEN = lazy_pattern("[ \t\u00a0\u2000-\u200b\u3000\n\r\u2028\u2029\x0b\x0c\x85、，,；;*#]+")
_BLANKS = " \t\u00a0\u2000\u2001\u2002\u2003\u2009\u200b\u3000\n\r*#"
_TAILS = ("办公室", "办公厅")  # “甲县人民政府 办公室” is one organ
_AND = lazy_pattern("(?<=[府会组委处局厅])[和及与](?=.*(?:[府会组委处局厅办]|中心)$)")
# “中共甲县乙镇委员会甲县乙镇人民政府”, “甲镇党委政府”: a Party committee and a government without a mark between them
_GLUED = lazy_pattern(
    "^(.{0,24}?(?:委员会|党组|党工委|工委|党委|[省市州盟县区旗]委))(.{0,20}?(?:政府|办事处|管委会|管理委员会))$"
)


def is_organ(name: str) -> bool:
    """Tell whether the whole of a folded text can be the name of one organ."""
    if _SUFFIX.search(name) is None or _NAME.fullmatch(name) is None:
        return False
    return _SENTENCE.search(name) is None or (_TASK_GROUP.search(name) is not None and "我" not in name)


def is_place(name: str) -> bool:
    """Tell whether the whole of a folded text can be the name of a place with a government."""
    return (
        1 < len(name) <= 18  # noqa: PLR2004  “内蒙古自治区锡林郭勒盟苏尼特左旗” has seventeen
        and _PLACE.search(name) is not None
        and _NAME.fullmatch(name) is not None
        and _SENTENCE.search(name) is None
        and _NO_PLACE.search(name) is None
    )


def organ_spans(written: str) -> tuple[tuple[int, int], ...]:
    """Return where the organs named by the whole of a text begin and end; nothing if it says anything else.

    A blank between two complete names separates them, a blank inside one (甲县 民政局) does not.
    """
    pieces = _merged(written, _pieces(written))
    names = [_name(written, piece) for piece in pieces]
    if not names or not all(is_organ(name) or is_place(name) for name in names):
        return ()
    return tuple(span for piece, name in zip(pieces, names, strict=True) for span in _unglued(piece, name))


def is_organs(written: str) -> bool:
    """Tell whether the whole of a text names organs and nothing else; a place alone is no organ."""
    spans = organ_spans(written)
    return bool(spans) and any(is_organ(_name(written, span)) for span in spans)


def _name(written: str, piece: tuple[int, int]) -> str:
    return "".join(_BETWEEN.split(written[slice(*piece)])).replace("(", "（").replace(")", "）")


def _pieces(written: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    at = 0
    cuts = [*_BETWEEN.finditer(written), *_AND.finditer(written)]
    for cut in sorted(cuts, key=lambda match: match.start()):
        if cut.start() > at:
            pieces.append((at, cut.start()))
        at = cut.end()
    if at < len(written):
        pieces.append((at, len(written)))
    return pieces


def _merged(written: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a piece that is no organ yet with the next one, where only blanks lie between them."""
    merged: list[tuple[int, int]] = []
    for start, end in pieces:
        if merged:
            before = merged[-1]
            blank = not written[before[1] : start].strip(_BLANKS)
            whole = is_organ(_name(written, before)) and written[start:end] not in _TAILS
            if blank and not whole:
                merged[-1] = (before[0], end)
                continue
        merged.append((start, end))
    return merged


def _unglued(piece: tuple[int, int], name: str) -> tuple[tuple[int, int], ...]:
    """Return the two organs of 甲镇党委政府, the one of anything else."""
    start, end = piece
    match = _GLUED.match(name)
    if match is None or end - start != len(name):
        return (piece,)
    return (start, start + match.end(1)), (start + match.end(1), end)
