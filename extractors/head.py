"""The head and foot of a document: title, 文号, issuers, addressees, date, what it promulgates and attaches.

The order of the parts is that of GB/T 9704-2012 (标题, 发文字号, 主送机关, 正文, 附件说明, 署名, 成文日期), and that of files
printed from web sites, where the number stands first or is glued to what follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.bodies import cut, split_bodies, squash, stands_alone
from extractors.gazette import NUMBER, YEAR

Span = tuple[int, int]
_DOC = (
    r"(?:通知|意见|决定|方案|办法|规定|公告|通报|批复|函|通告|命令|决议|报告|规划|细则|条例|措施|要点|计划|制度|请示)"
)
_TITLE = re.compile(rf"{_DOC}(?:\s*[（(][^（）()]{{1,14}}[）)])?$")
_CN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "Ｏ": 0, "O": 0}
DATE = re.compile(
    r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|([一二][〇○零九０OＯ一二三四五六七八]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_JUNK = re.compile(
    r"^(?:【|原文链接|索引号|https?:|发布日期|来源|[A-Z]{2,6}[—\-–－]+\d{4}|title:|search:|元数据|全文|有效性|法宝|.{0,8}公报|第.{1,4}期)"
)


@dataclass(slots=True)
class Head:
    """What the head says; `body` is where the body begins, `proofs` the spans in the clean text, by field."""

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


def iso(match: re.Match[str]) -> str | None:
    """The ISO date of a match of `DATE`; None where there is no such day."""
    import datetime

    if match.group(1):
        year, month, day = (int(match.group(i)) for i in (1, 2, 3))
    else:
        year = int("".join(str(_CN.get(c, 0)) for c in match.group(4)))
        month, day = _han(match.group(5)), _han(match.group(6))
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _han(text: str) -> int:
    if "十" not in text:
        return _CN.get(text, 0)
    tens, _, ones = text.partition("十")
    return (_CN.get(tens, 1) if tens else 1) * 10 + (_CN.get(ones, 0) if ones else 0)


def number_of(text: str) -> str:
    """A 文号 without white space."""
    return squash(text)


_ADDRESS = re.compile(
    r"^((?:各|驻|[\u4e00-\u9fff]{1,20}(?:政府|办事处|委员会|委|局|厅|部|单位|公司|支部|社区|机关|院|校|处|所|集团|室|部门))[^。；：:\n《》]{0,400})[：:]"
)


def read_head(text: str, kind: str = "text") -> Head:
    """The head of the document whose clean text is `text`. What is not said stays empty."""
    head = Head()
    lines = _lines(text)
    title: list[tuple[int, int]] = []
    done = False
    for i, (a, b) in enumerate(lines[:24]):
        line = text[a:b]
        flat = squash(line)
        if _JUNK.match(flat):
            if match := re.match(r"[A-Z]{2,6}[—\-–－]+\d{4}[—\-–－]+\d+$", flat):
                head.registration = match.group()
                head.proofs["registration"] = [(a, b)]
            continue
        if match := re.match(rf"[（(]?({NUMBER})[）)]?$", flat):
            if head.number is None:
                head.number = match.group(1)
                head.proofs["number"] = [(a, b)]
            elif done:
                break
            continue
        address = _ADDRESS.match(line)
        if address and not re.match(r"附\s*件|联系", line) and (i < 12) and _addressed(address.group(1)):
            head.addressees = []
            for x, y in _split_addressees(address.group(1)):
                head.addressees.append(squash(line[x:y]))
                head.proofs.setdefault("addressees", []).append((a + x, a + y))
            head.body = a + address.end()
            break
        if (
            done
            or re.search("[。；]", line)
            or (len(line) > 120)
            or re.match(r"[一二三四五]、|第一[章条]|[（(]一[）)]", line)
            or "\t" in line
        ):
            if not title and (
                match := re.match(rf"([^。；：]{{6,140}}?{_DOC}(?:[（(][^（）()]{{1,14}}[）)])?)\s", line)
            ):
                title = [(a, a + match.end(1))]
            head.body = a
            break
        title.append((a, b))
        if _TITLE.search(flat) and "关于" in squash("".join(text[x:y] for x, y in title)):
            done = True
        head.body = b
    _title(head, text, title)
    _issuers(head, text)
    _dates(head, text)
    _enclosed(head, text)
    return head


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines of the head; what is glued to a number or a title is cut from it."""
    out: list[tuple[int, int]] = []
    at = 0
    for line in text[:6000].split("\n"):
        if line.strip():
            a, b = at, at + len(line)
            if len(out) < 3:
                match = re.match(rf"[（(]?{NUMBER}[）)]?[\s\-—]*", line)
                if match and match.end() < len(line):
                    out.append((a, a + len(match.group().rstrip(" -—"))))
                    a += match.end()
                    line = line[match.end() :]
                glued = re.match(
                    rf"([^。；：:\n]{{8,160}}?的(?:通知|意见|决定|通报|批复|函)|[^。；：:]{{4,60}}关于印发《[^》]+》的通知)\s*(?=({NUMBER})?\s*(?:各|[\u4e00-\u9fff]{{2,12}}(?:政府|局|委|部)))([（(]?{NUMBER}[）)]?)?",
                    line,
                )
                if (
                    glued
                    and glued.end() < len(line) - 2
                    and re.match(r"\s*(?:各|[\u4e00-\u9fff、]{2,40}[：:])", line[glued.end() :])
                ):
                    out.append((a, a + glued.end(1)))
                    if glued.group(3):
                        out.append((a + glued.start(3), a + glued.end(3)))
                    a += glued.end()
            if a < b:
                out.append((a, b))
        at += len(line) + 1 if out and out[-1][1] == at + len(line) else (b - at) + 1 if line.strip() else 1
    return out


def _addressed(text: str) -> bool:
    parts = [squash(text[a:b]) for a, b in _split_addressees(text)]
    good = sum(stands_alone(p) or p.startswith("各") or p.endswith(("社区", "校", "者", "处")) for p in parts)
    return bool(parts) and good >= max(1, len(parts) - 1)


def _split_addressees(text: str) -> list[Span]:
    parts: list[Span] = []
    for a, b in cut(text, "，,；;"):
        pieces = cut(text[a:b], "、")
        names = [squash(text[a:b][x:y]) for x, y in pieces]
        if all(stands_alone(n) or n.endswith(("社区",)) for n in names):
            parts += [(a + x, a + y) for x, y in pieces]
        else:
            for x, y in _merge(text[a:b]):
                parts.append((a + x, a + y))
    return [_trim(text, a, b) for a, b in parts]


def _merge(text: str) -> list[Span]:
    """Parts at 、 each of which ends in a part that stands alone."""
    out: list[Span] = []
    start: int | None = None
    pieces = cut(text, "、")
    for i, (a, b) in enumerate(pieces):
        start = a if start is None else start
        name = squash(text[a:b])
        if stands_alone(name) or name.endswith("社区") or i == len(pieces) - 1:
            out.append((start, b))
            start = None
    return out


def _trim(text: str, a: int, b: int) -> Span:
    while a < b and text[a] in " \t":
        a += 1
    while b > a and text[b - 1] in " \t":
        b -= 1
    return a, b


def _title(head: Head, text: str, spans: list[Span]) -> None:
    spans = [
        (a, b) for a, b in spans if not DATE.match(squash(text[a:b])) and not re.match(r"^[（(].*[）)]$", text[a:b])
    ]
    while spans and not _TITLE.search(squash(text[spans[-1][0] : spans[-1][1]])) and len(spans) > 1:
        spans.pop()
    if not spans:
        return
    title = squash("".join(text[a:b] for a, b in spans))
    if len(title) < 6 or not (_TITLE.search(title) or "关于" in title or re.search("规定$|方案$|名单$|分工$", title)):
        return
    if len(spans) == 2 and squash(text[spans[0][0] : spans[0][1]]) == squash(text[spans[1][0] : spans[1][1]]):
        title, spans = squash(text[spans[0][0] : spans[0][1]]), spans[:1]
    head.title = title
    head.proofs["title"] = [(spans[0][0], spans[-1][1])]


def _issuers(head: Head, text: str) -> None:
    if head.title and (match := re.match(r"(.{3,60}?)(?:关于|转发|印发)", head.title)):
        name = match.group(1)
        if stands_alone(name) or name.endswith(("办公室", "办公厅")):
            pieces = [squash(name[a:b]) for a, b in cut(name, "、 ")]
            head.issuers = pieces if all(map(stands_alone, pieces)) else [name]
            head.proofs["issuers"] = [head.proofs["title"][0]] * len(head.issuers)
            return
    for match in re.finditer(
        r"(?:^|\n|[。）!！] ?)\s*([\u4e00-\u9fff（）“” ]{3,60})\n?\s*(?:[（(][^（）]*代章[）)])?\s*(?=\n?\s*(?:(?:19|20)\d{2}\s*年|[一二][〇○零九]))",
        text,
    ):
        names = match.group(1).split(" ")
        names = [
            n
            for n in (
                squash(n)
                for n in (names if all(stands_alone(n) and len(n) > 3 for n in names if n) else [match.group(1)])
            )
            if n
        ]
        if all(stands_alone(n) for n in names) and len(names[0]) > 3 and "关于" not in names[0]:
            head.issuers = [n.lstrip("。") for n in names]
            head.proofs["issuers"] = [(match.start(1), match.end(1))] * len(names)
            return


def _dates(head: Head, text: str) -> None:
    signature = None
    for match in DATE.finditer(text):
        before, after = text[: match.start()].rstrip(" \n\t"), text[match.end() :].lstrip(" ")
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        alone = (not line or any(line.endswith(i) for i in head.issuers) or stands_alone(line) and len(line) < 40) and (
            not after or after[0] in "\n（( "
        )
        glued = bool(head.issuers) and any(squash(before[-60:]).endswith(i) for i in head.issuers)
        if (alone or glued) and "印发" not in after[:3]:
            signature = match
            break
    if signature is None:
        signature = (
            re.search(rf"(?<=\n)\s*[（(]?({DATE.pattern})[^\n]{{0,60}}通过", text) and DATE.search(text[:400]) or None
        )
    if signature is not None and (date := iso(signature)):
        head.date = date
        head.proofs["date"] = [(signature.start(), signature.end())]
    force = re.search(rf"自\s*({DATE.pattern})\s*起(?:施行|实施|执行|生效)", text)
    if force and (match := DATE.search(force.group())):
        head.effective_from = iso(match)
        head.proofs["effective_from"] = [force.span()]
    until = re.search(
        rf"(?:有效期至|至|到)\s*({DATE.pattern})\s*(?:止|失效)?", text[force.end() : force.end() + 40] if force else ""
    )
    if force and until and (match := DATE.search(until.group())):
        head.effective_to = iso(match)
        head.proofs["effective_to"] = [(force.end() + until.start(), force.end() + until.end())]
    if match := re.search(r"由([^，。；：\n]{2,30}?)(?:负责解释|解释)", text):
        head.interpreter = squash(match.group(1)).removesuffix("负责")
        head.proofs["interpreter"] = [match.span(1)]


_CARRIED = re.compile(
    r"(?:印发|发布|公布|批转|转发|下发|制定了?|制定的|将|现将)?《((?:[^《》]|《[^《》]*》)+)》[^。]{0,60}?(?:印发|已经|发布|转发|公布|经[^。]{2,40}?(?:同意|通过|审议))"
)


def _enclosed(head: Head, text: str) -> None:
    found: dict[str, Span] = {}
    lead = text[head.body : head.body + 700]
    stop = re.search(r"\n[^\n]{0,40}\n?\s*(?:19|20)\d{2}年|\n[一二]、", lead)
    lead = lead[: stop.start()] if stop else lead
    if head.title and re.search("印发|转发|发布|批转|下发", head.title):
        for match in re.finditer(r"《((?:[^《》]|《[^《》]*》)+)》", lead):
            around = lead[max(0, match.start() - 4) : match.start()], lead[match.end() : match.end() + 160]
            sentence = around[1].split("。")[0]
            if re.search(
                "印发给|印发你|转发给|予以印发|现印发|予以发布|下发给|请遵照|请认真|请结合|发给你", sentence
            ) and not re.search(r"(?:根据|按照|依据|贯彻|落实)[^，]{0,20}$", lead[: match.start()]):
                found[squash(match.group(1))] = (head.body + match.start(1), head.body + match.end(1))
    if not found and head.title and (match := re.search(r"(?:印发|转发|发布)(.+)的通知", head.title)):
        inner = match.group(1)
        for part in inner.split("》和《") if "《" in inner else re.split(r"(?<=方案)和|(?<=意见)和|(?<=办法)和", inner):
            name = part.strip("《》")
            if place := re.search(r"\n\s*(" + r"\s*".join(map(re.escape, name)) + r")\s*(?=\n)", text[head.body :]):
                found[name] = (head.body + place.start(1), head.body + place.end(1))
            elif "title" in head.proofs:
                found[name] = head.proofs["title"][0]
    head.promulgates = list(found)
    if found:
        head.proofs["promulgates"] = list(found.values())
    _attachments(head, text)


def _attachments(head: Head, text: str) -> None:
    found: dict[str, Span] = {}
    for match in re.finditer(r"(?:^|\n|[。） ])\s*附\s*件\s*[：:]\s*(?=\S)", text):
        at = match.end()
        for line in text[at:].split("\n")[:14]:
            item = re.match(r"\s*(?:(\d{1,2})\s*[.．、]\s*)?(.{3,80}?)\s*(?:\.?docx?|\.?pdf|\.?xlsx?)?$", line)
            first = at == match.end()
            if not item or "\t" in line or re.search("[。；]$", line) or (not first and not item.group(1)):
                break
            for part in re.finditer(
                r"(?:(?<=\s)|^)(?:\d{1,2}\s*[.．、]\s*)?([^\s\d.][^\n]*?)(?=\s+\d{1,2}[.．、]|$)", line.strip()
            ):
                name = squash(part.group(1)).strip("《》")
                name = re.sub(r"(?:19|20)\d{2}年\d+月\d+日.*$", "", name)
                if 2 < len(name) < 70 and not re.search("[。；：]", name):
                    offset = at + line.find(part.group(1))
                    found.setdefault(name, (offset, offset + len(part.group(1))))
            at += len(line) + 1
            if not item.group(1):
                break
    if not found:
        for match in re.finditer(r"\n\s*附\s*件\s*\d*\s*\n\s*([^\n\t。：]{4,60})\n", text):
            found.setdefault(squash(match.group(1)), match.span(1))
    found = {n: s for n, s in found.items() if n not in head.promulgates}
    head.attachments = list(found)
    if found:
        head.proofs["attachments"] = list(found.values())
