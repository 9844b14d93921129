"""docs/questions.md, made from the headers of cypher/: ``python -m graph.cli.questions > docs/questions.md``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator

from graph.queries import Parameter, Question, questions

_HEAD = """# The questions

<!-- Made by `python -m graph.cli.questions > docs/questions.md`; a test fails where it is not up to date. -->

Each is a file of [cypher/](../cypher): a header, then one statement of standard Cypher with parameters.
`dutygraph query` lists them and `dutygraph query NAME -p KEY=VALUE` asks one, with the same rows from a folder and from
Neo4j. In Neo4j Browser set every parameter first (`:param agency => '县应急局'`; `''` for all), then paste the file.

A body is meant by its id, its name or any form in which it is written; a document by its number (文号), title or id.
"""


def page() -> str:
    """The text of docs/questions.md."""
    known = questions()
    contents = "".join(f"- [{name}](#{name}) {question.title}\n" for name, question in known.items())
    return "\n".join([_HEAD, contents, *map(_section, known.values())])


def _section(question: Question) -> str:
    return "\n".join(
        [
            f"## {question.name}\n",
            f"**{question.title}.** {question.asks} Order: {question.sorted}.\n",
            f"```sh\n{_command(question)}\n```\n",
            *_parameters(question),
            f"Columns: {', '.join(f'`{name}` {caption}' for name, caption in question.columns.items())}.\n",
            f"Statement: [{question.name}.cypher](../cypher/{question.name}.cypher).\n",
        ]
    )


def _command(question: Question) -> str:
    """As it is typed, with an example for each parameter that must be given."""
    needed = (
        f"-p {shlex.quote(f'{name}={known.example}')}"
        for name, known in question.parameters.items()
        if known.default is None
    )
    return " ".join(["dutygraph query", question.name, *needed])


def _parameters(question: Question) -> Iterator[str]:
    if question.parameters:
        rows = (_row(name, known) for name, known in question.parameters.items())
        yield "| parameter | type | meaning | example | else |\n|---|---|---|---|---|\n" + "".join(rows)


def _row(name: str, known: Parameter) -> str:
    default = "" if known.default is None else f"`{known.default}`" if known.default else "all"
    return f"| `{name}` | {known.type} | {known.help} | `{known.example}` | {default} |\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
