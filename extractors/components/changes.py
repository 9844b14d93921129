"""What a document does to bodies and to items of administrative power."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import split_bodies, squash, stands_alone
from extractors.components.page import Page, page_of, put
from extractors.facts import Change, ChangeKind

Found = dict[tuple[str, str, str | None], tuple[int, int, Change]]
_BODY = r"[\u4e00-\u9fff（）()\d]{2,40}?"
_WHAT = r"(?:机构、人员编制和相关执法职责|机构、人员编制和职责|(?:部分)?人员编制和相关执法职责|人员编制|机构编制|[\u4e00-\u9fff、]{0,16}(?:职责|职能|权力|编制))"
_RENAME = re.compile(
    rf"(?:将)?([\u4e00-\u9fff、（）()]{{3,40}}?)(?:更名为|改名为|改称为?|变更为|调整更名为)([\u4e00-\u9fff]{{3,40}}?)(?=[，。；（(\n]|，|$)"
)
_PLATE = re.compile(r"加挂([\u4e00-\u9fff]{3,30}?)(?:的)?牌子")
_UNDER = re.compile(
    r"(?:隶属(?:于)?|归)([\u4e00-\u9fff]{3,30}?)(?:领导|管理)?(?=[，。；\n])|由([\u4e00-\u9fff]{3,30}?)管理的(?:国家局|机构)|是([\u4e00-\u9fff]{3,30}?)管理的"
)
_ABOLISH = re.compile(r"撤销([^。；，：\n]{2,120})")
_SET = re.compile(
    r"(?:设立|成立|组建|新设|新组建|建立)([\u4e00-\u9fff0-9“”]{2,40}?(?:局|委|办|中心|大队|中队|支队|站|所|处|村|社区|居委会|村委会|仲裁委员会|中心组织|组织|公司))(?=[，。；、）\n]|，|$)"
)
_MOVE = re.compile(
    r"将([^。；]{4,260}?)(?:整建制)?(?:整合)?(?:划转至|划转给|划转到|划转|划入|划归|移交给|移交至|移交|划出至|交由|并入|转隶至|转隶到)(?:至|到|给)?([\u4e00-\u9fff]{3,40}?)(?=[，。；（承]|$)"
)


@Language.component("dutygraph_changes")
def changes(doc: Doc) -> Doc:
    """Write the span group `changes`."""
    page = page_of(doc)
    found: Found = {}
    for block in page.outline.blocks:
        if block.start < page.head.body or page.in_roster(block):
            continue
        if block.row:
            continue
        _read(page, block.text, block.start, found)
    _licences(page, found)
    put(doc, "changes", sorted(found.values(), key=lambda f: f[0]))
    return doc


def _add(page: Page, found: Found, kind: ChangeKind, subject: str, obj: str | None, a: int, b: int, rule: str) -> None:
    subject, obj = squash(subject), squash(obj) if obj else None
    if len(subject) < 2 or re.search("[。；：《》]", subject):
        return
    found.setdefault(
        (kind, subject, obj),
        (a, b, Change(**page.place(a, b), rule=rule, kind=kind, subject=subject, object=obj)),
    )


def _read(page: Page, text: str, at: int, found: Found) -> None:
    subject = ""
    for match in _RENAME.finditer(text):
        old = re.sub(r"^.*(?:将|把|，)", "", match.group(1))
        if not stands_alone(old) or not stands_alone(match.group(2)):
            continue
        _add(page, found, "rename", old, match.group(2), at + match.start(), at + match.end(), "change.rename")
        subject = match.group(2)
    for match in _PLATE.finditer(text):
        before = text[: match.start()]
        if re.search("不再$", before):
            continue
        body = re.search(
            r"(?:更名为|组建|设立|^|[，。；])([\u4e00-\u9fff]{3,30}?(?:局|委员会|办公室|中心|办|委|大队))[（(，]?$",
            before,
        )
        if body:
            _add(
                page,
                found,
                "plate",
                body.group(1),
                match.group(1),
                at + match.start(),
                at + match.end(),
                "change.plate",
            )
    for match in _UNDER.finditer(text):
        above = next(g for g in match.groups() if g)
        who = _subject(text[: match.start()])
        if who and stands_alone(above):
            _add(page, found, "subordinate", who, above, at + match.start(), at + match.end(), "change.subordinate")
    for match in _ABOLISH.finditer(text):
        listed = re.split(r"设立|，|合并|组建", match.group(1))[0]
        if re.search(r"受理窗口|案件|许可|决定$|处分", listed):
            continue
        for a, b in split_bodies(re.sub(r"等\d+个.*$", "", listed)):
            name = squash(listed[a:b])
            if stands_alone(name) or re.search("(?:村|社区|镇|乡|街道)$", name):
                p = at + match.start(1) + a
                _add(page, found, "abolish", name, None, p, p + len(listed[a:b]), "change.abolish")
    for match in _SET.finditer(text):
        name = match.group(1)
        if re.search(r"^(?:一批|一个|若干|由|相关|专门|健全|以|了|各|领导)|领导小组|工作组", name):
            continue
        if not re.search(r"(?:撤销|合并|设立|组建|成立)", text[max(0, match.start() - 60) : match.end()]):
            continue
        if text[match.start() : match.start() + 2] == "建立":
            continue
        _add(page, found, "establish", name, None, at + match.start(1), at + match.end(1), "change.establish")
    for match in _MOVE.finditer(text):
        _moved(page, match, at, found)


def _subject(before: str) -> str | None:
    """The body that the sentence before speaks of: the last one that stands at the start of a clause."""
    sentence = re.split("。", before)[-1]
    best = None
    for match in re.finditer(
        r"(?:^|[，；]|更名为|划入|整合划入|纳入|保留|移交)([\u4e00-\u9fff]{3,30}?(?:局|委员会|办公室|中心|大队|中队|支队|站|所|处|稽查队|队|公司))(?=[，；（仍为是]|$)",
        sentence,
    ):
        best = match.group(1)
    return best


def _moved(page: Page, match: re.Match[str], at: int, found: Found) -> None:
    target = squash(match.group(2))
    if not stands_alone(target):
        return
    source = match.group(1)
    offset = at + match.start(1)
    last = 0
    for what in re.finditer(
        r"(?:原|的|所承担的|承担的|所属的)?(机构、人员编制和(?:相关)?(?:执法)?职责|(?:部分)?人员编制和(?:相关)?(?:执法)?职责|(?:财政拨款)?(?:事业)?编制|[\u4e00-\u9fff、]{0,14}?(?:职责|职能|权力))(?=[，、和]|$)",
        source,
    ):
        listed = source[last : what.start()]
        last = what.end()
        kinds: list[ChangeKind] = []
        word = what.group(1)
        if "机构" in word:
            kinds.append("merge_into")
        if "人员" in word or "编制" in word:
            kinds.append("transfer_staff")
        if re.search("职责|职能|权力", word):
            kinds.append("transfer_duty")
        for a, b in split_bodies(listed):
            name = re.sub(r"(?:原|承担|相关|行政)+$", "", squash(listed[a:b]))
            if not stands_alone(name):
                continue
            for kind in kinds:
                p = offset + source.find(listed) + a
                _add(page, found, kind, name, target, p, p + (b - a), f"change.{kind}")


def _licences(page: Page, found: Found) -> None:
    heads: list[str] = []
    for block in page.outline.blocks:
        if not block.row:
            continue
        cells = [squash(block.cell(k)) for k in range(len(block.cells))]
        if any("项目名称" in c or "事项名称" in c for c in cells) and any("实施机关" in c for c in cells):
            heads = cells
            continue
        if heads and len(cells) >= len(heads) - 1:
            name = next((k for k, h in enumerate(heads) if "项目名称" in h or "事项名称" in h), None)
            organ = next((k for k, h in enumerate(heads) if "实施机关" in h), None)
            if (
                name is None
                or organ is None
                or max(name, organ) >= len(cells)
                or not any("取消" in c[:6] for c in cells)
            ):
                continue
            a, b = block.cells[name]
            _add(page, found, "cancel_item", cells[name], cells[organ], a, b, "change.cancel_item")
