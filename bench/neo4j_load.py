"""Rows a second that go into a real Neo4j: ours, a plain UNWIND MERGE, and neo4j-graphrag's writer, in one run.

    python bench/neo4j_load.py [--documents N] [--runs N]

The same nodes and relationships go to one server, which is emptied between the loaders. neo4j-graphrag runs in an
environment of its own with APOC, which it needs; both are fetched once into the user's cache. The plain loader is the
floor: it knows what is new without looking, sends labels one after the other and checks nothing. Ours also looks what
is there, keeps unique ids and indexes, and tells what it wrote. The same rows are then loaded a second time, and the
nodes that are there after it are counted. Median of the runs; machines differ, ratios less.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

import neo4j_server as servers  # noqa: E402  (the path above)

from graph.stores.neo4j import Neo4jStore  # noqa: E402
from graph.stores.neo4j_load import BATCH  # noqa: E402
from graph.tables import Node, Relationship, Tables  # noqa: E402

GRAPHRAG = "neo4j-graphrag==1.22.0"
APOC = "5.26.0"

Loader = Callable[[servers.Server, Tables], float]
"""Loads the tables into the empty server and gives the seconds that it took (without making constraints)."""


def corpus(documents: int) -> Tables:
    """A corpus of the usual shape: in each document forty duties of some of two hundred bodies."""
    tables = Tables()
    agencies = [f"临溪县/第{number}局" for number in range(200)]
    for agency in agencies:
        tables.add_node(Node("Agency", agency, {"name": agency.replace("/", ""), "names": [agency[4:], agency]}))
    for number in range(documents):
        document = f"临政发〔2030〕{number}号"
        tables.add_node(Node("Document", document, {"name": f"关于第{number}项工作的意见", "number": document}))
        for place in range(40):
            duty = f"{document}-{place}"
            text = "加强重点行业领域安全生产监督检查，督促企业落实主体责任，" + str(place)
            proof = {
                "document": document,
                "start": place * 50,
                "end": place * 50 + 40,
                "quote": text,
                "rule": "prose",
                "confidence": 1.0,
            }
            tables.add_node(Node("Duty", duty, {"text": text, "document": document, "confidence": 1.0, "vague": False}))
            tables.add_relationship(Relationship("STATED_IN", duty, "Duty", duty, "Document", document, dict(proof)))
            for role, owner in (("lead", agencies[(number + place) % 200]), ("support", agencies[place * 7 % 200])):
                id_ = f"{duty}-{role}"
                values = {**proof, "role": role}
                tables.add_relationship(Relationship("OWNS", id_, "Agency", owner, "Duty", duty, values))
    return tables


def ours(server: servers.Server, tables: Tables) -> float:
    with Neo4jStore(server.uri, server.login) as store:
        if not _count(server):
            store.write(Tables())  # the constraints and indexes
        begin = time.perf_counter()
        store.write(tables)
        return time.perf_counter() - begin


def plain(server: servers.Server, tables: Tables) -> float:
    nodes: dict[str, list[object]] = defaultdict(list)
    for node in tables.nodes.values():
        text = f"UNWIND $rows AS row MERGE (n:{node.label} {{id: row.id}}) SET n += row.properties"
        nodes[text].append({"id": node.id, "properties": node.properties})
    relationships: dict[str, list[object]] = defaultdict(list)
    for row in tables.relationships.values():
        text = (
            f"UNWIND $rows AS row MATCH (a:{row.from_label} {{id: row.a}}) MATCH (b:{row.to_label} {{id: row.b}}) "
            f"MERGE (a)-[r:{row.type} {{id: row.id}}]->(b) SET r += row.properties"
        )
        values = {"a": row.from_id, "b": row.to_id, "id": row.id, "properties": row.properties}
        relationships[text].append(values)
    with server.driver() as driver, driver.session() as session:

        def send(groups: dict[str, list[object]]) -> float:
            begin = time.perf_counter()
            for text, rows in groups.items():
                for batch in _batches(rows, BATCH):
                    session.execute_write(lambda tx, text=text, batch=batch: tx.run(text, rows=batch).consume())
            return time.perf_counter() - begin

        for label in sorted({node.label for node in tables.nodes.values()}):
            session.run(
                f"CREATE CONSTRAINT floor_{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
            ).consume()
        return send(nodes) + send(relationships)


def graphrag(server: servers.Server, tables: Tables) -> float:
    rows = {
        "uri": server.uri,
        "password": server.login.password,
        "nodes": [
            {"id": _key(n.label, n.id), "label": n.label, "properties": n.properties} for n in tables.nodes.values()
        ],
        "relationships": [
            {
                "start_node_id": _key(r.from_label, r.from_id),
                "end_node_id": _key(r.to_label, r.to_id),
                "type": r.type,
                "properties": {**r.properties, "id": r.id},
            }
            for r in tables.relationships.values()
        ],
    }
    done = subprocess.run(
        [str(_graphrag_python()), "-c", _GRAPHRAG_SCRIPT],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"neo4j-graphrag failed: {done.stderr[-2000:]}")
    return float(done.stdout.splitlines()[-1])


_GRAPHRAG_SCRIPT = """
import asyncio, json, sys, time
import neo4j
from neo4j_graphrag.experimental.components.kg_writer import Neo4jWriter
from neo4j_graphrag.experimental.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
rows = json.load(sys.stdin)
nodes = [Neo4jNode(**row) for row in rows["nodes"]]
relationships = [Neo4jRelationship(**row) for row in rows["relationships"]]
with neo4j.GraphDatabase.driver(rows["uri"], auth=("neo4j", rows["password"])) as driver:
    begin = time.perf_counter()
    result = asyncio.run(Neo4jWriter(driver).run(Neo4jGraph(nodes=nodes, relationships=relationships)))
    if result.status != "SUCCESS":
        sys.exit(str(result.metadata))
    print(time.perf_counter() - begin)
"""


def _count(server: servers.Server) -> int:
    with server.driver() as driver, driver.session() as session:
        return int(session.run("MATCH (n) RETURN count(n)").single(strict=True)[0])


def _key(label: str, id_: str) -> str:
    return f"{label}:{id_}"


def _batches(rows: Sequence[object], size: int) -> Iterator[Sequence[object]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _graphrag_python() -> Path:
    """The Python of an environment that has neo4j-graphrag."""
    folder = servers.jars().parent / f"bench-{GRAPHRAG.replace('==', '-')}"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", GRAPHRAG], check=True)
        (folder / "ready").touch()
    return python


def _apoc() -> Path:
    """A folder with the jars of APOC."""
    folder = servers.jars().parent / f"bench-apoc-{APOC}"
    if not folder.exists():
        artifact = f"org.neo4j.procedure:apoc-core:{APOC}"
        with tempfile.TemporaryDirectory(dir=folder.parent) as part:
            for wanted in (artifact, artifact.replace("core", "common")):
                command = [
                    "mvn",
                    "-q",
                    "-B",
                    "dependency:copy",
                    f"-Dartifact={wanted}",
                    f"-DoutputDirectory={part}/jars",
                ]
                subprocess.run(command, check=True, cwd=part)
            shutil.move(f"{part}/jars", folder)
    return folder


LOADERS: dict[str, Loader] = {"plain UNWIND MERGE": plain, "dutygraph": ours, GRAPHRAG: graphrag}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=250)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    tables = corpus(arguments.documents)
    first: dict[str, list[float]] = defaultdict(list)
    second: dict[str, list[float]] = defaultdict(list)
    nodes: dict[str, int] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        shutil.copytree(_apoc(), Path(home) / "plugins")
        server = servers.start(Path(home))
        try:
            for run in range(arguments.runs + 1):
                for name, load in LOADERS.items():
                    server.clear(schema=True)
                    for seconds in (first, second):
                        took = load(server, tables)
                        if run:  # the first run warms up
                            seconds[name].append(took)
                    nodes[name] = _count(server)
        finally:
            servers.stop(server)
    counts = len(tables.nodes), len(tables.relationships)
    print(f"{counts[0]:,} nodes, {counts[1]:,} relationships, median of {arguments.runs}")
    print(f"{'':<24}{'nodes/s':>12}{'relationships/s':>18}{'seconds':>10}{'second load':>14}{'nodes then':>12}")
    for name, times in first.items():
        took, again = statistics.median(times), statistics.median(second[name])
        rates = f"{counts[0] / took:>12,.0f}{counts[1] / took:>18,.0f}"
        print(f"{name:<24}{rates}{took:>10.1f}{again:>14.1f}{nodes[name]:>12,}")


if __name__ == "__main__":
    main()
