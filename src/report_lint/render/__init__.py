"""The output formats: pure functions from a LintOutput to a string, one module a format."""
