"""What packs may not say together: an id twice, a foreign prefix, an error that rests on drafting practice alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_lint.pack_files import Module, Pack
    from report_lint.report import Basis
    from report_lint.ruleset import NormTable, RuleTable
    from report_lint.toml_lines import Key
    from report_lint.validation import TomlFile


def refuse_clashes(packs: Sequence[Pack], modules: Sequence[Module]) -> None:
    """Refuse packs of which one would silently change or hide what another, or it itself, says.

    A duty of an inherited pack may be worded anew on purpose; a norm may not, or the rules of the other pack
    would name another authority.

    Raises:
        PackError: with the file and line of the later one.
    """
    _refuse_namesakes(packs)
    _refuse_renamed_norms(packs)
    _refuse_duplicates(modules)
    for pack in packs:
        _refuse_duties_twice(pack)
    _refuse_foreign_codes(packs)


def refuse_errors_of_practice(rule: RuleTable, basis: Sequence[Basis], file: TomlFile, loc: tuple[Key, ...]) -> None:
    """Refuse a rule, or a variant of one, that makes an error of what only drafting practice asks for."""
    if not practice_alone(basis):
        return
    variants = [("variants", name) for name, variant in rule.variants.items() if variant.severity == "error"]
    for where in [*([()] if rule.severity == "error" else []), *variants]:
        raise file.error((*loc, *where, "severity"), f"{rule.code} 只依据惯例，不能定为 error，最高为 warning")


def practice_alone(basis: Sequence[Basis]) -> bool:
    """Tell whether nothing but drafting practice stands behind a rule."""
    return all(one.grade == "惯" for one in basis)


def _refuse_renamed_norms(packs: Sequence[Pack]) -> None:
    seen: dict[str, tuple[Pack, NormTable]] = {}
    for pack in packs:
        for at, norm in enumerate(pack.table.norm):
            owner, other = seen.setdefault(norm.id, (pack, norm))
            if other is norm or (owner is not pack and other == norm):  # two packs may name one instrument alike
                continue
            where = "本文件里已经登记过" if owner is pack else f"规则包 {owner.table.id} 已经用它登记《{other.title}》"
            raise pack.file.error(("norm", at, "id"), f"依据编号“{norm.id}”{where}，请换一个编号")


def _refuse_duties_twice(pack: Pack) -> None:
    seen: dict[str, tuple[TomlFile, Sequence[Key]]] = {}
    for module in pack.modules:
        for at, duty in enumerate(module.table.duty):
            here = (module.file, ("duty", at, "id"))
            file, where = seen.setdefault(duty.id, here)
            if (file, where) != here:  # finding a line means scanning the file, so only now
                raise module.file.error(here[1], f"职责编号 {duty.id} 已在 {file.place(where)} 用过")


def _refuse_namesakes(packs: Sequence[Pack]) -> None:
    seen: dict[str, str] = {}
    for pack in packs:
        if pack.table.id in seen:
            raise pack.file.error(("id",), f"规则包名“{pack.table.id}”已被 {seen[pack.table.id]} 用过")
        seen[pack.table.id] = pack.file.name


def _refuse_duplicates(modules: Sequence[Module]) -> None:
    seen: dict[str, str] = {}
    for module in modules:
        for at, rule in enumerate(module.table.rule):
            if rule.code in seen:
                raise module.file.error(("rule", at, "code"), f"规则编号 {rule.code} 已在 {seen[rule.code]} 用过")
            seen[rule.code] = module.file.name


def _refuse_foreign_codes(packs: Sequence[Pack]) -> None:
    for pack in packs:
        for module in pack.modules:
            for at, rule in enumerate(module.table.rule):
                if rule.code[:3] not in pack.table.prefixes:
                    known = "、".join(pack.table.prefixes)
                    message = f"规则编号 {rule.code} 不以本规则包登记的前缀开头（{known}）"
                    raise module.file.error(("rule", at, "code"), message)
