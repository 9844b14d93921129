"""The head of a document: title, 文号, issuers, addressees, date.

The order of the parts is that of GB/T 9704-2012 (标题, 发文字号, 主送机关, 正文, 附件说明, 署名, 成文日期); on web
sites the number may stand first, all parts may stand in one line, and a table of labels (索引号, 发文字号, 成文日期)
may stand before them.

The text up to the body is cut into pieces, each with one meaning (`Piece.kind`); title, number and addressees are then
chosen from the pieces, issuers and date from the signature (`extractors.signature`), and what these lack from labels.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractors.bodies import cut, squash, stands_alone
from extractors.dates import iso
from extractors.enclosed import read_attachments, read_promulgated
from extractors.force import read_force
from extractors.lexicons.documents import (
    DATE,
    FIGURES,
    NO_CODE,
    NUMBER,
    ORDER,
    ORDER_SERIAL,
    TITLE_END,
    TITLE_KINDS,
    TITLE_TAIL,
    TITLE_VERBS,
)
from extractors.lexicons.heads import (
    ADOPTED,
    BRACKETED,
    LABEL,
    LABELS,
    NOISE,
    NOT_ADDRESSED,
    RED_HEAD,
    SIGNED_BY,
    Field,
)
from extractors.signature import Signature, bodies_in, signatures

Span = tuple[int, int]
Values = list[tuple[str, Span]]
"""The values of a field, each with its place in the clean text."""


@dataclass(slots=True)
class Head:
    """What the head says; `body` is where the body begins, `proofs` the spans in the clean text, by field.

    `doubts` says what is missing or was read from a weak place.
    """

    number: str | None = None
    title: str | None = None
    issuers: list[str] = field(default_factory=list)
    date: str | None = None
    addressees: list[str] = field(default_factory=list)
    promulgates: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    effective_from: str | None = None
    effective_to: str | None = None
    registration: str | None = None
    interpreter: str | None = None
    body: int = 0
    proofs: dict[str, list[Span]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def read_head(text: str) -> Head:
    """The head of the document whose clean text is `text`. What is not said stays empty."""
    pieces = list(_pieces(text))
    head = Head(body=pieces[-1].start if pieces and pieces[-1].kind == "body" else 0)
    labelled = _labelled(text)
    _addressees(head, text, pieces)
    _number(head, pieces, labelled)
    title = _title(head, text, pieces, labelled)
    _number_before_title(head, text)
    _issuers_and_date(head, text, pieces, title, labelled)
    _registration(head, pieces, labelled)
    _set_list(head, "promulgates", read_promulgated(text, head.body, head.title, head.proofs.get("title", [])))
    known = {*head.promulgates, head.title or ""}
    _set_list(head, "attachments", read_attachments(text, head.body, known, head.issuers))
    _force(head, text, labelled)
    head.doubts += [f"no {name}" for name in ("number", "title", "date") if getattr(head, name) is None]
    return head


# ---- pieces

PieceKind = Literal["number", "order", "date", "label", "noise", "address", "title", "bodies", "plain", "red", "body"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the head: ``text[start:end]`` of the clean text, `flat` without white space."""

    kind: PieceKind
    start: int
    end: int
    flat: str


_FIRST_LINES = 150
_FIRST_CHARS = 12_000
_LONGEST = 160
"""The characters of the longest title."""

_OUTLINE = re.compile(r"[一二三]、|第一[章条]|[（(]一[）)]|1[.．、]\D")
_PROSE = re.compile("(?:为了|为[^，]{4,}，|根据|按照|经|现将)")
_SENTENCE = re.compile("[。：:]")
_BEHIND = "通知|意见|决定|批复|公告|通报|文件|函件|复函|办法|方案|规定"
_HEAD_NUMBER = re.compile(
    rf"""
    (?: (?<=\s) | ^ | (?<=^[（(]) | {"|".join(f"(?<={kind}) | (?<={kind}[（(])" for kind in _BEHIND.split("|"))} )
    {NUMBER}
    (?![^\s）)]{{0,8}}(?:文|精神|要求))
    """,
    re.X,
)
"""A 文号 where the head may have one: at the start, behind white space, or behind the end of a title."""

_SURE_ENDS = ("通知", "通报", "公告", "决定", "批复", "复函")
_GLUED_TITLE = re.compile(
    rf"""
    (?:{TITLE_KINDS})(?!件){TITLE_TAIL}
    (?: (?=各) | \s+(?=各) | (?={NUMBER}) | \s+(?={NUMBER})
      | (?:{"|".join(f"(?<={kind})" for kind in _SURE_ENDS)})\s+(?![的和及、]|报告|请示)
      | \s+(?=[\[【])
      | \s+(?=[\u4e00-\u9fff]{{2,40}}(?:政府|办公[厅室]|委员会|局|委|部|厅|会)\s*(?:关于|印发|转发)) )
    """,
    re.X,
)
"""The end of a title that something is glued to."""

_GLUED_ORDER = re.compile(rf"{ORDER}(?=\s)")
_AHEAD = 60
"""The lines in which a head is looked for behind what reads like a body: a note, a menu."""


def _pieces(text: str) -> Iterator[Piece]:
    """The pieces of the head in order; the last one is where the body begins."""
    at, numbered = 0, False
    lines = text[:_FIRST_CHARS].split("\n")[:_FIRST_LINES]
    for i, line in enumerate(lines):
        for start, end in _cuts(line):
            flat = squash(line[start:end])
            kind = _kind(line[start:end], flat)
            if kind == "body" and not numbered and _head_follows(lines[i + 1 : i + _AHEAD]):
                kind = "noise"
            yield Piece(kind, at + start, at + end, flat)
            if kind in ("body", "address"):
                if kind == "address":
                    yield from _behind(text, at + end)
                return
            numbered = numbered or kind == "number"
        at += len(line) + 1


def _head_follows(lines: Sequence[str]) -> bool:
    """Whether a title and, right under it or over it, a 文号 or addressees stand in the lines before any section."""
    kinds: list[PieceKind] = []
    for line in lines:
        if _OUTLINE.match(squash(line)):
            return False
        kinds += [_kind(line[a:b], squash(line[a:b])) for a, b in _cuts(line)]
        if kinds[-2:] in (["title", "number"], ["title", "address"], ["number", "title"]):
            return True
    return False


def _behind(text: str, at: int) -> Iterator[Piece]:
    """What follows the addressees: a 文号 on a line of its own, as some print it, and the body."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = text.find("\n", start)
    flat = squash(text[start:end])
    if end > 0 and _kind(flat, flat) == "number":
        yield Piece("number", start, end, flat)
        start = end + 1
    yield Piece("body", start, len(text), "")


def _cuts(line: str) -> list[Span]:
    """The (start, end) of the pieces of a line: what is glued to a number, to a title or to the addressees is cut."""
    if _label_pairs(line) or "\t" in line or (NOISE.search(squash(line)) and not _SENTENCE.search(line)):
        return [(0, len(line))]
    sentence = _SENTENCE.search(line)
    stop = sentence.end() if sentence else len(line)
    edges = {0, stop, len(line)}
    for match in _HEAD_NUMBER.finditer(line, 0, stop):
        if not NO_CODE.search(match.group()):
            edges |= {match.start(), match.end()}
    edges |= {match.end() for match in _GLUED_TITLE.finditer(line, 0, stop)}
    edges |= {order.end() for edge in sorted(edges) if (order := _GLUED_ORDER.match(line, edge, stop))}
    places = sorted(edges)
    return [span for a, b in itertools.pairwise(places) if (span := _trim(line, a, b))[0] < span[1]]


def _trim(text: str, start: int, end: int) -> Span:
    """The span without white space, dashes and lone brackets at its ends."""
    while start < end and text[start] in " \t\n-—":
        start += 1
    while end > start and text[end - 1] in " \t\n-—":
        end -= 1
    inner = text[start:end]
    if inner in ("（", "(", "）", ")"):
        return end, end
    if inner.endswith(("（", "(")):
        return _trim(text, start, end - 1)
    if inner.startswith(("）", ")")):
        return _trim(text, start + 1, end)
    return start, end


def _kind(piece: str, flat: str) -> PieceKind:
    if _label_pairs(piece):
        return "label"
    if re.fullmatch(rf"[（(]?{NUMBER}[）)]?", flat) and not NO_CODE.search(flat):
        return "number"
    if re.fullmatch(rf"{ORDER}|[（(]?{ORDER_SERIAL}[）)]?", flat):
        return "order"
    if _is_date(flat):
        return "date"
    if "\t" in piece or NOISE.search(flat) or SIGNED_BY.match(piece):
        return "noise"
    if flat.endswith(("：", ":")):
        return "address" if _is_address(piece) else "noise" if len(flat) < 16 and not _OUTLINE.match(flat) else "body"
    if RED_HEAD.match(flat):
        return "red"
    if TITLE_END.search(flat) and len(flat) <= _LONGEST and not _PROSE.match(flat):
        return "title"
    if _OUTLINE.match(flat) or re.search("[。；！]", flat) or len(flat) > _LONGEST:
        return "body"
    if bodies_in(piece):
        return "bodies"
    return "plain"


def _is_date(flat: str) -> bool:
    """Whether the piece is a date, alone or with who adopted the text on that day."""
    inner = flat.strip("（()）")
    match = DATE.match(inner)
    return match is not None and (match.end() == len(inner) or (bool(ADOPTED.search(inner)) and len(inner) < 80))


# ---- addressees

_ADDRESSED = re.compile(
    r"(?:社区|学校|高校|者|处|部门|单位|机构|机制|兵团|科室|企业|办|局|平台|场|县|区|市|镇|乡|旗|州|村|组)(?:[（(][^（）()]*[）)])?$"
)
_DEPUTY = re.compile(r"^[\u4e00-\u9fff、]{2,20}(?:代表|委员|同志|先生|女士)$")


def _is_address(piece: str) -> bool:
    """Whether the piece (with its colon) is the line of addressees."""
    text = piece.rstrip(" ：:")
    if NOT_ADDRESSED.search(squash(text)) or not re.search(r"[\u4e00-\u9fff]{2}", text) or "《" in text:
        return False
    if _DEPUTY.match(squash(text)):
        return True
    parts = [squash(text[a:b]) for a, b in split_addressees(text)]
    good = sum(stands_alone(part) or part.startswith("各") or bool(_ADDRESSED.search(part)) for part in parts)
    return bool(parts) and good >= max(1, len(parts) - 1)


def split_addressees(text: str) -> list[Span]:
    """The (start, end) of the addressees in their line: cut at 、 where each part can stand alone."""
    parts: list[Span] = []
    for a, b in cut(text, "，,；;"):
        start: int | None = None
        pieces = cut(text[a:b], "、")
        for i, (x, y) in enumerate(pieces):
            name = squash(text[a + x : a + y])
            if len(name) <= 2 and parts and start is None and parts[-1][0] >= a:
                parts[-1] = (parts[-1][0], a + y)
                continue
            start = a + x if start is None else start
            if _whole(name) or i == len(pieces) - 1:
                parts.append((start, a + y))
                start = None
    return [_trim(text, a, b) for a, b in parts]


def _whole(name: str) -> bool:
    return len(name) > 1 and (
        stands_alone(name) or bool(re.search(r"(?:社区|有关方面|平台|[林总农]场|者)(?:[（(][^（）()]*[）)])?$", name))
    )


def _addressees(head: Head, text: str, pieces: Sequence[Piece]) -> None:
    line = next((piece for piece in pieces if piece.kind == "address"), None)
    if line is None:
        return
    raw = text[line.start : line.end].rstrip("：: ")
    names = (
        [(line.start, line.start + len(raw))]
        if _DEPUTY.match(squash(raw))
        else [(line.start + a, line.start + b) for a, b in split_addressees(raw)]
    )
    _set_list(head, "addressees", [(squash(text[a:b]), (a, b)) for a, b in names])


# ---- number


def number_of(flat: str) -> str:
    """A 文号 as it is cited: without white space, brackets around it and the words of the red head before it."""
    flat = squash(flat)
    if re.fullmatch(r"[（(].*[）)]", flat):
        flat = flat[1:-1]
    return re.sub(r"^.*(?:文件|函件)(?=[\u4e00-\u9fff])", "", flat)


def _number(head: Head, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> None:
    for i, piece in enumerate(pieces):
        if piece.kind == "number":
            _set(head, "number", number_of(piece.flat), (piece.start, piece.end))
            return
        if piece.kind == "order" or piece.kind == "date":
            name, start = piece.flat, piece.start
            before = pieces[i - 1] if i else None
            if before and re.match(rf"[（(]?{ORDER_SERIAL}", name) and before.flat.endswith(("令", "公告")):
                name, start = before.flat + name, before.start
            if match := re.search(ORDER, DATE.sub(" ", name)):
                _set(head, "number", squash(match.group()), (start, piece.end))
                return
    for value, span in labelled.get("number", []):
        if match := re.search(rf"{NUMBER}|{ORDER}", value):
            _set(head, "number", number_of(match.group()), span)
            return


def _number_before_title(head: Head, text: str) -> None:
    """The number that stands right before the title, as in the name of a file that the page offers."""
    if head.number is None and head.title is not None:
        title = r"\s*".join(map(re.escape, head.title))
        if match := re.search(rf"(?<![\u4e00-\u9fff])({NUMBER})\s*{title}", text):
            _set(head, "number", number_of(match.group(1)), match.span(1))


# ---- title


def _title(head: Head, text: str, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> str:
    """Set the title; what is returned is its words with the white space in them, which divides joint issuers."""
    seen: set[str] = set()
    found: list[Span] = []
    for i, piece in enumerate(pieces):
        if piece.kind == "title":
            first = _first(pieces, i, seen)
            found.append((pieces[first].start, piece.end))
            seen |= {piece.flat, "".join(part.flat for part in pieces[first : i + 1])}
    if found:
        start, end = _best(text, found)
    elif values := labelled.get("title"):
        start, end = values[0][1]
    elif orders := [piece for piece in pieces if piece.kind == "order" and re.match(ORDER, piece.flat)]:
        start, end = orders[0].start, orders[0].end
    elif plain := _last_plain(pieces):
        start, end = plain.start, plain.end
        head.doubts.append("a title that does not say what kind of document it is")
    else:
        return ""
    raw = re.sub(r"^\s*[（(]转载[）)]", "", text[start:end])
    _set(head, "title", squash(raw), (end - len(raw), end))
    return raw


def _first(pieces: Sequence[Piece], last: int, seen: set[str]) -> int:
    """The first piece of the title whose last one is `pieces[last]`."""
    first, title = last, pieces[last].flat
    while first > 0 and title not in seen and len(title) < _LONGEST:
        before = pieces[first - 1]
        if not _belongs(before, title):
            break
        first, title = first - 1, before.flat + title
    return first


def _belongs(before: Piece, title: str) -> bool:
    """Whether the piece is the beginning of the title that goes on with `title`."""
    if before.kind == "title":
        return title.startswith(("的", "和", "及", "、"))
    if before.kind not in ("plain", "bodies") or len(before.flat) < 2:
        return False
    verb = TITLE_VERBS.search(title)
    if verb is None:
        return len(before.flat) > 4 or before.kind == "bodies"
    if verb.start() == 0:
        return before.kind == "bodies" or before.flat.endswith(("关于", "印发", "转发", "部门"))
    if before.flat.endswith(("、", "和", "及", "关于", "转发", "印发")):
        return True
    issuer = title[: verb.start()]
    return before.kind == "bodies" if stands_alone(issuer) or re.search("等.{0,3}部门$", issuer) else True


def _best(text: str, found: Sequence[Span]) -> Span:
    """The title that is nearest to the body, of those that name their issuer; else the nearest."""
    named = [span for span in found if (verb := TITLE_VERBS.search(squash(text[slice(*span)]))) and verb.start()]
    flat = squash(text[slice(*found[-1])])
    for span in reversed(named):
        if flat in squash(text[slice(*span)]):
            return span
    return found[-1]


def _last_plain(pieces: Sequence[Piece]) -> Piece | None:
    """The line right over the body, where it can be a title."""
    lines = [piece for piece in pieces if piece.kind not in ("body", "noise", "label", "date", "number")]
    last = lines[-1] if lines else None
    return (
        last
        if last and last.kind == "plain" and 6 <= len(last.flat) <= 60 and not re.search("[，：]", last.flat)
        else None
    )


# ---- issuers and date


def _issuers_and_date(
    head: Head, text: str, pieces: Sequence[Piece], title: str, labelled: dict[Field, Values]
) -> None:
    signed = list(signatures(text, head.body))
    named = _title_issuers(title, head.proofs.get("title", [])) or _order_issuer(head)
    signature = next((found for found in signed if _signs(found, named)), None)
    if signature is not None and signature.issuers:
        issuers = signature.issuers
    else:
        issuers = named or _other_issuers(text, pieces, labelled)
    _set_list(head, "issuers", issuers)
    printed = next((found for found in signed if found.printed), None)
    _date(head, text, pieces, signature, printed, labelled)


def _signs(signature: Signature, named: Values) -> bool:
    """Whether the signature is the document's: by the bodies of its title where that names them, or by a day alone."""
    return not signature.printed and (not signature.issuers or not named or _agrees(named, signature))


def _title_issuers(title: str, place: list[Span]) -> Values:
    """The bodies that the title begins with."""
    verb = TITLE_VERBS.search(title)
    if verb is None or not place:
        return []
    names = re.sub(r"等\s*[\d一二三四五六七八九十]*\s*(?:个)?部门\s*$", "", title[: verb.start()])
    start = place[0][0]
    return [(name, (start + a, start + b)) for name, (a, b) in bodies_in(names)]


def _agrees(named: Values, signature: Signature) -> bool:
    """Whether the bodies of the title are those of the signature: the same or shorter forms (市农业农村委)."""
    signed = [name for name, _ in signature.issuers]
    return all(any(_is_short_for(name, full) for full in signed) for name, _ in named)


def _is_short_for(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in their order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _order_issuer(head: Head) -> Values:
    """The body whose order it is: 临溪县人民政府令第3号."""
    order = re.match(rf"(.+)(?:令|公告)[（(]?{ORDER_SERIAL}", head.number or "")
    return [(order.group(1), head.proofs["number"][0])] if order else []


def _other_issuers(text: str, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> Values:
    """The issuers that neither title nor signature tells: by a label, or the red head."""
    for value, (start, _) in labelled.get("issuers", []):
        if names := bodies_in(value.replace(",", " ").replace("，", " ")):
            return [(name, (start + a, start + b)) for name, (a, b) in names]
    for piece in pieces:
        if piece.kind == "red" and (names := bodies_in(text[piece.start : piece.end].removesuffix("文件"))):
            return [(name, (piece.start + a, piece.start + b)) for name, (a, b) in names]
    return []


def _date(
    head: Head,
    text: str,
    pieces: Sequence[Piece],
    signature: Signature | None,
    printed: Signature | None,
    labelled: dict[Field, Values],
) -> None:
    """The day of the signature, else the day under the title, else what a label says, else that of printing."""
    if signature is not None:
        _set(head, "date", signature.date, signature.day)
        return
    for piece in pieces:
        if piece.kind == "date" and (match := DATE.search(text, piece.start, piece.end)) and (date := iso(match)):
            _set(head, "date", date, match.span())
            return
    if _from_label(head, "date", labelled):
        return
    if printed is not None:
        _set(head, "date", printed.date, printed.day)
        head.doubts.append("the date is that of printing")
    elif _from_label(head, "date", labelled, "published"):
        head.doubts.append("the date is that of publication")


# ---- labels

_REGISTRATION = re.compile(r"[A-Z]{2,6}[—\-–－]+\d{4}[—\-–－]+\d+$")


def _registration(head: Head, pieces: Sequence[Piece], labelled: dict[Field, Values]) -> None:
    """The code under which the document is registered, on a line over its title or by a label."""
    for piece in pieces:
        if _REGISTRATION.match(piece.flat):
            _set(head, "registration", piece.flat, (piece.start, piece.end))
            return
    _from_label(head, "registration", labelled)


def _label_pairs(line: str) -> list[tuple[str, Span]]:
    """The (label, place of its value) of a line of a table of labels ([] for any other line)."""
    if bracketed := BRACKETED.match(line):
        return [(bracketed["label"], bracketed.span("value"))] if bracketed["label"] in LABELS else []
    pairs: list[tuple[str, Span]] = []
    cells = [(m.start(), m.end()) for m in re.finditer(r"[^\t]+", line)] if "\t" in line else [(0, len(line))]
    label = ""
    for start, end in cells:
        cell = line[start:end]
        name, colon, _ = cell.replace(":", "：").partition("：")
        if colon and LABEL.fullmatch(squash(name)):
            label = squash(name)
            value = start + len(name) + 1, end
            if line[slice(*value)].strip():
                pairs.append((label, value))
                label = ""
        elif label or squash(cell) in LABELS:
            if label:
                pairs.append((label, (start, end)))
            label = "" if label else squash(cell)
    return pairs if ("\t" in line and pairs) or any(name in LABELS or name.isascii() for name, _ in pairs) else []


_LAST_LINES = 8


def _labelled(text: str) -> dict[Field, Values]:
    """What the labels before the head and at the end of the page say, by field."""
    found: dict[Field, Values] = {}
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    first = [span for span in lines[:_FIRST_LINES] if span[1] < _FIRST_CHARS]
    for start, end in (*first, *lines[max(len(first), len(lines) - _LAST_LINES) :]):
        for label, (a, b) in _label_pairs(text[start:end]):
            a, b = _trim(text, start + a, start + b)
            if (name := LABELS.get(label)) and a < b:
                found.setdefault(name, []).append((text[a:b], (a, b)))
    return found


def _from_label(head: Head, name: Field, labelled: dict[Field, Values], label: Field | None = None) -> bool:
    """Set a field from its label (or from another); True where there was a value."""
    for value, span in labelled.get(label or name, []):
        day = DATE.search(value) or FIGURES.search(value)
        found = value if name == "registration" else day and iso(day)
        if found:
            _set(head, name, found, span)
            return True
    return False


# ---- writing


def _set(head: Head, name: str, value: str | None, span: Span) -> None:
    if value:
        setattr(head, name, value)
        head.proofs[name] = [span]


def _set_list(head: Head, name: str, values: Values) -> None:
    setattr(head, name, [value for value, _ in values])
    if values:
        head.proofs[name] = [span for _, span in values]


def _force(head: Head, text: str, labelled: dict[Field, Values]) -> None:
    for name, (value, span) in read_force(text, head.date).items():
        _set(head, name, value, span)
    if head.effective_from is None:
        _from_label(head, "effective_from", labelled)
    if head.effective_to is None:
        _from_label(head, "effective_to", labelled)
