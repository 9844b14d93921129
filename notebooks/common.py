"""What the notebooks share: the graph that they read, answers as tables, and the look of their plots."""

from __future__ import annotations

import atexit
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib as mpl
import pandas as pd
from matplotlib import font_manager

from graph.cli.opened import graph_at
from graph.queries import question, run
from graph.reading import read
from graph.schema import schema
from graph.stores import Cell, Rows, Store
from graph.views.style import PAPER
from graph.workspace import Workspace

EXAMPLES = Path("..") / "examples"

_FONTS, _FONT = "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"
"""Noto Sans SC (SIL Open Font License) from a package: every machine has it, and draws the same picture."""

_until_the_end = ExitStack()
atexit.register(_until_the_end.close)


def graph_in(place: str | None) -> Store:
    """The graph at a place, open until the notebook ends: the folder of a build, or neo4j://host.

    Without a place it is that of the bundled examples, built into a folder that goes with the notebook.
    """
    if place:
        return _until_the_end.enter_context(graph_at(place))
    folder = _until_the_end.enter_context(TemporaryDirectory())
    workspace = _until_the_end.enter_context(Workspace.open(Path(folder) / "examples.db", write=True))
    read(workspace, [EXAMPLES])
    workspace.update()
    return workspace.graph()


def ask(store: Store, name: str, **parameters: Cell) -> pd.DataFrame:
    """The rows of a question of cypher/, with its Chinese headings."""
    asked = question(name)
    answer = run(asked, store, parameters)
    return _said_in(answer).rename(columns=dict(asked.columns))


def cypher(store: Store, text: str, **parameters: Cell) -> pd.DataFrame:
    """The rows of a reading statement."""
    return _said_in(store.query(text, parameters))


def table(rows: Iterable[Iterable[object]], columns: Sequence[str]) -> pd.DataFrame:
    """The rows as people read them: counted from 1, a list as one text, nothing where nothing is known."""
    read_out = [[_plain(cell) for cell in row] for row in rows]
    return pd.DataFrame(read_out, columns=list(columns), index=range(1, len(read_out) + 1))


def use_chinese() -> None:
    """Give tables and plots Chinese letters and the colours of the pages; tables are shown whole."""
    with as_file(files(_FONTS) / _FONT) as font:
        font_manager.fontManager.addfont(font)
        family = font_manager.FontProperties(fname=font).get_name()
    ink, soft, rule = (PAPER[name].light for name in ("ink", "soft", "rule"))
    mpl.rcParams.update(
        {
            "font.family": [family],
            "axes.unicode_minus": False,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": rule,
            "axes.labelcolor": soft,
            "axes.titlecolor": ink,
            "axes.titlelocation": "left",
            "axes.titlesize": 12,
            "text.color": ink,
            "xtick.color": soft,
            "ytick.color": soft,
            "legend.frameon": False,
            "figure.dpi": 100,
            "figure.facecolor": PAPER["surface"].light,
        }
    )
    pd.set_option("display.max_colwidth", None, "display.max_rows", 60, "display.width", 160)
    pd.set_option("display.unicode.east_asian_width", True)


def _said_in(answer: Rows) -> pd.DataFrame:
    """The rows of an answer, a role or a level in Chinese."""
    captions = [schema().enums.get(column.removesuffix("s"), {}) for column in answer.columns]
    return table(
        [[_said(cell, known) for cell, known in zip(row, captions, strict=True)] for row in answer.rows], answer.columns
    )


def _said(cell: Cell, captions: Mapping[str, str]) -> Cell:
    if isinstance(cell, list):
        return [captions.get(str(item), item) for item in cell]
    return captions.get(cell, cell) if isinstance(cell, str) else cell


def _plain(cell: object) -> object:
    if isinstance(cell, list):
        return "、".join(map(str, cell))
    return "" if cell is None else cell
