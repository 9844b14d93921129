"""The findings: for each kind what is one, what is none, and the proof on both sides."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from corpora import GAZETTE
from graphs import LAW, county
from openpyxl import load_workbook

from graph.cli.main import run
from graph.findings import KINDS, PASSED, Finding, find
from graph.findings.trace import trace
from graph.queries import question
from graph.queries import run as ask
from graph.schema import check
from graph.stores.arcade import ArcadeStore
from graph.tables import Node, Properties, Relationship, Tables, Value
from graph.workspace import Workspace

CITY, PLAN, NOTICE, REFORM = "青政发〔2018〕5号", "临政发〔2018〕12号", "临政办发〔2019〕30号", "临发〔2019〕1号"
DATES = {CITY: "2018-01-05", PLAN: "2018-03-01", REFORM: "2019-01-10", NOTICE: "2019-06-01"}
QUARRY = "加强石料场安全监管，每季度开展一次全面排查"


class World:
    """The tables of an invented county, said in few words; each place is another one."""

    def __init__(self) -> None:
        self.tables = Tables()
        self._places = count(10, 5)
        for document, date in DATES.items():
            self.document(document, date=date, start=0, end=9)

    def document(self, id_: str, /, *, here: bool = True, **properties: Value) -> None:
        known = {"name": f"关于{id_}", "number": id_.partition("#")[0], "in_corpus": here, **properties}
        self.tables.add_node(Node("Document", id_, known))

    def node(self, label: str, id_: str, /, **properties: Value) -> None:
        self.tables.nodes.setdefault((label, id_), Node(label, id_, {"name": id_, **properties}))

    def edge(self, type_: str, start: str, end: str, document: str, /, quote: str = "", **properties: Value) -> None:
        """`start` and `end` are label and id: Agency:县公安局."""
        ends = [part for node in (start, end) for part in node.split(":", 1)]
        at = next(self._places)
        proof: Properties = {"document": document, "start": at, "end": at + 2, "quote": quote or end, "rule": "test"}
        id_ = f"{type_}{start}{end}{document}{properties.get('role', '')}"
        one = Relationship(type_, id_, *ends, {**proof, "confidence": 1.0, **properties})
        self.tables.add_relationship(one)

    def duty(self, id_: str, document: str, owners: dict[str, str], /, task: str = QUARRY, **properties: Value) -> None:
        """`owners`: the role of each; a name with 有关 in it is vague, one with 各 a set."""
        at = next(self._places) * 1000
        vague = all("有关" in owner for owner in owners)
        known: Properties = {"text": task, "quote": task, "document": document, "start": at, "end": at + len(task)}
        known["form"] = "bracket"
        self.node("Duty", id_, **{**known, "vague": vague, **properties})
        for owner, role in owners.items():
            sort: Properties = {"vague": "有关" in owner, "collective": "各" in owner, "level": _level(owner)}
            self.node("Agency", owner, office=owner[1:], **sort)
            self.edge("OWNS", f"Agency:{owner}", f"Duty:{id_}", document, role=role, as_written=owner, quote=owner)


def _level(name: str) -> str:
    return "township" if "镇" in name else "county"


def _found(make: Callable[[World], None], kind: str, day: str | None = None) -> list[Finding]:
    world = World()
    make(world)
    assert not check(world.tables)
    return find(world.tables, [kind] if kind in KINDS else [], day)


# -- bodies that are gone


def _abolished(world: World, document: str, *, created: str = "") -> None:
    world.duty("d1", document, {"县盐务局": "lead"})
    world.edge("ABOLISHES", f"Document:{REFORM}", "Agency:县盐务局", REFORM, quote="撤销县盐务局")
    if created:
        world.edge("CREATES", f"Document:{created}", "Agency:县盐务局", created)


def _renamed(world: World) -> None:
    world.duty("d1", NOTICE, {"县安监局": "lead"})
    world.duty("d2", NOTICE, {"县安监局": "support"}, "落实企业主体责任")
    world.node("Agency", "县应急局")
    world.edge("RENAMED_TO", "Agency:县安监局", "Agency:县应急局", REFORM)
    world.edge("ABOLISHES", f"Document:{REFORM}", "Agency:县安监局", REFORM)


def _stripped(
    words: str, task: str = "加强食盐质量安全监督检查", document: str = NOTICE, **more: bool
) -> Callable[[World], None]:
    """The reform moves from 县盐务局 what the words say to 县市场局; a document gives the task to 县盐务局."""

    def make(world: World) -> None:
        world.duty("d1", document, {"县盐务局": "responsible"}, task)
        world.node("Agency", "县市场局")
        quote = f"县盐务局{words}划转至县市场局"
        world.edge("TRANSFERS_DUTIES_TO", "Agency:县盐务局", "Agency:县市场局", REFORM, quote=quote)
        if more.get("inside"):
            world.edge("SUBORDINATE_TO", "Agency:县市场局", "Agency:县盐务局", REFORM)
        if more.get("merged"):
            world.edge("MERGED_INTO", "Agency:县盐务局", "Agency:县市场局", REFORM)

    return make


def _host(world: World) -> None:
    world.node("LeadingGroup", "县盐业改革领导小组")
    world.node("Agency", "县盐务局")
    world.edge("OFFICE_IN", "LeadingGroup:县盐业改革领导小组", "Agency:县盐务局", PLAN, quote="县盐务局")
    world.edge("ABOLISHES", f"Document:{REFORM}", "Agency:县盐务局", REFORM)


# -- owners


def _owned(**owners: str) -> Callable[[World], None]:
    return lambda world: world.duty("d1", PLAN, owners)


def _bracketed(world: World) -> None:
    world.duty("d1", PLAN, {"县卫健局": "responsible"})
    world.node("Agency", "县疾控中心", names=["县疾控中心"])
    name = "县卫健局（县疾控中心）"
    world.edge("OWNS", "Agency:县疾控中心", "Duty:d1", PLAN, role="responsible", as_written=name)
    world.node("Agency", "县卫健局二", names=["县卫健局"])
    world.edge("OWNS", "Agency:县卫健局二", "Duty:d1", PLAN, role="responsible", as_written=name)
    world.tables.relationships.pop(("OWNS", f"OWNSAgency:县卫健局Duty:d1{PLAN}responsible"))


def _each_its_own(form: str) -> Callable[[World], None]:
    task = "县公安局、县司法局应当按照“谁主管、谁负责”的原则核实记录"
    return lambda world: world.duty("d1", PLAN, {"县公安局": "responsible", "县司法局": "responsible"}, task, form=form)


def _divided(words: str, *, table: str = "") -> Callable[[World], None]:
    """A vague duty in such words, and a task in the table of a document, if there is one."""

    def make(world: World) -> None:
        world.duty("d1", PLAN, {"各有关部门": "responsible"}, f"各有关部门要{words}，制定具体工作方案")
        if table:
            world.duty("d2", table, {"县公安局": "responsible"}, "制定人员安置方案", form="table")

    return make


def _sentence_in_paragraph(world: World) -> None:
    world.duty("d1", PLAN, {"各有关部门": "responsible"}, start=100, end=120)
    world.duty("d2", PLAN, {"县公安局": "lead", "县司法局": "lead"}, start=90, end=200)


def _in_prose(**more: str) -> Callable[[World], None]:
    return lambda world: world.duty("d1", PLAN, {"国家有关部门": "responsible"}, form="prose", **more)


def _apart(world: World) -> None:
    world.duty("d1", PLAN, {"县公安局": "responsible"})
    for _ in range(3):
        next(world._places)
    world.node("Agency", "县司法局")
    world.edge("OWNS", "Agency:县司法局", "Duty:d1", PLAN, role="responsible", as_written="县司法局")


def _defined(world: World) -> None:
    world.duty("d1", PLAN, {"各有关部门": "responsible"})
    world.duty("d2", PLAN, {"县财政局": "responsible"}, "县财政局、县农业局（以下简称“各有关部门”）应当核实数据")


# -- deadlines, documents


def _due(due: str, document: str = PLAN, **more: str) -> Callable[[World], None]:
    return lambda world: world.duty("d1", document, {"县公安局": "lead"}, due=due, deadline="月底前", **more)


def _shared(world: World) -> None:
    world.document(f"{PLAN}#1a2b3c4d", start=0, end=9, date="2018-03-02")


def _piece(world: World) -> None:
    world.document(f"{PLAN}#1a2b3c4d", start=0, end=9)


def _repealed(citing: str, *, based: bool = False, itself: bool = False) -> Callable[[World], None]:
    def make(world: World) -> None:
        old = "临政发〔2010〕3号"
        world.document(old, here=False)
        world.edge("REPEALS", f"Document:{REFORM}", f"Document:{old}", REFORM)
        world.edge("CITES", f"Document:{citing}", f"Document:{old}", citing)
        if based:
            world.edge("BASED_ON", f"Document:{citing}", f"Document:{old}", citing)
        if itself:
            world.edge("REPEALS", f"Document:{citing}", f"Document:{old}", citing)

    return make


def _missing(*citing: str, repeals: bool = False) -> Callable[[World], None]:
    def make(world: World) -> None:
        world.document("国发〔2017〕1号", here=False)
        for document in citing:
            world.edge("CITES", f"Document:{document}", "Document:国发〔2017〕1号", document)
            if repeals:
                world.edge("REPEALS", f"Document:{document}", "Document:国发〔2017〕1号", document)

    return make


# -- groups


def _seats(groups: int, members: int = 1) -> Callable[[World], None]:
    def make(world: World) -> None:
        world.node("Agency", "县公安局", office="公安局")
        world.node("Agency", "县人民政府", office="人民政府")
        for group in range(groups):
            world.node("LeadingGroup", f"第{group}领导小组")
            for member in range(members):
                body = "县公安局" if member % 2 == 0 else "县人民政府"
                world.node("Post", f"职务{member}", title="局长")
                world.edge("MEMBER_OF", f"Post:职务{member}", f"LeadingGroup:第{group}领导小组", PLAN, role="成员")
                if group == 0:
                    world.edge("POST_IN", f"Post:职务{member}", f"Agency:{body}", PLAN)

    return make


def _left(title: str, later: str = NOTICE, *, still: bool = False) -> Callable[[World], None]:
    def make(world: World) -> None:
        world.node("LeadingGroup", "县安委会")
        world.node("Post", "县公安局职务", title=title)
        for person, document in (("王明", PLAN), ("李强", later), *([("王明", NOTICE)] if still else [])):
            world.node("Person", person)
            world.edge("HOLDS", f"Person:{person}", "Post:县公安局职务", document)
        world.edge("MEMBER_OF", "Person:王明", "LeadingGroup:县安委会", PLAN, role="成员")

    return make


# -- the same duty in two documents


def _again(first: str, then: str, /, due: str = "", *, renamed: bool = False) -> Callable[[World], None]:
    def make(world: World) -> None:
        world.duty("d1", CITY, {first: "lead"}, due="2018-06-30")
        world.duty("d2", PLAN, {then: "lead"}, **({"due": due} if due else {}))
        world.edge("RESTATES", "Duty:d2", "Duty:d1", PLAN, score=0.9, original=QUARRY)
        if renamed:
            world.edge("RENAMED_TO", f"Agency:{first}", f"Agency:{then}", REFORM)

    return make


def _passed_down(*left: str, cites: bool = True) -> Callable[[World], None]:
    def make(world: World) -> None:
        _again("市公安局", "县公安局")(world)
        for at, task in enumerate(left):
            world.duty(f"left{at}", CITY, {"市公安局": "lead"}, task)
        if cites:
            world.edge("CITES", f"Document:{PLAN}", f"Document:{CITY}", PLAN)

    return make


@pytest.mark.parametrize(
    ("kind", "make", "severities"),
    [
        pytest.param("gone-body", lambda w: _abolished(w, NOTICE), ["high"], id="given after the end"),
        pytest.param("gone-body", lambda w: _abolished(w, PLAN), ["medium"], id="given before the end"),
        pytest.param("gone-body", lambda w: _abolished(w, REFORM), [], id="the reform itself may speak of it"),
        pytest.param("gone-body", lambda w: _abolished(w, PLAN, created=NOTICE), [], id="set up again later"),
        pytest.param("gone-body", _renamed, ["high"], id="renamed and abolished in one document: one finding"),
        pytest.param("stripped-body", _stripped("食盐质量安全管理职责"), ["high"], id="its field was moved before"),
        pytest.param(
            "stripped-body",
            _stripped("食盐质量安全管理职责", document=PLAN),
            ["medium"],
            id="its field was moved since",
        ),
        pytest.param("stripped-body", _stripped("承担的全部职责"), ["high"], id="all of them were moved"),
        pytest.param("stripped-body", _stripped("相关职责"), [], id="some of them: nobody knows which"),
        pytest.param("stripped-body", _stripped("食盐质量安全管理职责", "开展植树活动"), [], id="another field"),
        pytest.param("stripped-body", _stripped("相关执法职责", "开展执法检查"), ["high"], id="a field of one word"),
        pytest.param("stripped-body", _stripped("除行政处罚权以外的职责"), [], id="all but some"),
        pytest.param("stripped-body", _stripped("食盐质量安全管理职责", document=REFORM), [], id="the reform itself"),
        pytest.param("stripped-body", _stripped("全部职责", inside=True), [], id="a unit of the body takes them"),
        pytest.param("stripped-body", _stripped("全部职责", merged=True), [], id="the body is gone: gone-body says it"),
        pytest.param("gone-host", _host, ["medium"], id="the office of a group"),
        pytest.param("several-leads", _owned(县公安局="lead", 县司法局="lead"), ["medium"], id="two leads"),
        pytest.param("several-leads", _owned(县公安局="lead", 县司法局="support"), [], id="one lead"),
        pytest.param("several-leads", _owned(县公安局="lead", 各街道="lead"), [], id="a set is nobody's rival"),
        pytest.param("no-lead", _owned(县公安局="responsible", 县司法局="responsible"), ["low"], id="side by side"),
        pytest.param("no-lead", _owned(县公安局="responsible", 县司法局="lead"), [], id="one of them leads"),
        pytest.param("no-lead", _owned(县公安局="responsible", 县司法局="support"), [], id="one supports the other"),
        pytest.param("no-lead", _owned(石门镇="responsible", 南桥镇="responsible"), [], id="each town at its place"),
        pytest.param(
            "no-lead", _owned(县安委会="responsible", 县安委会办公室="responsible"), [], id="a group and its office"
        ),
        pytest.param("no-lead", _bracketed, [], id="a body with its centre in brackets"),
        pytest.param("no-lead", _apart, [], id="two cells of a table: each does its part"),
        pytest.param("no-lead", _each_its_own("prose"), [], id="each does what is its own"),
        pytest.param("no-lead", _each_its_own("bracket"), ["low"], id="the principle is of others: a bracket owns"),
        pytest.param("no-lead", _sentence_in_paragraph, [], id="the paragraph has leads"),
        pytest.param("vague-owners", _owned(有关部门="responsible"), ["medium"], id="nobody knows who"),
        pytest.param("vague-owners", _owned(有关部门="support"), [], id="they only help"),
        pytest.param("vague-owners", _owned(有关部门="responsible", 县公安局="lead"), [], id="one is named"),
        pytest.param("vague-owners", _divided("按照各自任务分工", table=PLAN), [], id="the table says who"),
        pytest.param("vague-owners", _divided("按照各自任务分工"), ["medium"], id="no table says who"),
        pytest.param("vague-owners", _divided("按照各自任务分工", table=NOTICE), ["medium"], id="a table of another"),
        pytest.param("vague-owners", _divided("强化分工协作", table=PLAN), ["medium"], id="not what the table divides"),
        pytest.param("vague-owners", _sentence_in_paragraph, [], id="the bracket of the paragraph names them"),
        pytest.param("vague-owners", _owned(县级人民政府及其有关部门="responsible"), [], id="the government is named"),
        pytest.param("vague-owners", _owned(各部门="responsible"), [], id="all of them, whoever they are"),
        pytest.param("vague-owners", _in_prose(modality="obligation"), ["medium"], id="prose that says 应当"),
        pytest.param("vague-owners", _in_prose(), [], id="prose that tells what has been done"),
        pytest.param("vague-owners", _defined, [], id="the document says who is meant"),
        pytest.param("early-deadline", _due("2018-02-28"), ["medium"], id="before the document"),
        pytest.param("early-deadline", _due("2018-03-01"), [], id="the day of the document"),
        pytest.param("early-deadline", _due("2018-02-28", recurrence="FREQ=YEARLY"), [], id="it comes again"),
        pytest.param("later-deadline", _again("市公安局", "县公安局", "2018-12-31"), ["medium"], id="half a year more"),
        pytest.param("later-deadline", _again("市公安局", "县公安局", "2018-05-31"), [], id="sooner"),
        pytest.param("different-leads", _again("市公安局", "县司法局"), ["high"], id="another office"),
        pytest.param("different-leads", _again("市公安局", "县公安局"), [], id="the same office a level below"),
        pytest.param(
            "different-leads", _again("县安监局", "县应急局", renamed=True), [], id="the body under its new name"
        ),
        pytest.param("broken-chain", _passed_down("推进城乡公交一体化，更新新能源车辆"), ["low"], id="left out"),
        pytest.param("broken-chain", _passed_down(QUARRY + "并公布"), [], id="told in other words"),
        pytest.param(
            "broken-chain", _passed_down("推进城乡公交一体化，更新新能源车辆", cites=False), [], id="not cited"
        ),
        pytest.param("shared-number", _shared, ["medium"], id="two texts"),
        pytest.param("shared-number", _piece, [], id="a piece of a text, without a day"),
        pytest.param("repealed-document", _repealed(NOTICE), ["high"], id="cited after the repeal"),
        pytest.param("repealed-document", _repealed(PLAN), [], id="cited before it, in passing"),
        pytest.param(
            "repealed-document", _repealed(PLAN, based=True), ["medium"], id="the authority was repealed since"
        ),
        pytest.param("repealed-document", _repealed(NOTICE, itself=True), [], id="it repeals it too"),
        pytest.param("missing-document", _missing(PLAN), ["low"], id="cited once"),
        pytest.param("missing-document", _missing(PLAN, NOTICE, CITY), ["medium"], id="cited by three"),
        pytest.param("missing-document", _missing(PLAN, repeals=True), [], id="cited to be repealed"),
        pytest.param("left-member", _left("局长"), ["medium"], id="another is the head now"),
        pytest.param("left-member", _left("副局长"), [], id="there are several deputies"),
        pytest.param("left-member", _left("局长", CITY), [], id="the other one was before"),
        pytest.param("left-member", _left("局长", REFORM, still=True), [], id="and is still"),
        pytest.param("many-groups", _seats(4), [], id="four"),
        pytest.param("many-groups", _seats(5, 2), ["low"] * 3, id="two posts and the body; not the government"),
        pytest.param("same-members", _seats(2, 3), ["low"], id="three of three"),
        pytest.param("same-members", _seats(2, 2), [], id="two are few"),
    ],
)
def test_a_finding(kind: str, make: Callable[[World], None], severities: list[str]) -> None:
    found = _found(make, kind)
    assert [one.severity for one in found] == severities
    for one in found:
        assert one.kind == kind
        assert one.reason.endswith("。")
        assert one.here.quote and one.here.start < one.here.end


@pytest.mark.parametrize(
    ("make", "found"),
    [
        pytest.param(_due("2018-06-30"), 1, id="the day before"),
        pytest.param(_due("2018-07-01"), 0, id="it is due today"),
        pytest.param(_due("2020-06-30", NOTICE), 0, id="the document was not there yet"),
        pytest.param(_due("2018-06-30", recurrence="FREQ=YEARLY"), 0, id="it comes again"),
    ],
)
def test_what_has_passed_at_a_day(make: Callable[[World], None], found: int) -> None:
    assert [one.kind for one in _found(make, PASSED, "2018-07-01")] == [PASSED] * found


def test_both_sides_are_proved() -> None:
    [found] = _found(lambda world: _abolished(world, NOTICE), "gone-body")
    assert found.there is not None
    assert (found.here.name, found.here.quote) == (NOTICE, "县盐务局")
    assert (found.there.name, found.there.quote) == (REFORM, "撤销县盐务局")
    assert found.reason == (
        f"县盐务局由{REFORM}（2019-01-10）撤销，其后{NOTICE}（2019-06-01）把“{QUARRY}”一项任务交给它，须明确由谁接续。"
    )


def test_the_order_is_that_of_kinds_severity_and_sources() -> None:
    kinds = ["missing-document", "gone-body"]
    found = find(county(), kinds)
    assert [one.kind for one in found] == ["missing-document"] * 2 + ["gone-body"] * 2
    assert [one.severity for one in found[2:]] == ["high", "medium"]


@pytest.mark.parametrize(
    ("name", "make", "rows"),
    [
        pytest.param("several-leads", _owned(县公安局="lead", 县司法局="lead"), 1, id="two leads"),
        pytest.param("early-deadlines", _due("2018-02-28"), 1, id="before the document"),
        pytest.param("early-deadlines", _due("2018-02-28", recurrence="FREQ=YEARLY"), 0, id="it comes again"),
        pytest.param("cited-repealed", _repealed(NOTICE), 1, id="cited and repealed"),
        pytest.param("cited-repealed", _repealed(NOTICE, itself=True), 0, id="it repeals it too"),
        pytest.param("gone-owners", lambda w: _abolished(w, NOTICE), 1, id="given after the end"),
        pytest.param("gone-owners", lambda w: _abolished(w, REFORM), 0, id="the reform itself may speak of it"),
        pytest.param("stripped-owners", _stripped("食盐质量安全管理职责"), 1, id="its duties were moved"),
        pytest.param("different-leads", _again("市公安局", "县司法局"), 1, id="the same duty"),
    ],
)
def test_the_questions_behind_them(name: str, make: Callable[[World], None], rows: int, tmp_path: Path) -> None:
    world = World()
    make(world)
    with ArcadeStore(tmp_path / "graph") as store:
        store.write(world.tables)
        assert len(ask(question(name), store).rows) == rows


# -- the chain of a duty


def test_the_chain_of_a_duty_from_below_to_the_top() -> None:
    world = World()
    _again("市公安局", "县公安局")(world)
    world.document("国发〔2017〕1号", here=False)
    world.edge("BASED_ON", f"Document:{CITY}", "Document:国发〔2017〕1号", CITY, quote="根据国发〔2017〕1号")
    steps = [(step.height, step.how, step.id) for step in trace(world.tables, "d1")]
    assert steps == [(-1, "RESTATES", "d2"), (0, "", "d1"), (1, "BASED_ON", "国发〔2017〕1号")]
    up = trace(world.tables, "d2")
    assert [(step.height, step.id) for step in up] == [(0, "d2"), (1, "d1"), (2, "国发〔2017〕1号")]
    assert up[1].owners == "市公安局" and up[1].score == 0.9
    assert not up[2].in_corpus and up[2].place.quote == "根据国发〔2017〕1号"


# -- the program


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The county in a folder."""
    with Workspace.open(tmp_path / "county", write=True) as workspace:
        workspace.graph().write(county())
    return tmp_path / "county"


def test_every_kind_stands_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["findings", "--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n      {kind} " in out or f"\n  {kind} " in out or f" {kind} " in out for kind in (*KINDS, PASSED))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["gone"], "no kind gone: gone-body", id="an unknown kind"),
        pytest.param([PASSED], "it needs a day", id="no day"),
        pytest.param(["--date", "2018-13-01"], "--date", id="no such day"),
    ],
)
def test_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["findings", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_trace_takes_words_or_an_id(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", "d1", "--store", str(store), "--format", "json"]) == 0
    assert [(step["height"], step["how"], step["id"]) for step in json.loads(capsys.readouterr().out)] == [
        (-1, "RESTATES", "d2"),
        (0, None, "d1"),
        (1, "BASED_ON", LAW),
    ]
    assert run(["trace", "宣传工作", "--store", str(store)]) == 0
    assert "做好宣传工作" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("石料场", "2 duties have these words: ", id="two"),
        pytest.param("养老", "no such duty in the store", id="none"),
        pytest.param(" ", "no such duty in the store", id="no words"),
    ],
)
def test_trace_guesses_no_duty(words: str, said: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", words, "--store", str(store)]) == 1
    assert said in capsys.readouterr().err


def test_kinds_that_are_not_known_to_be_right_are_asked_for(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    assert [name for name, kind in KINDS.items() if not kind.shown] == ["broken-chain", "shared-number"]
    for more in ([], ["--all"], ["broken-chain"]):
        assert run(["findings", *more, "--store", str(store), "--format", "json"]) == 0
        capsys.readouterr()


def test_a_workbook_is_written_to_a_file(store: Path, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        assert run(["findings", "--store", str(store), "--format", "xlsx", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    assert "已撤并更名的单位仍承担任务" in load_workbook(tmp_path / "one.xlsx").sheetnames


@pytest.mark.skipif(not GAZETTE.exists(), reason="the real gazette is not at hand")
def test_the_real_gazette(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the whole issue shows and no document alone: bodies that are gone and given duties, before and after."""
    store = str(tmp_path / "store")
    assert run(["build", str(GAZETTE), "--store", store]) == 0
    capsys.readouterr()
    assert run(["findings", "gone-body", "--store", store, "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert "盐务局由周政发〔2017〕71号" in out and "撤销" in out
    assert "更名为周村区综合行政执法局" in out
