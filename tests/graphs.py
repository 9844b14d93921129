"""A small graph of an invented county, and what the tests of the graph side share."""

from __future__ import annotations

from graph.schema import check
from graph.tables import Node, Properties, Relationship, Tables, Value

PLAN, NOTICE, LAW, REFORM, OLD = (
    "临政发〔2018〕12号",
    "临政办发〔2018〕30号",
    "安全生产法",
    "临发〔2019〕1号",
    "临政发〔2015〕7号",
)
QUARRY = "加强石料场安全监管"


def county() -> Tables:
    """Two plans, a reform and a law: duties with and without a lead, a roster, a renamed and an abolished body."""
    tables = Tables()

    def node(kind: str, id_: str, /, **properties: Value) -> None:
        tables.add_node(Node(kind, id_, {"name": id_, **properties}))

    def edge(type_: str, start: tuple[str, str], end: tuple[str, str], document: str, /, **properties: Value) -> None:
        proof: Properties = {
            "document": document,
            "start": 10,
            "end": 14,
            "quote": "原文如此",
            "rule": "test",
            "confidence": 1.0,
        }
        id_ = f"{type_}:{start[1]}>{end[1]}@{document}{properties.get('role', '')}"
        tables.add_relationship(Relationship(type_, id_, *start, *end, {**proof, **properties}))

    def document(id_: str, level: str, /, *, here: bool = True, **properties: Value) -> None:
        node("Document", id_, title=f"关于{id_}的文件", level=level, in_corpus=here, **properties)

    def duty(id_: str, text: str, source: str, owners: dict[str, str], /, **properties: Value) -> None:
        vague = all(owner == "有关部门" for owner in owners)
        node(
            "Duty",
            id_,
            text=text,
            document=source,
            provision="一/1",
            start=20,
            end=30,
            quote=text,
            rule="test",
            form="bracket",
            vague=vague,
            confidence=1.0,
            **properties,
        )
        edge("STATED_IN", ("Duty", id_), ("Provision", f"{source}#一/1"), source)
        for owner, role in owners.items():
            edge("OWNS", ("Agency", owner), ("Duty", id_), source, role=role, as_written=owner)

    document(PLAN, "county", number=PLAN, date="2018-03-01", year=2018, source="plan.txt", sources=["plan.txt"])
    document(NOTICE, "county", number=NOTICE, date="2019-06-01", year=2019, source="notice.txt", sources=["notice.txt"])
    document(REFORM, "county", number=REFORM, date="2019-01-10", year=2019, source="reform.txt", sources=["reform.txt"])
    document(LAW, "national", here=False, cited=2)
    document(OLD, "municipal", here=False, number=OLD, year=2015, cited=1)
    for source in (PLAN, NOTICE):
        node("Provision", f"{source}#一/1", path="一/1", label="1", heading="任务", document=source, start=15, end=40)
        edge("CONTAINS", ("Document", source), ("Provision", f"{source}#一/1"), source)
    node("Jurisdiction", "临溪县", level="county")
    for id_, forms in {
        "临溪县安监局": ["县安监局", "安监局"],
        "临溪县应急局": ["县应急局"],
        "临溪县财政局": ["县财政局"],
        "临溪县盐务局": ["县盐务局"],
        "临溪县人民政府": ["县政府"],
    }.items():
        node("Agency", id_, names=forms, level="county", collective=False, vague=False, joined=[f"{forms[0]}: place"])
        edge("IN", ("Agency", id_), ("Jurisdiction", "临溪县"), PLAN)
    node("Agency", "有关部门", names=["有关部门"], collective=True, vague=True)
    for source in (PLAN, NOTICE, REFORM):
        edge("ISSUED_BY", ("Document", source), ("Agency", "临溪县人民政府"), source)
    edge("ADDRESSED_TO", ("Document", PLAN), ("Agency", "临溪县财政局"), PLAN)
    edge("CITES", ("Document", PLAN), ("Document", LAW), PLAN, basis="根据")
    edge("CITES", ("Document", NOTICE), ("Document", PLAN), NOTICE, basis="按照")
    edge("CITES", ("Document", NOTICE), ("Document", LAW), NOTICE)
    edge("CITES", ("Document", PLAN), ("Document", OLD), PLAN)
    duty(
        "d1",
        QUARRY,
        PLAN,
        {"临溪县安监局": "lead", "临溪县财政局": "support"},
        deadline="2018年6月底前",
        due="2018-06-30",
    )
    duty("d2", QUARRY, NOTICE, {"临溪县应急局": "lead", "临溪县财政局": "responsible"}, due="2019-12-31")
    duty("d3", "做好宣传工作", NOTICE, {"有关部门": "responsible"})
    duty("d4", "落实资金", NOTICE, {"临溪县财政局": "responsible", "临溪县安监局": "responsible"})
    edge("RESTATES", ("Duty", "d2"), ("Duty", "d1"), NOTICE, score=1.0, original=QUARRY)
    edge("BASED_ON", ("Duty", "d2"), ("Document", PLAN), NOTICE, basis="按照", article="第二条")
    edge("BASED_ON", ("Document", PLAN), ("Document", LAW), PLAN, basis="根据")
    edge("RENAMED_TO", ("Agency", "临溪县安监局"), ("Agency", "临溪县应急局"), REFORM)
    edge("RENAMES", ("Document", REFORM), ("Agency", "临溪县安监局"), REFORM)
    edge("ABOLISHES", ("Document", REFORM), ("Agency", "临溪县盐务局"), REFORM)
    for group in ("临溪县安委会", "临溪县防汛指挥部"):
        node("LeadingGroup", group, names=[group[3:]], established=True)
        edge("ESTABLISHES", ("Document", PLAN), ("LeadingGroup", group), PLAN)
        edge("OFFICE_IN", ("LeadingGroup", group), ("Agency", "临溪县安监局"), PLAN)
        edge("MEMBER_OF", ("Person", "王明"), ("LeadingGroup", group), PLAN, role="组长", rank=1)
    node("Person", "王明", posts=["县长"])
    node("Post", "县财政局局长", names=["县财政局局长"], title="局长")
    edge("POST_IN", ("Post", "县财政局局长"), ("Agency", "临溪县财政局"), PLAN)
    node("Post", "县长", names=["县长"], title="县长")
    edge("HOLDS", ("Person", "王明"), ("Post", "县长"), PLAN)
    edge("MEMBER_OF", ("Post", "县财政局局长"), ("LeadingGroup", "临溪县安委会"), PLAN, role="成员", rank=2)
    edge("MEMBER_OF", ("Agency", "临溪县应急局"), ("LeadingGroup", "临溪县安委会"), PLAN, role="成员", rank=3)
    edge("HEADS_OFFICE_OF", ("Person", "王明"), ("LeadingGroup", "临溪县安委会"), PLAN)
    node("Licence", "食盐准运证", place="临溪县")
    edge("CANCELS", ("Document", REFORM), ("Licence", "食盐准运证"), REFORM)
    edge("ADMINISTERS", ("Agency", "临溪县盐务局"), ("Licence", "食盐准运证"), REFORM)
    if wrong := check(tables):
        raise ValueError(f"the graph of the tests breaks the schema: {wrong}")
    return tables
