"""Duties with several leads, with none, or with owners that no one can name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.findings.corpus import Corpus, Owner, listed, named, task, text, whole
from graph.findings.finding import Finding, Severity
from graph.tables import Node

_TOWN = frozenset({"township", "village"})
"""The levels of bodies that each do a task at their own place: of several towns none has to lead."""

_ZONE = "管理委员会"
"""The office of a development zone, which is a place too."""

_NAMED = re.compile("(?:政府|党委)[及和、]")
"""Of 县级人民政府及其有关部门 one is named."""

_ASSIGNED, _BINDING = frozenset({"bracket", "label", "table"}), frozenset({"obligation", "prohibition"})

_TOLD = 10
"""A task of fewer characters says too little to ask who is meant (相关部门进行监管)."""

_VAGUE = re.compile("有关|相关")
"""What makes a set vague: 各部门 and 各成员单位 are all of them, 起草部门 and 牵头部门 are told by what they do."""

_EACH_ITS_OWN = re.compile("谁[^，。；谁]{1,6}[、，]谁")
"""By the principle “谁主管、谁负责” each body does what is its own, and none leads."""

_DIVIDED = re.compile("按照?[^，。；]{0,6}分工")
"""按照各自任务分工: where the document has a table of tasks, it says who is meant."""

_MEANT = re.compile('以下[简统]称[“「"]?([^“”「」"）)]+)')
_APART = 8
"""So many characters at most stand between two bodies of one list."""

_BRACKET = re.compile("[（(]")


def several_leads(corpus: Corpus) -> Iterator[Finding]:
    """A duty that two or more bodies lead."""
    for duty in corpus.nodes("Duty"):
        named_leads = [owner for owner in corpus.owners(duty.id) if owner.role == "lead"]
        leads = _each(filter(_is_one, _side_by_side(named_leads)))
        if len(leads) < 2:
            continue
        names = listed(named(owner.node) for owner in leads)
        reason = f"{_where(duty, corpus)}任务{task(duty)}由{names}共 {len(leads)} 个单位牵头，主责不清。"
        here, there = (corpus.place(owner.owns.properties) for owner in leads[:2])
        yield Finding("several-leads", Severity.medium, "Duty", duty.id, named(duty), reason, here, there)


def no_lead(corpus: Corpus) -> Iterator[Finding]:
    """A duty that is given to two or more bodies side by side, of which none leads."""
    led = _spans(corpus, lambda owner: owner.role == "lead")
    for duty in corpus.nodes("Duty"):
        responsible = [owner for owner in corpus.owners(duty.id) if owner.role == "responsible"]
        bodies = _each(filter(_is_one, _side_by_side(responsible)))
        if len(bodies) < 2 or _lies_in(duty, led) or _is_each_its_own(duty):
            continue
        names = listed(named(owner.node) for owner in bodies)
        reason = f"{_where(duty, corpus)}任务{task(duty)}由{names}承担，没有写明谁牵头。"
        here, there = corpus.place(bodies[0].owns.properties), corpus.place(bodies[1].owns.properties)
        yield Finding("no-lead", Severity.low, "Duty", duty.id, named(duty), reason, here, there)


def vague_owners(corpus: Corpus) -> Iterator[Finding]:
    """A duty whose owners are all such as no one can name (有关部门)."""
    known = _spans(corpus, lambda owner: not owner.node.properties.get("vague"))
    told = _told_apart(corpus)
    divided = {
        text(one.properties, "document") for one in corpus.nodes("Duty") if one.properties.get("form") == "table"
    }
    for duty in corpus.nodes("Duty"):
        owners = [owner for owner in corpus.owners(duty.id) if owner.role != "support"]
        document = text(duty.properties, "document")
        written = {owner.as_written for owner in owners}
        if duty.properties.get("vague") is not True or _lies_in(duty, known) or written & told[document]:
            continue
        if document in divided and _DIVIDED.search(text(duty.properties, "text")):
            continue
        if not _told(duty) or not written or not all(map(_is_vague, written)):
            continue
        reason = f"{_where(duty, corpus)}任务{task(duty)}只交给“{listed(sorted(written))}”，说不清是哪个单位。"
        here = corpus.place(owners[0].owns.properties)
        yield Finding("vague-owners", Severity.medium, "Duty", duty.id, named(duty), reason, here)


def _is_each_its_own(duty: Node) -> bool:
    """Whether a sentence gives each of the bodies that it names what is its own."""
    known = duty.properties
    return known.get("form") == "prose" and _EACH_ITS_OWN.search(text(known, "text")) is not None


def _told(duty: Node) -> bool:
    """Whether a duty is told as one: outside of brackets, labels and tables by 要, 应当 or 不得; and in some words."""
    known = duty.properties
    assigned = text(known, "form") in _ASSIGNED or text(known, "modality") in _BINDING
    return assigned and len(text(known, "text")) >= _TOLD


def _is_vague(written: str) -> bool:
    return _VAGUE.search(written) is not None and _NAMED.search(written) is None


def _where(duty: Node, corpus: Corpus) -> str:
    return f"{corpus.title(text(duty.properties, 'document'))}的"


def _is_one(owner: Owner) -> bool:
    """Whether an owner is one body, and not a set, nor one of many that act each at its place."""
    known = owner.node.properties
    if known.get("collective") or known.get("vague"):
        return False
    return known.get("level") not in _TOWN and known.get("office") != _ZONE


def _side_by_side(owners: Sequence[Owner]) -> Iterator[Owner]:
    """The owners that are named in one breath; those of another cell or sentence do another part of the task."""
    last = None
    for owner in owners:
        start, end = whole(owner.owns.properties, "start"), whole(owner.owns.properties, "end")
        if last is not None and start > last + _APART:
            return
        last = max(end, last or 0)
        yield owner


def _each(owners: Iterable[Owner]) -> list[Owner]:
    """Each body once; a body and the one in brackets behind it (区卫健局（区疾控中心）) are one owner, the first."""
    found: dict[str, Owner] = {}
    for owner in owners:
        key = owner.as_written if _BRACKET.search(owner.as_written) else owner.node.id
        if key not in found or _begins(owner):
            found[key] = owner
    each = {owner.node.id: owner for owner in found.values()}.values()
    names = {named(owner.node) for owner in each}
    return [owner for owner in each if not _is_part(named(owner.node), names)]


def _is_part(name: str, names: Iterable[str]) -> bool:
    """Whether a body is one inside another of these: the office of a group beside the group."""
    return any(name != whole_body and name.startswith(whole_body) for whole_body in names)


def _begins(owner: Owner) -> bool:
    """Whether what is written begins with this body, and has another in brackets."""
    forms = owner.node.properties.get("names")
    return isinstance(forms, list) and any(form == _BRACKET.split(owner.as_written)[0].strip() for form in forms)


# -- one sentence may be read twice: as a task of its own, and in the task of the paragraph around it

_Spans = Mapping[str, list[tuple[int, int]]]


def _spans(corpus: Corpus, test: Callable[[Owner], bool]) -> _Spans:
    """By document where the duties stand that have an owner for which the test holds."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for duty in corpus.nodes("Duty"):
        if any(map(test, corpus.owners(duty.id))):
            spans[text(duty.properties, "document")].append(_span(duty))
    return spans


def _lies_in(duty: Node, spans: _Spans) -> bool:
    """Whether a duty shares words with one of these."""
    start, end = _span(duty)
    return any(first < end and start < last for first, last in spans.get(text(duty.properties, "document"), ()))


def _span(duty: Node) -> tuple[int, int]:
    return whole(duty.properties, "start"), whole(duty.properties, "end")


def _told_apart(corpus: Corpus) -> Mapping[str, set[str]]:
    """By document the vague names that it says the meaning of (区财政局、区农业局（以下简称“各有关部门”）)."""
    told: dict[str, set[str]] = defaultdict(set)
    for duty in corpus.nodes("Duty"):
        told[text(duty.properties, "document")].update(_MEANT.findall(text(duty.properties, "text")))
    return told
