"""Run the notebooks from start to end, and write their outputs into them.

    python -m notebooks.execute [NOTEBOOK...]

They read the bundled examples, whatever the environment says. What is written holds no time, no path and no version:
a second run changes nothing. `tests/test_notebooks.py` compares what is committed with a fresh run.
"""

from __future__ import annotations

import argparse
import base64
import io
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from PIL import Image
from traitlets.config import Config

HERE = Path(__file__).parent
NOTEBOOKS = sorted(HERE.glob("*.ipynb"))

_TIMEOUT = 300
"""Seconds that a cell may take."""

_COLOURS = 128

_CHOICES = ("DUTYGRAPH_STORE", "NEO4J_URI", "MPLBACKEND")
"""Variables with which a person chooses another graph, or another way to draw."""

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class NotebookError(Exception):
    """A notebook that says something on the error stream: a warning that a reader would see."""


def executed(path: Path, choices: Mapping[str, str] | None = None) -> NotebookNode:
    """The notebook with the outputs of a fresh run; `choices` are variables of its environment.

    Raises `nbclient.exceptions.CellExecutionError` where a cell fails, `NotebookError` where one warns.
    """
    notebook = nbformat.read(path, as_version=4)
    environment = {name: value for name, value in os.environ.items() if name not in _CHOICES} | dict(choices or {})
    with TemporaryDirectory() as folder:
        # Sockets of its own instead of ports, which others may take; nothing of how this person's IPython starts.
        client = NotebookClient(
            notebook,
            config=Config(KernelManager={"transport": "ipc", "ip": str(Path(folder) / "socket")}),
            kernel_name="python3",
            timeout=_TIMEOUT,
            record_timing=False,
            coalesce_streams=True,
            resources={"metadata": {"path": str(path.parent)}},
        )
        client.execute(env={**environment, "IPYTHONDIR": folder})
    notebook.metadata = nbformat.from_dict(_METADATA)
    for output in (output for cell in notebook.cells for output in cell.get("outputs", ())):
        if output.get("name") == "stderr":
            raise NotebookError(f"{path.name} warns: {output.text}")
        if png := output.get("data", {}).get("image/png"):
            output.data["image/png"] = _small(png)
    return notebook


def told(notebook: NotebookNode) -> list[tuple[str, list[str]]]:
    """Each cell and what it says in words: its streams and tables, not its pictures."""
    cells = []
    for cell in notebook.cells:
        said = []
        for output in cell.get("outputs", ()):
            data = output.get("data", {"text/plain": output.get("text", "")})
            said += [text for kind, text in sorted(data.items()) if kind.startswith("text/")]
        cells.append((cell.source, said))
    return cells


def _small(png: str) -> str:
    """A plot in as many colours as it takes, a quarter of the size, and without the version of what drew it."""
    small = io.BytesIO()
    Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE).save(
        small, "PNG", optimize=True
    )
    return base64.b64encode(small.getvalue()).decode()


def main() -> None:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(description="Run the notebooks and write their outputs into them.")
    parser.add_argument("notebooks", nargs="*", type=Path, default=NOTEBOOKS, metavar="NOTEBOOK")
    for path in parser.parse_args().notebooks:
        nbformat.write(executed(path), path)


if __name__ == "__main__":
    main()
