"""The look: colours that say one thing, that the colour-blind can tell apart and that can be read, and the frame."""

from __future__ import annotations

import datetime
import itertools
import re

import pytest

from graph.schema import schema
from graph.views.style import KINDS, LEVELS, PAPER, ROLE_MARKS, ROLE_TINTS, ROLES, Foot, environment, stylesheet

SCHEMES = ("light", "dark")

# How a colour (linear RGB) looks to those who lack one kind of cone (Machado, Oliveira, Fernandes 2009; severity 1).
SEEN = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]


def lab(colour: str, seen: str) -> list[float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    rgb = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in SEEN[seen]]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in rows]
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (at / white for at, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True))
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def apart(one: str, other: str, seen: str) -> float:
    """The distance of two colours as they are seen (CIE76; 2.3 is just noticeable)."""
    return sum((a - b) ** 2 for a, b in zip(lab(one, seen), lab(other, seen), strict=True)) ** 0.5


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG, 1 to 21."""
    light, dark = sorted(
        (0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other))),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("seen", SEEN)
def test_roles_are_told_apart_by_every_eye(seen: str, scheme: str) -> None:
    for one, other in itertools.combinations(ROLES, 2):
        distance = apart(getattr(ROLES[one], scheme), getattr(ROLES[other], scheme), seen)
        assert distance > 20, f"{one} and {other}"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("seen", SEEN)
def test_levels_are_steps_of_one_scale(seen: str, scheme: str) -> None:
    lightness = [lab(getattr(colour, scheme), seen)[0] for colour in LEVELS.values()]
    if scheme == "dark":
        lightness = [-value for value in lightness]
    steps = [after - before for before, after in itertools.pairwise(lightness)]
    assert min(steps) > 5, lightness


@pytest.mark.parametrize("scheme", SCHEMES)
def test_letters_can_be_read_on_their_grounds(scheme: str) -> None:
    def of(name: str) -> str:
        return str(getattr(PAPER[name], scheme))

    pairs = [
        (of(letters), of(ground)) for letters in ("ink", "soft", "link") for ground in ("paper", "surface", "sunk")
    ]
    pairs += [(of("warn"), of("warn-tint")), (of("ink"), of("mark"))]
    for role, colour in ROLES.items():
        letters = str(getattr(colour, scheme))
        pairs += [(letters, str(getattr(ROLE_TINTS[role], scheme))), (letters, of("surface")), (letters, of("sunk"))]
    assert [(pair, round(contrast(*pair), 2)) for pair in pairs if contrast(*pair) < 4.5] == []


def test_every_kind_role_and_level_has_a_colour() -> None:
    assert set(KINDS) == set(schema().nodes)
    assert set(ROLES) == set(ROLE_TINTS) == set(ROLE_MARKS) == set(schema().enums["role"]) - {"help"}
    assert set(LEVELS) == set(schema().enums["level"]) - {"help"}


def test_the_style_sheet_uses_only_what_it_has_and_asks_for_nothing() -> None:
    text = stylesheet()
    defined = set(re.findall(r"(--[\w-]+):", text))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= defined
    assert re.findall(r"@import|url\(", text) == []


def test_a_frame_says_what_it_holds_and_escapes_it() -> None:
    made = environment()
    foot = Foot(datetime.date(2026, 11, 25), [("文件", 3411)], ["<b>.txt"], 7)
    text = made.get_template("frame.html").render(
        title="<script>", lead="", notes=["</p><script>"], foot=foot, styles="", policy="default-src 'none'"
    )
    assert "<script" not in text
    assert '<html lang="zh-CN">' in text
    assert "3,411" in text
    assert "2026-11-25" in text
    assert "等 7 个文件" in text
