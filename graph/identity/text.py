"""The normal form of names, in which they are compared and become ids."""

from __future__ import annotations

import re
import unicodedata

_WIDE = str.maketrans({"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "<": "〈", ">": "〉"})
_OPEN, _CLOSE = "（", "）"


def normal(text: str) -> str:
    """NFKC, without white space, with Chinese brackets and marks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_WIDE)


def outer(name: str) -> tuple[str, str]:
    """A normal name without the brackets at its end, and what stands in them: 区盐业公司（区盐务局）.

    A bracket that is part of the name stays: 各镇（街道）, 各县（市、区）人民政府.
    """
    name = _paired(name)
    if name.endswith(_CLOSE) and (at := name.rfind(_OPEN)) > 1 and not _part_of_name(name[:at], name[at + 1 : -1]):
        return name[:at], name[at + 1 : -1]
    return name.split("（以下简称")[0], ""


def _paired(name: str) -> str:
    """The name without a bracket at its end that nothing opens or closes."""
    if name.count(_OPEN) == name.count(_CLOSE):
        return name
    return name.rstrip(_OPEN) if name.endswith(_OPEN) else name.removesuffix(_CLOSE)


def _part_of_name(before: str, within: str) -> bool:
    """Whether a bracket goes on with a list of places: 各镇（街道、开发区）, 各县（市、区）, 镇政府（街道办事处）."""
    return bool(re.search(r"(?:镇|乡|街道|县|市|区|旗|村)(?:人民政府|政府|办事处)?$", before)) and bool(
        re.search(r"(?:街道|镇|乡|市|区|县|旗|社区|居|村|政府|办事处|管委会|办)$", within)
    )
