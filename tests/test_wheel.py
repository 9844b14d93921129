"""The built wheel, apart from the source tree: that all data is in it and the main job runs from it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's packages and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder / "site", wheel]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "site"


def run(installed: Path, where: Path, *arguments: str) -> str:
    """What the wheel's own command line prints, run where no source tree is."""
    program = "import sys, graph.cli.main as cli; print(cli.__file__, file=sys.stderr); sys.exit(cli.run(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert str(installed) in done.stderr, "the wheel's code runs, not the source tree's"
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_main_job_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "build", str(ROOT / "examples"))
    assert "临政发〔2020〕6号" in run(installed, tmp_path, "duties", "县应急局", "--format", "csv")
    assert "matrix" in run(installed, tmp_path, "query")
    run(installed, tmp_path, "view", "agency", "县应急局", "-o", "x.html")
    assert "临溪县应急管理局" in (tmp_path / "x.html").read_text(encoding="utf-8")
