"""The program `dutygraph`: its commands, its exit codes, and what happens when something goes wrong.

Exit codes: 0, 1 (it failed, or some of the sources did: the rest is done), 2 (it was called in a way it does not
know), 130 (interrupted).
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from graph.cli import (
    build,
    cypher,
    duties,
    export,
    extract,
    findings,
    info,
    load,
    query,
    remove,
    search,
    site,
    trace,
    view,
)
from graph.cli.errors import explain, tell

WIDTH, HELP = 100, ["-h", "--help"]
_SETTINGS = {"help_option_names": HELP, "max_content_width": WIDTH}

app = typer.Typer(
    name="dutygraph",
    help="Read Chinese official documents and answer: which agency owns which duties, on whose authority, by when, "
    "and where it is written.",
    epilog="Errors are one line on standard error. Exit codes: 0; 1 failed, or some sources failed; 2 usage.",
    add_completion=False,
    # Plain help: the same on every terminal, quick, and fit for docs/cli.md.
    rich_markup_mode=None,
    context_settings=_SETTINGS,
)
for command in (
    build.build,
    extract.extract,
    duties.duties,
    query.query,
    findings.findings,
    trace.trace,
    search.search,
    cypher.cypher,
    view.view,
    site.site,
    export.export,
    load.load,
    info.info,
    remove.remove,
):
    app.command(context_settings=_SETTINGS)(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # only here: it takes as long as all the rest

        typer.echo(f"dutygraph {version('dutygraph')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    _: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


def main() -> None:
    """The entry point: run, and leave with the exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give the exit code. With DUTYGRAPH_DEBUG=1 an error is raised, with its traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Chinese goes out as UTF-8 whatever the locale; a name of a file that is no UTF-8 goes out escaped.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return 1
    except Exception as error:
        if os.environ.get("DUTYGRAPH_DEBUG") == "1":
            raise
        tell(explain(error))
        return 1
    return code


def _invoke(arguments: Sequence[str]) -> int:
    try:
        code = typer.main.get_command(app).main(list(arguments), prog_name="dutygraph", standalone_mode=False)
    except typer.TyperException as error:
        # The context is what was being parsed; typer has no public name for the errors that know it.
        command = getattr(getattr(error, "ctx", None), "command_path", "dutygraph")
        what = error.format_message().rstrip(".")
        tell(f"{command.removeprefix('dutygraph ')}: {what[:1].lower()}{what[1:]}; see {command} --help")
        return error.exit_code
    if code == 130:
        tell("interrupted: what was done is kept; run the same command again to go on")
    return code if isinstance(code, int) else 0


def _let_go_of_output() -> None:
    """Whoever read the output has left: let nothing be written when Python closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
