"""dutygraph duties"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from extractors.rules import LOW
from graph.answers import OwnedDuty, duties_of, when
from graph.cli.errors import tell
from graph.cli.opened import REMEDY, lines_of, opened
from graph.cli.options import FOLDER, RowFormat, RowOutput, Store, Workspace
from graph.cli.output import Column, Format, print_rows
from graph.schema import schema
from graph.stores import Cell


def duties(
    agency: Annotated[
        str, typer.Argument(metavar="AGENCY", help="A body by any of its names, or by its id.", show_default=False)
    ],
    store: Store = FOLDER,
    workspace: Workspace = None,
    format_: RowFormat = Format.table,
    output: RowOutput = "-",
) -> None:
    """Print the duties of an agency or a leading group, each once.

    Lead comes first, then responsible, then support; in each the newest document first. The place is the file and the
    line of the task; CSV and JSON also have its offsets (in characters of the decoded file), its words and its id.
    Lines are counted in the texts; a server holds none, so that it takes the folder of --workspace to tell them.

    \b
    Examples:
      dutygraph duties 县应急局
      dutygraph duties 临溪县住房和城乡建设局 --format csv -o duties.csv
    """
    from graph.cli.names import the_body  # with the rules of names, which take time to load

    with opened(store, workspace) as at:
        body = the_body(agency, at.graph)
        found = duties_of(at.graph, body["label"], body["id"], lines_of(at.workspace))
    if format_ is Format.table:
        others = "、".join(name for name in body["names"] if name != body["name"])
        title = f"{body['name']}{f'（{others}）' if others else ''}: {len(found)} duties"
        print_rows([_brief(duty) for duty in found], _BRIEF, format_, output, title=title, spaced=True)
    else:
        print_rows([_full(duty, format_) for duty in found], _FULL, format_, output)
    if unknown := sum(duty.line is None for duty in found):
        tell(f"{at.folder}: the texts of {unknown} duties are not there, nor their lines; {REMEDY}")


def _caption(label: str, name: str) -> str:
    return schema().nodes[label].properties[name].caption


_ROLE = schema().relationships["OWNS"].properties["role"].caption
_BRIEF = (
    Column("roles", _ROLE),
    Column("text", _caption("Duty", "text")),
    Column("deadline", _caption("Duty", "deadline")),
    Column("document", schema().nodes["Document"].caption),
    Column("provision", _caption("Duty", "provision")),
    Column("place", "出处"),
)
_FULL = (
    Column("roles", _ROLE),
    Column("text", _caption("Duty", "text")),
    Column("deadline", _caption("Duty", "deadline")),
    Column("due_from", _caption("Duty", "due_from")),
    Column("due", _caption("Duty", "due")),
    Column("recurrence", _caption("Duty", "recurrence")),
    Column("pace", _caption("Duty", "pace")),
    Column("number", _caption("Document", "number")),
    Column("title", _caption("Document", "title")),
    Column("date", _caption("Document", "date")),
    Column("provision", _caption("Duty", "provision")),
    Column("source", _caption("Document", "source")),
    Column("line", "行"),
    Column("start", _caption("Duty", "start")),
    Column("end", _caption("Duty", "end")),
    Column("position", _caption("Duty", "position")),
    Column("quote", _caption("Duty", "quote")),
    Column("modality", _caption("Duty", "modality")),
    Column("object", _caption("Duty", "object")),
    Column("confidence", _caption("Duty", "confidence")),
    Column("as_written", schema().relationships["OWNS"].properties["as_written"].caption),
    Column("document", _caption("Duty", "document")),
    Column("id", "任务编号"),
)


def _brief(duty: OwnedDuty) -> list[Cell]:
    document = duty.number or f"《{duty.title or duty.document}》"
    line = f"{duty.source}:{duty.line}" if duty.line else duty.source
    place = f"{duty.source} {duty.position}" if duty.position else line
    return [
        f"{'、'.join(_role(role) for role in duty.roles)}{_mark(duty.confidence)}",
        duty.text,
        when(duty.deadline, duty.due_from, duty.due) or duty.pace,
        f"{document}\n{duty.date or ''}".rstrip(),
        duty.provision,
        f"{place}\n{duty.start}-{duty.end}",
    ]


def _full(duty: OwnedDuty, format_: Format) -> list[Cell]:
    """Every property; the roles in the words of the reader in CSV, of the graph in JSON."""
    values = asdict(duty)
    if format_ is not Format.json:
        values["roles"] = [_role(role) for role in duty.roles]
        values["modality"] = schema().enums["modality"][duty.modality] if duty.modality else None
    return [values[column.key] for column in _FULL]


def _mark(confidence: float) -> str:
    """What is put beside a duty that a rule read which is often wrong."""
    return f"\n{_caption('Duty', 'confidence')} {confidence:.2f}" if confidence < LOW else ""


def _role(role: str) -> str:
    return schema().enums["role"][role]
