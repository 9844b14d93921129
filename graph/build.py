"""Facts of all documents -> the tables of the graph.

A pure function: the same documents in any order give equal tables. What two names have in common is decided in
`graph.identity`; here it is only written down, each relationship with the place that proves it.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors import facts as F
from extractors.bodies import stands_alone
from extractors.sources import place_at
from graph.draft import Draft, End, Proof, digest
from graph.identity import (
    Body,
    Context,
    DocumentIndex,
    Place,
    PostKey,
    body,
    context_of,
    contexts_of_provisions,
    document_level,
    group,
    person,
    posts,
)
from graph.identity.sets import in_full, members
from graph.identity.text import normal, outer
from graph.restates import Stated, restated
from graph.schema import is_day
from graph.tables import Tables, Value


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more different texts that bear one number: all are kept."""

    number: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The tables, and the numbers that different texts share."""

    tables: Tables
    conflicts: tuple[Conflict, ...]


def build(documents: Sequence[F.Document]) -> Built:
    """The graph of the documents. The order in which they are given does not matter."""
    index = DocumentIndex(documents)
    draft = Draft()
    for document, id_ in zip(documents, index.ids, strict=True):
        _Writer(draft, index, document, id_).write()
    for cited, count in Counter(cited for _, cited in set(draft.related("CITES"))).items():
        draft.node(cited.label, cited.id, cited=count)
    _restate(draft, index, documents)
    conflicts = tuple(
        Conflict(documents[group_[0]].number or "", tuple(sorted(index.ids[at] for at in group_)))
        for group_ in index.conflicts
    )
    return Built(draft.tables(), conflicts)


def _restate(draft: Draft, index: DocumentIndex, documents: Sequence[F.Document]) -> None:
    """Relate each duty to those of earlier documents that it says again; of one day the higher document is earlier."""
    orders: dict[str, tuple[str, int, str]] = {}
    for document, id_ in zip(documents, index.ids, strict=True):
        level = context_of(document, id_).level
        orders[id_] = min(orders.get(id_, _LAST), (_since(document, level), _LEVELS.index(level or "village"), id_))
    known = dict(draft.nodes("Duty"))
    stated = [
        Stated(id_, str(duty["document"]), str(duty["text"]), orders[str(duty["document"])])
        for id_, duty in known.items()
    ]
    for pair in restated(stated):
        again, original = known[pair.id], known[pair.original]
        start, end = again["start"], again["end"]
        if isinstance(start, int) and isinstance(end, int):
            position = str(again.get("position", ""))
            proof = Proof(str(again["document"]), start, end, str(again["quote"]), "duty.restates", position=position)
            draft.relate(
                "RESTATES",
                End("Duty", pair.id),
                End("Duty", pair.original),
                proof,
                score=pair.score,
                original=original["quote"],
            )


class _Writer:
    """Writes one document's facts into the draft."""

    def __init__(self, draft: Draft, index: DocumentIndex, document: F.Document, id_: str) -> None:
        self.draft = draft
        self.index = index
        self.document = document
        self.context: Context = context_of(document, id_)
        self.contexts = contexts_of_provisions(document, self.context)
        self.starts = sorted((provision.start, provision.path) for provision in document.provisions)
        self.here = End("Document", id_)
        self.id = id_
        self.level = document_level(document.number, document.title, document.issuers, self.context.place)
        self.issuers = {(cited.title, cited.number): cited.issuer for cited in document.citations}
        self.groups: dict[str, End] = {}
        self.people: dict[str, End] = {}
        self.provisions: dict[str, End] = {}

    def write(self) -> None:
        """All of it, in the order in which later parts need earlier ones."""
        self._head()
        self._provisions()
        self._citations()
        self._people()
        self._groups()
        self._duties()
        self._changes()
        self._mentions()

    # -- proofs and nodes that many parts need ---------------------------------------------------------------------

    def _proof(self, fact: F.Fact) -> Proof:
        return self._at(fact.start, fact.end, fact.quote, fact.rule, fact.confidence)

    def _at(self, start: int, end: int, quote: str, rule: str, confidence: float = 1.0) -> Proof:
        position = place_at(self.document.places, start)
        return Proof(self.id, start, end, quote, rule, confidence, position)

    def _context(self, at: int) -> Context:
        """The context of a name that stands at `at`: that of the provision that holds it."""
        before = bisect.bisect_right(self.starts, at, key=lambda start: start[0])
        return self.contexts[self.starts[before - 1][1] if before else ""]

    def _head_proof(self, field: str, at: int, quote: str) -> Proof:
        """The place of a value of the head; the document's own span where the head does not tell it."""
        spans = self.document.proofs.get(field, ())
        start, end = spans[at] if at < len(spans) else (self.document.start, self.document.end)
        return self._at(start, end, quote, f"head.{field}")

    def _place(self, place: Place | None, proof: Proof) -> End | None:
        """The node of a place, and of the places above it."""
        if place is None:
            return None
        here = self.draft.node("Jurisdiction", place.id, name=place.name, code=place.code, level=place.level)
        above = self._place(place.above, proof)
        if above is not None:
            self.draft.relate("PART_OF", here, above, proof)
        return here

    def _agency(self, name: str, proof: Proof) -> End:
        """The node of the body that `name` means in this document."""
        known = body(name, self._context(proof.start))
        end = self._body(known, proof)
        self.draft.form(end, name, known.rules)
        if written := _official(name, known):
            self.draft.node(end.label, end.id, name=written)
        return end

    def _body(self, known: Body, proof: Proof) -> End:
        end = self.draft.node(
            "Agency",
            known.id,
            name=known.name,
            office=known.office,
            level=known.level,
            place=known.place.id if known.place else None,
            collective=known.collective,
            vague=known.vague,
        )
        place = self._place(known.place, proof)
        if place is not None:
            self.draft.relate("IN", end, place, proof)
        return end

    def _owner(self, name: str, proof: Proof) -> End:
        """The group of this document that has the name, else the agency."""
        known = group(name, self.context)
        return self._group_node(name, proof) if known.id in self.groups else self._agency(name, proof)

    def _posts(self, texts: Sequence[str], proof: Proof) -> list[End]:
        """The nodes of the posts of one person (or of one seat without a name)."""
        known = posts(texts, self._context(proof.start))
        return [self._post(text, post, proof) for text, post in zip(texts, known, strict=True)]

    def _post(self, text: str, known: PostKey, proof: Proof) -> End:
        end = self.draft.node("Post", known.id, name=known.name, title=known.title)
        self.draft.form(end, text)
        if known.body is not None:
            agency = self._body(known.body, proof)
            self.draft.relate("POST_IN", end, agency, proof)
        return end

    # -- head ------------------------------------------------------------------------------------------------------

    def _head(self) -> None:
        document = self.document
        self.draft.node(
            "Document",
            self.id,
            name=document.title or document.number or document.source,
            number=document.number,
            title=document.title,
            date=document.date,
            year=_year(document.number, document.date),
            level=self.level,
            issuers=list(document.issuers),
            in_corpus=True,
            **_in_force(document.effective_from),
            effective_to=document.effective_to,
            registration=document.registration,
            source=document.source,
            start=document.start,
            end=document.end,
            text_sha256=document.text_sha256,
        )
        self.draft.listed(self.here, "sources", *(document.sources or (document.source,)))
        for at, name in enumerate(document.issuers):
            proof = self._head_proof("issuers", at, name)
            self.draft.relate("ISSUED_BY", self.here, self._agency(name, proof), proof)
        for at, (name, full) in enumerate(zip(document.addressees, in_full(document.addressees), strict=True)):
            proof = self._head_proof("addressees", at, name)
            self.draft.relate("ADDRESSED_TO", self.here, self._agency(full, proof), proof)
        for kind, field, titles in (
            ("PROMULGATES", "promulgates", document.promulgates),
            ("ATTACHES", "attachments", document.attachments),
        ):
            for at, title in enumerate(titles):
                self._enclosed(kind, title, self._head_proof(field, at, title))
        if document.gazette is not None:
            self._gazette(document.gazette)

    def _enclosed(self, kind: str, title: str, proof: Proof) -> None:
        """A text that the document carries: a document of its own, known by its title within its carrier."""
        enclosed = self.draft.node(
            "Document",
            f"{self.id}#{title}",
            name=title,
            title=title,
            level=self.level,
            in_corpus=True,
            source=self.document.source,
            start=proof.start,
            end=proof.end,
        )
        self.draft.relate(kind, self.here, enclosed, proof)

    def _gazette(self, gazette: F.Gazette) -> None:
        parts = [gazette.title]
        parts += [f"{gazette.year}年"] if gazette.year else []
        parts += [f"第{gazette.issue}期"] if gazette.issue else []
        name = "".join(parts)
        end = self.draft.node("Gazette", name, name=name, issue=gazette.issue, year=gazette.year)
        quote = self.document.title or self.document.number or ""
        self.draft.relate("PRINTED_IN", self.here, end, self._head_proof("title", 0, quote))

    # -- body ------------------------------------------------------------------------------------------------------

    def _provisions(self) -> None:
        for provision in self.document.provisions:
            end = self.draft.node(
                "Provision",
                f"{self.id}#{provision.path}",
                name=f"{provision.path} {provision.heading}".strip(),
                path=provision.path,
                label=provision.label,
                heading=provision.heading,
                document=self.id,
                start=provision.start,
                end=provision.end,
            )
            above = self.provisions.get(provision.parent, self.here)
            proof = self._at(provision.start, provision.end, provision.heading, "outline")
            self.draft.relate("CONTAINS", above, end, proof)
            self.provisions[provision.path] = end

    def _citations(self) -> None:
        for citation in self.document.citations:
            cited = self.index.resolve(citation.title, citation.number, self.context, citation.issuer)
            if cited.id == self.id:
                continue
            end = End("Document", cited.id)
            if not cited.in_corpus:
                self.draft.node(
                    "Document",
                    cited.id,
                    name=cited.name,
                    number=cited.number,
                    title=cited.title,
                    level=cited.level,
                    year=_year(cited.number, None),
                    in_corpus=False,
                )
            proof = self._proof(citation)
            self.draft.relate("CITES", self.here, end, proof, basis=citation.basis)
            if citation.relation != "cites":
                self.draft.relate(citation.relation.upper(), self.here, end, proof)
        self._based_on(self.here, self.document.authorities)

    def _based_on(self, end: End, authorities: Sequence[F.Authority]) -> None:
        """Relate a document or a duty to the cited documents that it rests on."""
        for authority in authorities:
            issuer = self.issuers.get((authority.title, authority.number))
            cited = self.index.resolve(authority.title, authority.number, self.context, issuer)
            if cited.id != self.id:
                basis, article = authority.basis, authority.article
                rests_on = End("Document", cited.id)
                self.draft.relate("BASED_ON", end, rests_on, self._proof(authority), basis=basis, article=article)

    def _person(self, name: str, held: Sequence[str], agency: str | None, proof: Proof) -> End:
        known = person(name, held, agency, self.context)
        end = self.draft.node("Person", known.id, name=known.name, place=known.place.id if known.place else None)
        if held:
            self.draft.listed(end, "posts", *held)
        for post in self._posts(held, proof):
            self.draft.relate("HOLDS", end, post, proof)
        if agency:
            self.draft.relate("AFFILIATED_WITH", end, self._agency(agency, proof), proof)
        return end

    def _people(self) -> None:
        for fact in self.document.people:
            proof = self._proof(fact)
            end = self._person(fact.name, fact.posts, fact.agency, proof)
            self.people[fact.name] = end
            self.draft.relate("MENTIONS", self.here, end, proof, count=1)

    def _group_node(self, name: str, proof: Proof) -> End:
        known = group(name, self.context)
        end = self.draft.node(
            "LeadingGroup", known.id, name=known.name, place=known.place.id if known.place else None, established=False
        )
        self.draft.form(end, name)
        self._place(known.place, proof)
        self.groups[known.id] = end
        return end

    def _groups(self) -> None:
        for fact in self.document.groups:
            proof = self._proof(fact)
            end = self._group_node(fact.name, proof)
            if fact.established:
                self.draft.node(end.label, end.id, established=True)
                self.draft.relate("ESTABLISHES", self.here, end, proof)
            for member in fact.members:
                self._member(end, member)
            if fact.office_host:
                place = self._at(*(fact.office_span or (fact.start, fact.end)), fact.office_host, "group.office")
                self.draft.relate("OFFICE_IN", end, self._agency(fact.office_host, place), place)
            if fact.office_director:
                span = fact.director_span or (fact.start, fact.end)
                place = self._at(*span, fact.office_director, "group.director")
                named = self.people.get(fact.office_director)
                for head in [named] if named else self._posts((fact.office_director,), place):
                    self.draft.relate("HEADS_OFFICE_OF", head, end, place)

    def _member(self, seat: End, member: F.Member) -> None:
        proof = self._proof(member)
        role, rank = member.role or "", member.rank
        if member.person:
            who = [self.people.get(member.person) or self._person(member.person, member.posts, member.agency, proof)]
        elif member.posts:
            who = self._posts(member.posts, proof)
        elif member.agency:
            who = [self._agency(member.agency, proof)]
        else:
            who = []
        for one in who:
            self.draft.relate("MEMBER_OF", one, seat, proof, role=role, rank=rank)

    def _duties(self) -> None:
        tasks: dict[tuple[int, int, str, str], list[F.Duty]] = defaultdict(list)
        for duty in self.document.duties:
            tasks[duty.text_start, duty.text_end, duty.text, duty.deadline or duty.pace or ""].append(duty)
        seen: Counter[tuple[str, str]] = Counter()
        for (_, _, text, when), owners in sorted(tasks.items()):
            ordinal = seen[text, when]
            seen[text, when] += 1
            self._task(digest(self.id, text, when, ordinal), owners)

    def _task(self, id_: str, owners: list[F.Duty]) -> None:
        """One task with all the bodies that it is given to."""
        first = min(owners, key=lambda duty: (duty.start, duty.agency))
        begins, _, ends = (first.due or "").partition("/")
        end = self.draft.node(
            "Duty",
            id_,
            name=first.anchor,
            text=first.text,
            deadline=first.deadline,
            due_from=_day(begins),
            due=_day(ends),
            recurrence=first.recurrence,
            pace=first.pace,
            modality=next((duty.modality for duty in owners if duty.modality), None),
            object=next((duty.object for duty in owners if duty.object), None),
            form=first.form,
            vague=all(duty.vague for duty in owners),
            document=self.id,
            provision=first.provision,
            start=first.text_start,
            end=first.text_end,
            quote=first.text_quote or first.text,
            position=place_at(self.document.places, first.text_start),
            rule=first.rule,
            confidence=min(duty.confidence for duty in owners),
        )
        proof = self._proof(first)
        self.draft.relate("STATED_IN", end, self.provisions.get(first.provision, self.here), proof)
        for duty in owners:
            self._based_on(end, duty.authorities)
        for duty in owners:
            place = self._proof(duty)
            for name in _named(duty.agency):
                self.draft.relate(
                    "OWNS",
                    self._owner(name, place),
                    end,
                    place,
                    role=duty.role,
                    as_written=duty.agency,
                )

    def _changes(self) -> None:
        for change in self.document.changes:
            proof = self._proof(change)
            if change.kind == "cancel_item":
                self._licence(change, proof)
                continue
            subject = self._agency(change.subject, proof)
            if change.kind in _DONE_TO:
                self.draft.relate(_DONE_TO[change.kind], self.here, subject, proof)
            if change.object and change.kind in _BETWEEN:
                self.draft.relate(_BETWEEN[change.kind], subject, self._agency(change.object, proof), proof)

    def _licence(self, change: F.Change, proof: Proof) -> None:
        place = self.context.place
        key = f"{place.id}/{change.subject}" if place else f"{self.id}#{change.subject}"
        licence = self.draft.node("Licence", key, name=change.subject, place=place.id if place else None)
        self.draft.relate("CANCELS", self.here, licence, proof)
        if change.object:
            self.draft.relate("ADMINISTERS", self._agency(change.object, proof), licence, proof)

    def _mentions(self) -> None:
        places: dict[End, list[Proof]] = defaultdict(list)
        for mention in self.document.mentions:
            proof = self._proof(mention)
            end = (
                self._owner(mention.name, proof) if mention.kind == "agency" else self._group_node(mention.name, proof)
            )
            places[end].append(proof)
        for end, proofs in places.items():
            self.draft.relate("MENTIONS", self.here, end, min(proofs), count=len(proofs))


def _official(form: str, known: Body) -> str | None:
    """A form as an official name: with the place in full, and as the text has it where the table knows a shorter one.

    区文化新闻出版局 of 临溪区 is 临溪区文化新闻出版局. None for a form that says no more than the rules do.
    """
    if known.place is None or known.collective or known.vague or not _PLAIN.fullmatch(form):
        return None
    place = known.place.name
    full = form if form.startswith(place) else f"{place}{form[1:]}" if form[0] == place[-1] else ""
    return full if len(full) > len(known.name) and full[-1] == known.name[-1] else None


def _named(owner: str) -> tuple[str, ...]:
    """The bodies of a name with another one in brackets (区卫计局（区疾控中心）) or of a list (公安、司法等部门)."""
    _, inner = outer(normal(owner))
    return (owner, inner) if inner and _BODY_IN_BRACKETS.match(inner) and stands_alone(inner) else members(owner)


_LEVELS = ("national", "provincial", "municipal", "county", "township", "village")
_LAST = ("~", 0, "")
_PLAIN = re.compile(r"[\u4e00-\u9fff]{4,}")
_BODY_IN_BRACKETS = re.compile("[省市区县旗州镇乡][\u4e00-\u9fff]{2,}$")


def _since(document: F.Document, level: str | None) -> str:
    """The date of a document, or the year of its number, to sort by.

    Where neither is known, one of the state or a province came first and another last: duties are passed down.
    """
    year = _year(document.number, document.date)
    return document.date or (str(year) if year else "" if level in ("national", "provincial") else "9999")


def _year(number: str | None, date: str | None) -> int | None:
    """The year of a number (周政发〔2017〕62号), else of a date."""
    match = _YEAR.search(number or "") or _YEAR.match(date or "")
    return int(match.group()) if match else None


def _in_force(since: str | None) -> dict[str, Value | None]:
    """The day from which on a document is in force, or the words for it where no day can be told (印发之日)."""
    return {"effective_from": since} if is_day(since) else {"effective_words": since}


def _day(end: str) -> str | None:
    """An end of an interval in EDTF, which may be open (..) or not there."""
    return end if end not in ("", "..") else None


_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_DONE_TO = {"abolish": "ABOLISHES", "establish": "CREATES", "rename": "RENAMES"}
_BETWEEN = {
    "rename": "RENAMED_TO",
    "merge_into": "MERGED_INTO",
    "transfer_duty": "TRANSFERS_DUTIES_TO",
    "transfer_staff": "TRANSFERS_STAFF_TO",
    "subordinate": "SUBORDINATE_TO",
    "plate": "ALSO_KNOWN_AS",
}
