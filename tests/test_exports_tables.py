"""The exports in tables: csv, parquet and jsonl, read by pandas, DuckDB and pyarrow."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet
import pytest

from graph.exports import Name, file_format, folder_format
from graph.schema import schema
from graph.tables import Node, Relationship, Tables, Value

HOSTILE = [
    "=1+1",
    "+86",
    "-甲",
    "@乙",
    '"引"，甲',
    "甲\n乙",
    "甲\r\n乙",
    "]]>",
    "甲\x0b乙\x1b",
    "'; DROP",
    "NULL",
    "NA",
    " 甲 ",
    "007",
    "𠮷",
    "\ufeff甲",
]
PROOF: dict[str, Value] = {"document": "d", "start": 1, "end": 2, "quote": "甲", "rule": "r", "confidence": 0.5}


def tables(text: str = "甲") -> Tables:
    """A document with a day, an agency with a list, a relationship; texts are `text`."""
    made = Tables()
    made.add_node(Node("Document", "d", {"name": text, "date": "2018-06-30", "year": 2018, "in_corpus": True}))
    made.add_node(Node("Document", "e", {"name": "", "in_corpus": False}))
    made.add_node(Node("Agency", "临溪县/财政局", {"name": text, "names": [text, "甲|乙"], "vague": False}))
    issued = Relationship("ISSUED_BY", "r", "Document", "d", "Agency", "临溪县/财政局", {**PROOF, "quote": text})
    made.add_relationship(issued)
    return made


def written(name: Name, made: Tables, folder: Path) -> Path:
    folder_format(name).write_folder(made, folder / name)
    return folder / name


@pytest.mark.parametrize("name", [Name.csv, Name.parquet])
def test_a_file_for_every_label_and_type_of_the_schema(name: Name, tmp_path: Path) -> None:
    made = written(name, Tables(), tmp_path)
    assert {path.stem for path in (made / "nodes").iterdir()} == set(schema().nodes)
    assert {path.stem for path in (made / "relationships").iterdir()} == set(schema().relationships)


@pytest.mark.parametrize("name", [Name.csv, Name.parquet])
def test_the_same_graph_gives_the_same_bytes(name: Name, tmp_path: Path) -> None:
    one, other = written(name, tables(), tmp_path / "a"), written(name, tables(), tmp_path / "b")
    for path in sorted(one.rglob("*.*")):
        assert path.read_bytes() == (other / path.relative_to(one)).read_bytes()


@pytest.mark.parametrize("name", [Name.csv, Name.parquet])
def test_a_folder_with_something_in_it_is_left_alone(name: Name, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine").touch()
    with pytest.raises(FileExistsError):
        written(name, tables(), tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == [name, "mine"]


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_keeps_a_text(text: str, tmp_path: Path) -> None:
    path = written(Name.csv, tables(text), tmp_path) / "nodes/Document.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["name"] == text
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert list(frame["name"]) == [text, ""]


def test_csv_begins_with_a_mark_and_tells_an_empty_text_from_none(tmp_path: Path) -> None:
    lines = (written(Name.csv, tables(), tmp_path) / "nodes/Document.csv").read_bytes().splitlines()
    assert lines[0].startswith(b"\xef\xbb\xbfid,name,number,")
    assert lines[2].decode() == '"e","",,,,,,,false' + "," * (lines[0].count(b",") - 8)


def test_duckdb_asks_the_csv(tmp_path: Path) -> None:
    made = written(Name.csv, tables("=甲,\n乙"), tmp_path)
    found = duckdb.sql(
        f"SELECT a.name, a.names, d.date, d.in_corpus, r.start FROM '{made}/relationships/ISSUED_BY.csv' r "  # noqa: S608
        f"JOIN '{made}/nodes/Agency.csv' a ON a.id = r.to_id JOIN '{made}/nodes/Document.csv' d ON d.id = r.from_id"
    ).fetchall()
    assert [(name, names, str(date), read, start) for name, names, date, read, start in found] == [
        ("=甲,\n乙", "=甲,\n乙 | 甲｜乙", "2018-06-30", True, 1)
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "甲\x00乙"])
def test_parquet_keeps_a_text_and_a_list(text: str, tmp_path: Path) -> None:
    row = pd.read_parquet(written(Name.parquet, tables(text), tmp_path) / "nodes/Agency.parquet").iloc[0]
    assert (row["name"], list(row["names"])) == (text, [text, "甲|乙"])


def test_parquet_has_types_and_nulls(tmp_path: Path) -> None:
    made = written(Name.parquet, tables(), tmp_path)
    types = {field.name: str(field.type) for field in pyarrow.parquet.read_schema(made / "nodes/Document.parquet")}
    assert (types["date"], types["year"], types["in_corpus"]) == ("date32[day]", "int64", "bool")
    found = duckdb.sql(f"SELECT id, date, year, name FROM '{made}/nodes/Document.parquet' ORDER BY id").fetchall()  # noqa: S608
    assert [(id_, date and date.isoformat(), year, name) for id_, date, year, name in found] == [
        ("d", "2018-06-30", 2018, "甲"),
        ("e", None, None, ""),
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "甲\x00乙", "\u2028"])
def test_jsonl_is_a_row_a_line(text: str) -> None:
    file = io.BytesIO()
    file_format(Name.jsonl).write(tables(text), file)
    rows = [json.loads(line) for line in file.getvalue().split(b"\n")[:-1]]
    assert [row["kind"] for row in rows] == ["node", "node", "node", "relationship"]
    assert rows[0]["properties"]["names"] == [text, "甲|乙"]
    assert (rows[3]["from"], rows[3]["properties"]["quote"]) == ({"label": "Document", "id": "d"}, text)
