"""docs/cli.md, made from the help of the commands: ``python -m graph.cli.reference > docs/cli.md``."""

from __future__ import annotations

import sys

import typer

from graph.cli.main import HELP, WIDTH, app

_HEAD = """# The command line

<!-- Made by `python -m graph.cli.reference > docs/cli.md`; a test fails where it is not up to date. -->

Results go to standard output (UTF-8 whatever the locale), errors and progress to standard error. An error is one line:
`dutygraph: WHERE: WHAT; REMEDY`. With `DUTYGRAPH_DEBUG=1` it is raised instead, with its traceback.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed; or some sources failed, and the rest is done |
| 2 | called in a way that the program does not know |
| 130 | interrupted |

Headings that a reader of the documents sees are Chinese, with the captions of the schema; JSON has the names of the
properties. A list in a cell of a table or of CSV is joined by ` | `. CSV on standard output is plain UTF-8; a CSV file
made with `-o` begins with a byte order mark, without which Excel does not show Chinese.
"""


def reference() -> str:
    """The text of docs/cli.md."""
    program = typer.main.get_group(app)
    context = typer.Context(program, info_name="dutygraph", terminal_width=WIDTH, help_option_names=HELP)
    sections = [_HEAD, _section("dutygraph", context.get_help())]
    for name, command in program.commands.items():
        inner = typer.Context(command, info_name=name, parent=context)
        sections.append(_section(f"dutygraph {name}", inner.get_help()))
    return "\n".join(sections)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
