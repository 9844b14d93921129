"""The graphs of whole corpora, and what is asked of them: every question of cypher/ at least once.

``python tests/corpora.py`` writes tests/expected/ anew, from the bundled examples: read the difference before you
commit it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from graph.build import build
from graph.queries import question, questions, run
from graph.reading import read
from graph.stores import Cell, Rows, Store
from graph.stores.arcade import ArcadeStore
from graph.tables import Tables
from graph.workspace import Workspace

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
GAZETTE = ROOT.parent / "shared" / "gazette"
EXPECTED = Path(__file__).parent / "expected"

FIRST_DUTY = "the first duty"
"""Stands for the id of the first duty of a graph: an id is a digest that nobody can read."""

_FIRST_DUTY = "MATCH (t:Duty) RETURN t.id ORDER BY t.document, t.start, t.id LIMIT 1"

ASKED: dict[str, list[dict[str, Cell]]] = {
    "authority": [{"agency": "县应急局"}, {"agency": "县市场监管局"}],
    "basis": [{"document": "临政办发〔2018〕31号"}, {"document": "临政发〔2020〕6号"}],
    "changed-bodies": [{}],
    "cited-higher": [{}, {"document": "临政办发〔2019〕17号"}],
    "cited-missing": [{}, {"limit": 2}],
    "cited-repealed": [{}],
    "deadlines": [{}, {"agency": "县应急局"}, {"from": "2018-06-01", "to": "2018-12-31"}],
    "different-leads": [{}],
    "documents": [{}],
    "duties": [{"agency": "县应急局"}, {"agency": "临溪县安全生产监督管理局"}, {"agency": "没有这个局"}],
    "early-deadlines": [{}],
    "gone-owners": [{}],
    "groups": [{}],
    "load": [{}, {"agency": "县住建局"}, {"limit": 3}],
    "matrix": [{}, {"document": "临政办发〔2018〕31号"}],
    "members": [{"group": "临溪县老旧小区改造领导小组"}, {"group": "石门镇防汛抗旱工作领导小组"}],
    "most-seats": [{}, {"limit": 3}],
    "names": [{"agency": "县住建局"}],
    "no-lead": [{}, {"document": "临政发〔2018〕12号"}],
    "office-hosts": [{}],
    "person": [{"person": "夏知微"}, {"person": "宋时雨"}],
    "proof": [{"id": FIRST_DUTY}, {"id": "没有"}],
    "restated": [{}],
    "sent-to": [{"agency": "各街道办事处"}],
    "several-leads": [{}, {"document": "临政发〔2018〕12号"}],
    "stripped-owners": [{}],
    "supporters": [{"agency": "县应急局"}, {"agency": "县住建局"}],
    "vague-owners": [{}, {"document": "临政发〔2018〕12号"}],
}
"""What is asked of the examples, by question."""


@cache
def tables_of_sources(sources: Path) -> Tables:
    """The graph of the documents in a folder."""
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder) / "w", write=True) as workspace:
        report = read(workspace, [sources])
        if report.errors:
            raise report.errors[0]
        return build(workspace.documents()).tables


def answer(store: Store, name: str, parameters: dict[str, Cell]) -> Rows:
    """The rows of a question."""
    given = dict(parameters)
    if given.get("id") == FIRST_DUTY:
        [[given["id"]]] = store.query(_FIRST_DUTY).rows
    return run(question(name), store, given)


def told(rows: Rows) -> object:
    """The rows as JSON has them."""
    return msgspec.json.decode(msgspec.json.encode(rows.rows))


def asked_of(store: Store) -> Iterator[tuple[str, dict[str, Cell]]]:
    """What is asked of any graph: every question about the bodies, groups, people and documents with most in it."""
    values = {
        "agency": "MATCH (x:Agency)-[:OWNS]->() RETURN x.name, count(*) AS n, x.id ORDER BY n DESC, x.id LIMIT 4",
        "group": "MATCH ()-[:MEMBER_OF]->(x:LeadingGroup) RETURN x.id, count(*) AS n ORDER BY n DESC, x.id LIMIT 4",
        "person": "MATCH (x:Person)-->() RETURN x.name, count(*) AS n, x.id ORDER BY n DESC, x.id LIMIT 4",
        "document": "MATCH (x:Document)-->() RETURN x.id, count(*) AS n ORDER BY n DESC, x.id LIMIT 4",
        "id": "MATCH (x:Duty) RETURN x.id ORDER BY x.id LIMIT 4",
        "from": "MATCH (x:Duty) WHERE x.due IS NOT NULL RETURN x.due ORDER BY x.due LIMIT 2",
        "to": "MATCH (x:Duty) WHERE x.due IS NOT NULL RETURN x.due ORDER BY x.due DESC LIMIT 2",
    }
    found = {name: [row[0] for row in store.query(text).rows] for name, text in values.items()}
    for known in questions().values():
        if all(parameter.default is not None for parameter in known.parameters.values()):
            yield known.name, {}
        for name in known.parameters:
            for value in [3] if name == "limit" else found[name]:
                yield known.name, {name: value}


def write_expected() -> None:
    """Write the answers of the embedded store about the examples to tests/expected/, a row a line."""
    with tempfile.TemporaryDirectory() as folder, ArcadeStore(Path(folder) / "graph") as store:
        store.write(tables_of_sources(EXAMPLES))
        for old in EXPECTED.glob("*.json"):
            old.unlink()
        for name, all_parameters in ASKED.items():
            blocks = [_block(parameters, answer(store, name, parameters)) for parameters in all_parameters]
            (EXPECTED / f"{name}.json").write_text("[\n" + ",\n".join(blocks) + "\n]\n", encoding="utf-8")


def _block(parameters: dict[str, Cell], rows: Rows) -> str:
    lines = ",".join(f"\n  {msgspec.json.encode(row).decode()}" for row in rows.rows)
    return f'{{"parameters": {msgspec.json.encode(parameters).decode()}, "rows": [{lines}]}}'


if __name__ == "__main__":
    write_expected()
