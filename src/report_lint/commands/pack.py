"""`report-lint pack check DIR` and `report-lint pack new DIR`: rule packs of one's own."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from report_lint.commands.output import reason, say, write_file
from report_lint.commands.parser import ChineseParser, suggestion
from report_lint.errors import PackError, UsageError
from report_lint.examples import failures
from report_lint.lazy import lazy_pattern
from report_lint.packs import find_pack, load_ruleset, rules_folder
from report_lint.render.layout import in_one_line
from report_lint.ruleset import PackTable
from report_lint.validation import read_toml, validated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from report_lint.examples import Failure
    from report_lint.ruleset import Rule

_ACTIONS = ("check", "new")
_ID = lazy_pattern("[a-z0-9][a-z0-9-]*")
_SHOWN = 60

_PACK = """\
# {title}。写法见 rules/README.md，新建时显示过它在哪里。
id       = "{id}"
title    = "{title}"
version  = "1"
prefixes = ["{prefix}"]          # 本规则包的规则编号用的前缀，三个大写字母
extends  = "national"       # 继承全国规则

# 依据的文件：规则的 basis 写“id:条款”。
[[norm]]
id    = "本地办法"
title = "本地法治政府建设年度报告办法"
grade = "例"

# 继承来的规则可以改级别或关掉。STR005 也说这一处，由 {prefix}001 来说就关掉它，免得一处报两次。
[[adjust]]
code     = "STR005"
severity = "off"            # error、warning、info 或 off
reason   = "由 {prefix}001 检查"
"""
_RULES = """\
# 一条规则写明：什么毛病、多严重、怎么说、怎么改、凭什么、怎么查、例子。
[[rule]]
code     = "{prefix}001"
name     = "missing-other-matters"
title    = "缺少“其他需要报告的情况”"
severity = "warning"
message  = "未找到“其他需要报告的情况”"
help     = "补写，没有内容的写“无”"
why      = "本地的模板要求五个部分都写。"
basis    = ["本地办法:第六条"]
check    = {{ kind = "part-missing", part = "other" }}
bad      = ["云岭县司法局2024年法治政府建设情况的报告\\n⟦一、主要举措和成效⟧\\n开展执法培训4期。"]
good     = ["云岭县司法局2024年法治政府建设情况的报告\\n一、主要举措和成效\\n培训4期。\\n二、其他需要报告的情况\\n无。"]
"""


def pack(arguments: Sequence[str]) -> int:
    """Run `pack check` or `pack new`; return 0, or 1 when an example is not what it says."""
    parser = ChineseParser(
        "pack",
        "check|new DIR",
        "check 检查规则包：装载、校验，运行每条规则自己的例子；退出码 1 表示有例子不符。\n"
        "new 在 DIR 新建一个继承全国规则的规则包，里面有一条可以照着改的规则。",
    )
    parser.arguments.add_argument("action", metavar="check|new", help="做什么")
    parser.arguments.add_argument("folder", metavar="DIR", type=Path, help="规则包的文件夹")
    flags = parser.parse_args(arguments)
    if flags.action not in _ACTIONS:
        raise UsageError(f"pack 后面是“{flags.action}”，应为 check 或 new{suggestion(flags.action, _ACTIONS)}")
    return _check(flags.folder) if flags.action == "check" else _new(flags.folder)


def _check(folder: Path) -> int:
    found = find_pack(f"./{folder}" if not folder.is_absolute() else str(folder))
    table = validated(PackTable, read_toml(found / "pack.toml", PackError))
    ruleset = load_ruleset([str(found.resolve())])
    own = [rule for rule in ruleset.rules if rule.code[:3] in table.prefixes]
    wrong = list(failures(own, ruleset))
    say("".join(f"{line}\n" for line in [*map(_told, wrong), *_bare(own), _total(table, own, wrong)]))
    return 1 if wrong else 0


def _told(failure: Failure) -> str:
    example = in_one_line(failure.example)
    shown = example if len(example) <= _SHOWN else f"{example[:_SHOWN]}…"
    return f"{failure.code}：{failure.reason}；例子“{shown}”"


def _bare(rules: Sequence[Rule]) -> list[str]:
    """Return a line for each rule that cannot be tried because it has no examples."""
    return [
        f"{rule.code}：没有 {'、'.join(missing)} 的例子，无从试起"
        for rule in rules
        if (missing := [name for name in ("bad", "good") if not getattr(rule.table, name)])
    ]


def _total(table: PackTable, own: Sequence[Rule], wrong: Sequence[Failure]) -> str:
    examples = sum(len(rule.table.bad) + len(rule.table.good) for rule in own)
    verdict = f"{len(wrong)} 个不符" if wrong else "全部相符"
    adjusted = f"，调整继承的规则 {len(table.adjust)} 条" if table.adjust else ""
    return f"规则包 {table.id}：规则 {len(own)} 条{adjusted}，例子 {examples} 个，{verdict}"


def _new(folder: Path) -> int:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} 已经存在，里面有内容；请换一个名字，原有的文件没有改动")
    name = folder.resolve().name.lower()
    pack_id = name if _ID.fullmatch(name) else "my-pack"
    prefix = (re.sub("[^A-Z]", "", pack_id.upper()) + "XXX")[:3]
    words = {"id": pack_id, "title": f"{folder.resolve().name}规则包", "prefix": _free(prefix)}
    # pack.toml last: without it the folder is no pack
    _create(folder, {"rules.toml": _RULES.format(**words), "pack.toml": _PACK.format(**words)})
    say(
        f"已在 {folder} 新建规则包 {pack_id}；改好以后运行 report-lint pack check {folder}\n"
        f"每一行怎么写，见 {rules_folder() / 'README.md'}\n"
    )
    return 0


def _create(folder: Path, texts: Mapping[str, str]) -> None:
    """Make a folder with some files; where that fails, nothing of it is left."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            write_file(folder / name, text)
    except (OSError, UsageError) as error:
        for name in texts:
            with suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        for one in made:
            with suppress(OSError):
                one.rmdir()
        if isinstance(error, OSError):
            raise UsageError(f"无法新建文件夹 {folder}：{reason(error)}") from error
        raise


def _free(prefix: str) -> str:
    """Return a prefix that no built-in rule uses."""
    used = {rule.code[:3] for rule in load_ruleset().rules} | {"FRM", "TIM", "CON", "WRD"}
    return prefix if prefix not in used else f"{prefix[:2]}X"
