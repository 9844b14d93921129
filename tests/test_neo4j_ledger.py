"""The 责任清单 of a graph on a real Neo4j is that of the embedded store."""

from __future__ import annotations

from pathlib import Path

from neo4j_server import Server
from test_exports_xlsx import NEW, OLD

from graph.exports.ledger import Ledger, ledger
from graph.reading import read
from graph.stores import Store
from graph.stores.neo4j import Neo4jStore
from graph.stores.read import tables_of
from graph.views.evidence import Evidence
from graph.views.owned import Scope
from graph.workspace import Workspace


def test_the_same_ledger_from_both_stores(neo4j_server: Server, tmp_path: Path) -> None:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    neo4j_server.clear()
    with (
        Workspace.open(tmp_path / "store", write=True) as workspace,
        Neo4jStore(neo4j_server.uri, neo4j_server.login) as server,
    ):
        read(workspace, [tmp_path / "old.txt", tmp_path / "new.txt"])
        workspace.update()
        server.write(tables_of(workspace.graph()))
        (body,) = workspace.graph().query("MATCH (a:Agency) WHERE a.name = '临溪县水利局' RETURN a.id").rows

        def made(store: Store, scope: Scope) -> Ledger:
            return ledger(store, Evidence(store, workspace), workspace, scope)

        for scope in (Scope(), Scope(("Agency", str(body[0])), said="临溪县水利局")):
            assert made(server, scope) == made(workspace.graph(), scope)
            assert len(made(server, scope).places) > 5
    neo4j_server.clear()
