"""The register of legal instruments: one file of lines, searched without parsing it.

The file is sorted by the key of the title, one version of one instrument a line. A look-up bisects
the text; only the lines of the instrument that was asked for are turned into objects.
"""

from report_lint.register.columns import HEADER, RANKLESS
from report_lint.register.joined import join
from report_lint.register.keys import PREFIX, folded_title, key
from report_lint.register.table import TableRegister, load_register, register_of
from report_lint.register.validate import validate

__all__ = [
    "HEADER",
    "PREFIX",
    "RANKLESS",
    "TableRegister",
    "folded_title",
    "join",
    "key",
    "load_register",
    "register_of",
    "validate",
]
