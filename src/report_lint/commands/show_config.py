"""`check --show-config`: the settings that govern the reports, as a config file, and where each was written."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_lint.readers import shown
from report_lint.render.layout import STDIN, cell_len, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from report_lint.commands.flags import Flags
    from report_lint.commands.settings import Settings, SettingsFinder

_NAMED = 3  # reports whose names are shown
_FLAG, _DEFAULT = "命令行", "默认"
_UNSET = {"profile": "自动识别", "as-of": "按报告的成文日期；没有的，按报告年度年底", "baseline": "没有"}


def shown_config(places: Iterable[Path | None], flags: Flags, finder: SettingsFinder) -> str:
    """Return the settings of some reports, each config once with the reports that it governs.

    Raises:
        ReportLintError: a config or a pack is wrong.
    """
    governed: defaultdict[Settings, list[str]] = defaultdict(list)
    for path in places:
        place = path or (Path(flags.stdin_filename) if flags.stdin_filename else None)
        settings = finder.of(place.parent if place else Path())
        governed[settings].append(STDIN if place is None else in_one_line(shown(place)))
    return "\n".join("\n".join(_lines(settings, names, flags)) + "\n" for settings, names in governed.items())


def _lines(settings: Settings, names: Sequence[str], flags: Flags) -> Iterator[str]:
    more = f" 等 {len(names)} 份" if len(names) > _NAMED else ""
    yield f"# 适用于：{'、'.join(names[:_NAMED])}{more}"
    yield f"# 配置文件：{in_one_line(str(settings.path)) if settings.path else '没有'}"
    values = {
        "packs": (settings.packs, flags.pack),
        "select": (settings.select, flags.select),
        "ignore": (settings.ignore, flags.ignore),
        "profile": (settings.profile, flags.profile),
        "as-of": (settings.as_of, flags.as_of),
        "fail-on": (settings.fail_on, flags.fail_on),
        "baseline": (settings.baseline and str(settings.baseline), flags.baseline),
        "format": (flags.format or settings.config.format, flags.format),
    }
    for key, (value, flag) in values.items():
        origin = _FLAG if flag else settings.config.place((key.replace("-", "_"),)) or _DEFAULT
        if value is None:
            yield _noted(f"# {key}：{_UNSET[key]}", origin)
        else:
            yield _noted(f"{key} = {_toml(value)}", origin)
    yield from _severities(settings, flags)
    yield from _suppressions(settings)


def _severities(settings: Settings, flags: Flags) -> Iterator[str]:
    given = dict(flags.severity)
    for code, level in settings.severity.items():
        origin = _FLAG if code in given else settings.config.place(("severity", code)) or _DEFAULT
        yield _noted(f"severity.{code} = {_toml(level)}", origin)


def _suppressions(settings: Settings) -> Iterator[str]:
    for at, one in enumerate(settings.config.suppress):
        origin = settings.config.place(("suppress", at)) or _DEFAULT
        yield ""
        yield _noted("[[suppress]]", f"{origin}，已过期" if one.expired else origin)
        for key, value in (("code", one.code), ("quote", one.quote), ("file", one.file), ("reason", one.reason)):
            if value:
                yield f"{key} = {_toml(value)}"
        if until := _table(settings, at).get("until"):
            yield f"until = {until}"


def _table(settings: Settings, at: int) -> Mapping[str, object]:
    """Return a suppression as it was written."""
    file, loc = settings.config.places["suppress", at]
    table: Any = file.data
    for key in loc:
        table = table[key]
    return dict(table)


def _noted(line: str, origin: str) -> str:
    return line + " " * max(40 - cell_len(line), 2) + f"# {in_one_line(origin)}"


def _toml(value: object) -> str:
    """Return a value as TOML writes it; its strings are those of JSON."""
    if isinstance(value, str | tuple | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
