"""What can be found in a document.

Every class is frozen and slotted. Offsets (`start`, `end`) count characters (Unicode code points) of the decoded text
of the source file as it stands on disk, 0-based, end exclusive, so that ``text[start:end]`` is the proof. Names,
titles and numbers are as the text has them, without the white space and line breaks inside.

A `Document` is what `dutygraph extract` prints, one JSON object a line (the keys of eval/SCHEMA.md and more), and
what the workspace keeps: `encode` and `decode` are the one way in and out of JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

Role = Literal["lead", "support", "responsible"]
Form = Literal["bracket", "label", "list", "table", "prose"]
ChangeKind = Literal[
    "abolish",
    "rename",
    "establish",
    "merge_into",
    "transfer_duty",
    "transfer_staff",
    "subordinate",
    "cancel_item",
    "plate",
]
Relation = Literal["cites", "repeals", "amends"]
Modality = Literal["obligation", "prohibition", "permission", "encouragement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything that was found, with the place that proves it.

    `quote` is the words of the place (``text[start:end]``, layout white space folded); `rule` names the rule that
    read it; `confidence` is 0..1, how often that rule was right (`extractors.rules`), 1.0 where it is unmeasured;
    `provision` is the `Provision.path` that holds it ("" for the head of the document).
    """

    start: int
    end: int
    quote: str = ""
    rule: str = ""
    confidence: float = 1.0
    provision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """Another normative or policy text that is named; `basis` is why (依据, 贯彻落实, 按照 ...), as written.

    `issuer` is the bodies right before a title that does not name them: 市委、市政府 of 市委、市政府《关于……的意见》.
    """

    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    basis: str | None = None
    relation: Relation = "cites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Fact):
    """A seat in a leading group: a person with posts, posts without a name, or an agency. `rank` counts from 1."""

    role: str | None = None
    person: str | None = None
    agency: str | None = None
    posts: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Fact):
    """A leading group, joint conference, work group or committee; `established` where this document sets it up.

    `office_span` and `director_span` are the places that say where its office is and who heads it.
    """

    name: str
    established: bool = False
    members: tuple[Member, ...] = ()
    office_host: str | None = None
    office_director: str | None = None
    office_span: tuple[int, int] | None = None
    director_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A named person; each of `posts` is a full post of its own; `agency` is an affiliation without a post."""

    name: str
    posts: tuple[str, ...] = ()
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Fact):
    """A cited text that a document or a duty rests on: the opening formula or the task itself says so.

    `title` and `number` are those of the citation, `basis` is the word (根据, 按照 ...), `article` the place in the
    cited text, as written (第十条).
    """

    title: str | None = None
    number: str | None = None
    basis: str
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """One body that one task is given to. `start` is where the body stands (or the list item that says its task).

    `text` is the task in full and reads alone; `text_start`/`text_end` is where it stands, `text_quote` the words there
    if `text` says more than these (a stem that governs them, another sentence of the same task). `deadline` is the time
    phrase bound to it, as written, at `deadline_span`; `pace` is how the task goes on (持续推进) where a column, a
    label or a bracket says so, at `pace_span`. `modality` is what the words at `modality_span` say (应当: an
    obligation; None where no word says it), `object` what the task's first verb acts on. `authorities` are the texts
    that it rests on: those that the task names, then those of the document's opening formula.

    `due` is the interval that the deadline means (EDTF: ``../2017-12-31``), `recurrence` how it recurs (RRULE:
    ``FREQ=MONTHLY;BYMONTHDAY=20``); both None where the words tell neither (`extractors.due`).
    """

    agency: str
    agency_id: str | None = None
    role: Role
    form: Form
    anchor: str
    text: str
    text_start: int = 0
    text_end: int = 0
    text_quote: str = ""
    deadline: str | None = None
    deadline_span: tuple[int, int] | None = None
    pace: str | None = None
    pace_span: tuple[int, int] | None = None
    due: str | None = None
    recurrence: str | None = None
    modality: Modality | None = None
    modality_span: tuple[int, int] | None = None
    object: str | None = None
    object_span: tuple[int, int] | None = None
    authorities: tuple[Authority, ...] = ()
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """What the document does to an agency or to an item of administrative power (see eval/SCHEMA.md)."""

    kind: ChangeKind
    subject: str
    object: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Fact):
    """A body that the document names, wherever it does so; the normal form is for identity to say."""

    name: str
    kind: Literal["agency", "group"] = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A numbered place in the document. `path` is made of labels ("二/（一）/3"), `parent` is the path above or ""."""

    path: str
    label: str
    heading: str
    parent: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A place that looks like a fact and was not understood. `kind`: duty, number, name, date, table ..."""

    kind: str
    start: int
    end: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazette:
    """The periodical that printed the document: 淄博市周村区人民政府公报 2017年第6期."""

    title: str
    issue: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One official document and all that was found in it.

    `source` is the file's name (with the folders under the SRC that was given), `source_sha256` the hash of its
    bytes, `text_sha256` the hash of ``text[start:end]`` without white space, `text_simhash` one that is nearly the same
    for a text with nearly the same letters (`extractors.fingerprint`). `date` is ISO. `proofs` has, for each
    field of the head (number, title, date, issuers, addressees, promulgates, attachments, effective_from, effective_to,
    registration, interpreter), the [start, end] of each of its values in the order of the field. `place` is the
    administrative division whose documents these are, as far as the text says (周村区), `upper` the divisions above
    it that the text names, nearest first (淄博市, 山东省). `places` are the pages, paragraphs or cells of a source that
    is no text, each with the offset at which it begins (`extractors.sources.place_at`). `authorities` are those of the
    opening formulas (根据《...》, 制定本办法). `sources` is told by the workspace: every file that holds a copy of the
    document.
    """

    source: str
    source_sha256: str = ""
    text_sha256: str = ""
    text_simhash: str = ""
    start: int
    end: int
    number: str | None = None
    title: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    addressees: tuple[str, ...] = ()
    promulgates: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    effective_from: str | None = None
    effective_to: str | None = None
    registration: str | None = None
    interpreter: str | None = None
    citations: tuple[Citation, ...] = ()
    authorities: tuple[Authority, ...] = ()
    groups: tuple[Group, ...] = ()
    people: tuple[Person, ...] = ()
    duties: tuple[Duty, ...] = ()
    changes: tuple[Change, ...] = ()
    mentions: tuple[Mention, ...] = ()
    provisions: tuple[Provision, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    proofs: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    gazette: Gazette | None = None
    place: str | None = None
    upper: tuple[str, ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    sources: tuple[str, ...] = ()


def encode(document: Document) -> bytes:
    """The document as one line of JSON (UTF-8, no line feed at the end)."""
    return msgspec.json.encode(document)


def decode(line: bytes | str) -> Document:
    """The document that `encode` wrote. Raises `msgspec.ValidationError` where the JSON has another shape."""
    return msgspec.json.decode(line, type=Document)
