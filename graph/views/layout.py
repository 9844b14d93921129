"""Where the dots of a picture stand. Pictures say something by their places, so no force moves a dot about:
what is around one thing stands in sectors about it (`fan`), what has levels stands in bands (`layered`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from graph.views.picture import Band, Places

_STRETCH = 1.35
"""Names are wide and windows too: circles are drawn wider than they are high."""

_FIRST, _RING, _ARC = 210, 96, 100
"""The radius of the first ring, the distance between rings and between neighbours on one, in pixels."""

_LINK, _SPOKE = 1.3, 85
"""How much farther the links of a chain are from each other than rings; the distance of chains on the first ring."""

_LEAST, _SHARE = 2.0, 0.65
"""A sector of one dot gets as much room as one of so many; room grows with this power of the dots."""

_COLUMN, _ROW, _MARGIN = 190, 104, 60
"""The distance of neighbours in a row of a band, of rows, and of a band's edge from its rows, in pixels."""

_FEWEST_COLUMNS, _WIDE = 6, 1.2
"""A row of a band holds at least so many, and more until the picture is so many times as wide as high: a window is."""

_SWEEPS = 6
"""How often the order within the bands is mended by that of their neighbours."""

Chain = Sequence[Sequence[str]]
"""What stands one behind the other, outwards: the person, the posts, the bodies."""


def fan(middle: str, sectors: Iterable[Sequence[Chain]]) -> Places:
    """`middle` and the chains of each sector around it, clockwise from the top; a key is placed once."""
    places: Places = {middle: (0, 0)}
    filled = [sector for sector in sectors if sector]
    weights = [max(_LEAST, sum(len(link) for chain in sector for link in chain)) ** _SHARE for sector in filled]
    start = -math.pi / 2
    for sector, weight in zip(filled, weights, strict=True):
        angle = 2 * math.pi * weight / sum(weights)
        if max(len(chain) for chain in sector) == 1:
            _rings(places, [key for chain in sector for key in chain[0]], start, angle)
        else:
            _spokes(places, sector, start, angle)
        start += angle
    return places


def _rings(places: Places, keys: Sequence[str], start: float, angle: float) -> None:
    """One dot after another, ring by ring."""
    left = [key for key in dict.fromkeys(keys) if key not in places]
    radius = float(_FIRST)
    while left:
        room = max(1, int(radius * angle / _ARC))
        row, left = left[:room], left[room:]
        for at, key in enumerate(row):
            places[key] = _polar(radius, start + angle * (at + 0.5) / len(row))
        radius += _RING


def _spokes(places: Places, chains: Sequence[Chain], start: float, angle: float) -> None:
    """Each chain at an angle of its own, first links on one ring, second links on the next; where there are many
    chains every second (third ...) begins behind the others, so that the middle of the picture is not empty.
    """
    widths = [max(1, *(len(link) for link in chain)) for chain in chains]
    needed = sum(widths) * _SPOKE / angle
    depth = max(len(chain) for chain in chains) * _RING * _LINK
    layers = max(1, round(math.sqrt(needed / depth)))
    radius = max(float(_FIRST), needed / layers)
    for number, (chain, width) in enumerate(zip(chains, widths, strict=True)):
        share = angle * width / sum(widths)
        first = radius + number % layers * depth
        for ring, link in enumerate(chain):
            for at, key in enumerate(link):
                # The links of a chain are as wide as the layers leave them room for.
                turn = (at - (len(link) - 1) / 2) * share / len(link) * layers
                places.setdefault(key, _polar(first + ring * _RING * _LINK, start + share / 2 + turn))
        start += share


def _polar(radius: float, angle: float) -> tuple[int, int]:
    return round(radius * math.cos(angle) * _STRETCH), round(radius * math.sin(angle))


def layered(
    bands: Sequence[tuple[str, str | None, Sequence[str]]], links: Iterable[tuple[str, str]], middle: str | None = None
) -> tuple[Places, list[Band]]:
    """Bands (caption, level, keys) from the top, their rows in an order in which few links cross.

    `middle` is the key that stands in the middle of its band.
    """
    filled = [(caption, level, list(dict.fromkeys(keys))) for caption, level, keys in bands if keys]
    columns = _columns([len(keys) for _, _, keys in filled])
    near: dict[str, list[str]] = {}
    for start, end in links:
        near.setdefault(start, []).append(end)
        near.setdefault(end, []).append(start)
    orders = [keys for _, _, keys in filled]
    places, made = _stacked(filled, columns)
    for sweep in range(_SWEEPS):
        for keys in orders if sweep % 2 else reversed(orders):
            keys.sort(key=lambda key: _mean(key, near, places))  # stable: what has no neighbours keeps its order
            if middle in keys:
                keys.remove(middle)
                keys.insert(len(keys) // 2, middle)
        places, made = _stacked(filled, columns)
    return places, made


def _columns(sizes: Sequence[int]) -> int:
    """How many dots a row holds where the bands have so many: too few make a tower, too many a thread."""
    columns = _FEWEST_COLUMNS
    while columns < max(sizes, default=0):
        rows = sum(math.ceil(size / columns) for size in sizes)
        if columns * _COLUMN >= _WIDE * (rows * _ROW + len(sizes) * (2 * _MARGIN - _ROW)):
            break
        columns += 1
    return columns


def _stacked(bands: Sequence[tuple[str, str | None, Sequence[str]]], columns: int) -> tuple[Places, list[Band]]:
    """Dots are dealt to the rows of a band column by column, so that their order is one from left to right."""
    places: Places = {}
    made = []
    top = 0
    for caption, level, keys in bands:
        rows = math.ceil(len(keys) / columns)
        wide = math.ceil(len(keys) / rows)
        for at, key in enumerate(keys):
            column, row = divmod(at, rows)
            # Every second row is moved by half a column, so that names and lines find a way between.
            x = (column - (wide - 1) / 2 + (row % 2) / 2 - (0.25 if rows > 1 else 0)) * _COLUMN
            places[key] = round(x), top + _MARGIN + row * _ROW
        bottom = top + 2 * _MARGIN + (rows - 1) * _ROW
        made.append(Band(caption, level, top, bottom))
        top = bottom
    return places, made


def _mean(key: str, near: Mapping[str, Sequence[str]], places: Places) -> float:
    """Where the neighbours of a dot stand, on average; a dot without any stays."""
    there = [places[other][0] for other in near.get(key, ()) if other in places]
    return sum(there) / len(there) if there else float(places[key][0])
