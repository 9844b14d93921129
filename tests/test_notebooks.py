"""The notebooks: each runs from start to end, and what is committed is what a fresh run says."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import nbformat
import pytest
from corpora import EXAMPLES
from fontTools.ttLib import TTFont

from graph.reading import read
from graph.workspace import Workspace
from notebooks.execute import NOTEBOOKS, executed, told

OF_A_STORE = NOTEBOOKS[1:]
"""The first builds a graph itself, of the files that it is given."""

HEAVIEST = 300_000
"""Bytes: what a forge shows at once."""

MACHINE = re.compile(
    rf"{re.escape(tempfile.gettempdir())}/|/home/|/root/|/work/|[A-Z]:\\|site-packages| at 0x[0-9a-f]+"
)
"""What only this machine says: its folders, where objects lie in its memory."""

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of another graph: of one notice, whose duties have neither a lead nor a support."""
    folder = tmp_path_factory.mktemp("another") / "roster.db"
    with Workspace.open(folder, write=True) as workspace:
        read(workspace, [next(EXAMPLES.glob("07-*"))])
        workspace.update()
    yield str(folder)


def test_there_are_four_in_the_order_of_their_names() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == ["01-", "02-", "03-", "04-"]


@each
def test_what_is_committed_is_what_a_fresh_run_says(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)
    fresh = executed(path)
    for kept, made in zip(told(committed), told(fresh), strict=True):
        assert kept == made, "run: python -m notebooks.execute"
    assert committed.metadata == fresh.metadata
    assert [cell.get("execution_count") for cell in committed.cells] == [
        cell.get("execution_count") for cell in fresh.cells
    ]


@pytest.mark.parametrize("path", OF_A_STORE, ids=lambda path: path.stem)
def test_any_store_is_read_by_one_variable(path: Path, roster: str) -> None:
    said = "\n".join(text for _, texts in told(executed(path, {"DUTYGRAPH_STORE": roster})) for text in texts)
    assert "石门镇" in said
    assert "安全生产监督管理局" not in said, "the examples were read"


@each
def test_what_is_committed_is_light_and_says_nothing_of_a_machine(path: Path) -> None:
    assert path.stat().st_size <= HEAVIEST
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    said = [text for _, texts in told(notebook) for text in texts]
    assert not [text for text in said if MACHINE.search(text) or "Warning" in text]
    assert all(cell.metadata == {} for cell in notebook.cells)


@pytest.mark.parametrize("path", NOTEBOOKS[2:], ids=lambda path: path.stem)
def test_plots_are_there_in_the_colours_of_the_pages(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    pictures = [
        output for cell in notebook.cells for output in cell.get("outputs", ()) if "image/png" in output.get("data", {})
    ]
    assert len(pictures) >= 3
    source = "\n".join(cell.source for cell in notebook.cells)
    assert not re.search(r"#[0-9a-fA-F]{6}\b|\btab:|\bC\d\b", source), "colours come from graph.views.style"


def test_every_letter_of_the_plots_is_in_their_font() -> None:
    """Chinese letters, marks and the numbers of documents: none would be drawn as a box."""
    with as_file(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf") as path, TTFont(path) as font:
        known = set(map(chr, font.getBestCmap()))
    drawn = {
        letter
        for path in NOTEBOOKS
        for _, texts in told(nbformat.read(path, as_version=4))
        for text in texts
        for letter in text
    }
    assert {letter for letter in drawn if letter.isprintable() and letter not in known} == set()
