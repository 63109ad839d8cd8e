"""The language server: findings as diagnostics, hover, code actions and the outline, in any editor that speaks LSP.

`wiring` talks to the client, `session` checks texts; the other modules are pure functions from a LintReport
to what the protocol calls it. Nothing outside this package imports pygls or lsprotocol.
"""
