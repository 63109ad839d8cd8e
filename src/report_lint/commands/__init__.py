"""The commands of the command line; `cli.py` calls them and turns errors into exit codes."""
