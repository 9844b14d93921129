"""The texts that a document carries: what it promulgates (印发《……》), its attachments (附件), and where they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.bodies import squash
from extractors.lexicons.documents import DATE, NUMBER, TITLE_KINDS
from extractors.lexicons.heads import CLOSING
from extractors.outline import Part
from extractors.signature import bodies_in

Span = tuple[int, int]
Named = tuple[str, Span]

_BOOK = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_CARRIES = r"(?:重新)?(?:印发|转发|公布|发布|下发|下达|批转|颁布|予以公告)"
_CARRIED = re.compile(
    rf"""
    (?:现|予以|一并|特此|联合|随文|特)[^，。；《]{{0,16}}?{_CARRIES}
    | {_CARRIES}(?:给|你|至|如下)
    | ，\s*请(?:各[^，。；]{{1,6}})?(?:结合|认真|遵照|按照|参照|贯彻|抓好|组织)
    """,
    re.X,
)
"""Words by which a notice hands over the text that it has just named."""

_CARRYING = re.compile("(?:^|[。\\n])\\s*(?:现|特|兹)予?(?:重新)?(?:公布|发布|印发|颁布)$")
"""Words by which an order hands over the text that it names next: 现公布《……》."""

_BASIS = re.compile(r"(?:根据|按照|依据|依照|遵照|贯彻|落实|为了|对照|参照|执行)[^，。；]{0,40}$")
_AS_BASIS = re.compile(r"[^，。；《》]{0,30}?(?:精神|要求|规定|部署|(?<![及和与])有关)")
_CITED = re.compile(rf"\s*[（(]\s*{NUMBER}[^（）()]*[）)]")
_SHORT = re.compile("(?:简称|称)[：:]?$")
_NEXT_SENTENCE = re.compile(r"。(?:经[^。《]{2,30}，|特)?\s*(?:现|请|予以)")

_LEAD = 1200
"""The characters behind the addressees in which a notice says what it carries."""

_LEAD_END = re.compile(
    r"\n\s*(?:[一二]、|第一[章条]|[（(]一[）)])|\n[^\n]{0,40}\n?\s*(?:19|20)\d{2}\s*年\s*\d+\s*月\s*\d+\s*日\s*\n"
)
_IN_TITLE = re.compile(r"(?:印发|转发|发布|批转|下发)(?P<names>.+)的(?:通知|通报|公告|决定)$")
_AND = re.compile(r"(?<=方案)和|(?<=意见)和|(?<=办法)和|(?<=细则)和|(?<=规定)和|》和《|》《|》、《")
_FOLLOWS = re.compile(rf"(?P<name>[\u4e00-\u9fff“”（）]{{6,60}}(?:{TITLE_KINDS}))如下[：:]")


def read_promulgated(text: str, body: int, title: str | None, place: Sequence[Span]) -> list[Named]:
    """The texts that the document promulgates, with their places; `title` stands at `place`."""
    lead = text[body : body + _LEAD]
    if stop := _LEAD_END.search(lead):
        lead = lead[: stop.start()]
    found = dict(_handed_over(lead, body))
    if not found and title:
        found = dict(_named_in_title(text, body, title, place)) or dict(_follows(lead, body, title))
    return list(found.items())


def _handed_over(lead: str, body: int) -> Iterator[Named]:
    """The texts that the words hand over; one handed over by its short name (现将《指南》印发) is the text it means."""
    named: Named | None = None
    short: dict[str, Named] = {}
    for match in _BOOK.finditer(lead):
        title = squash(match.group(1))
        if named and _SHORT.search(lead, 0, match.start()):
            short[title] = named
            continue
        named = short.get(title, (title, (body + match.start(1), body + match.end(1))))
        behind = lead[match.end() : match.end() + 240]
        cited = _CITED.match(behind)
        sentence = re.split("。", behind, maxsplit=1)[0]
        if _NEXT_SENTENCE.match(behind[len(sentence) :]):
            sentence = behind[: len(sentence) + 60]
        carried = _CARRIED.search(sentence)
        before = lead[: match.start()]
        if _CARRYING.search(before):
            yield named
            continue
        if carried is None or (cited and "转发" not in carried.group()):
            continue
        if _BASIS.search(before) or _AS_BASIS.match(behind[cited.end() if cited else 0 :]):
            continue
        yield named


def _named_in_title(text: str, body: int, title: str, place: Sequence[Span]) -> Iterator[Named]:
    """What the title says is promulgated, at its own heading in the text (else in the title)."""
    inner = _IN_TITLE.search(title)
    for part in _AND.split(inner["names"]) if inner else ():
        name = part.strip("《》")
        heading = re.compile(r"\n\s*(" + r"\s*".join(map(re.escape, name)) + r")\s*(?=\n)").search(text, body)
        if heading is not None:
            yield name, heading.span(1)
        elif place:
            yield name, place[0]


def _follows(lead: str, body: int, title: str) -> Iterator[Named]:
    """A plan that the notice prints as its own body (……工作方案如下：) and that its title names."""
    for match in _FOLLOWS.finditer(lead):
        if any(title.endswith(match["name"][i:] + "的通知") for i in range(len(match["name"]) - 6)):
            yield match["name"], (body + match.start("name"), body + match.end("name"))


# ---- attachments

_OPEN = re.compile(
    r"""
    (?:^|(?<=[\n。）)；\s])) 附\s*(?:件|表|录)?\s*
    (?: \d{0,2}(?:-\d{1,2})?\s*[：:][^\S\n]*(?=\S)
      | [：:]?\s*(?=[1１]\s*[.．、][^\S\n]*\S)
      | \d{1,2}(?:-\d{1,2})?[.．、][^\S\n]*(?=\S) )
    """,
    re.X,
)
"""What opens a list of attachments: 附件：名单, 附件：1. 名单, 附件2.名单, and 附件 over a line that begins with 1."""

_NUMBERED = re.compile(r"\s*(?:[（(]?\d{1,2}\s*[.．、)）]?\s*(?=\D)|一、|①)")
_HEADING = re.compile(r"\n\s*附\s*(?:件|表)\s*[\d一二三四五六七八九十]*\s*[：:.]?\s*\n\s*([^\n\t。：]{4,60})\n")
_FILE = re.compile(r"\s*(?:[（(]\d+[）)])?\.?(?:docx?|pdf|xlsx?|wps|zip|rar)$", re.I)
_AFTER_BOOK = re.compile("(?<=》)(?=[^》]+$)")
_MOST = 20
_LONGEST = 80


def read_attachments(text: str, body: int, known: set[str], issuers: Sequence[str]) -> list[Named]:
    """The attachments that the text lists, or has as headings; not what is `known` (its title, what it carries)."""
    found: dict[str, Span] = {}
    for opened in _OPEN.finditer(text, body):
        for start, end in _items(text, opened.end()):
            stop = _stop(text[start:end], issuers)
            if span := _name(text, start, start + stop):
                found.setdefault(squash(text[slice(*span)]).strip("《》"), span)
            if text[start + stop : end].strip("；; \n"):
                break
    if not found:
        for heading in _HEADING.finditer(text, body):
            found.setdefault(squash(heading.group(1)), heading.span(1))
    return [(name, span) for name, span in found.items() if name not in known]


def _items(text: str, start: int) -> Iterator[Span]:
    """The (start, end) of the items of the list that begins at `start`: 1. 2. 3., or the one that has no number."""
    end = _line_end(text, start)
    if "\t" in text[start:end]:
        return
    if _NUMBERED.match(text, start, end) is None:
        yield start, end
        return
    number = 1
    for _ in range(_MOST):
        edges, number = _markers(text, start, end, number)
        if not edges:
            return
        spans = zip(edges, [*(mark for mark, _ in edges[1:]), (end)], strict=True)
        for (_, a), b in spans:
            last = b == end
            wrapped = _wrapped(text, a, end, number) if last else end
            yield a, wrapped if last else b
            end = wrapped
        start = end + 1
        end = _line_end(text, start)
        if start >= len(text) or "\t" in text[start:end]:
            return


def _markers(text: str, start: int, end: int, number: int) -> tuple[list[Span], int]:
    """Where in the line the items `number`, `number` + 1 ... have their mark: its start and its end; and the number of
    the next item.
    """
    edges: list[Span] = []
    at = start
    while match := _marker(number).search(text, at, end):
        if not edges and text[start : match.start()].strip():
            break
        edges.append(match.span())
        at, number = match.end(), number + (match["part"] is None)
    return edges, number


_HAN = "〇一二三四五六七八九十"
"""The Chinese figures, each at its number."""


def _marker(number: int) -> re.Pattern[str]:
    """What marks an item (3. name, （3）name, 三、name, 3-1. name), or a `part` of the item before it (2-2. name)."""
    wide = "".join(chr(ord(char) + 0xFEE0) for char in str(number))
    before = str(number - 1)
    return re.compile(
        rf"""
        (?<!\d) (?<!\d[-－—]) [（(]?
        (?: (?:{number}|{wide}) (?:[-－—]\d{{1,2}}(?=\D))? | (?P<part>{before}[-－—]\d{{1,2}}) )
        (?: \s*[.．、)）]\s*(?=(?:19|20)\d\d|[^\d\s]) | \s*(?=[^\d\s.．年月日%％、)）]) )
        | (?<![\d\u4e00-\u9fff]) {_HAN[min(number, 10)]} 、\s*(?=\S)
        | {chr(ord("①") + number - 1)} \s*(?=\S)
        """,
        re.X,
    )


def _wrapped(text: str, start: int, end: int, number: int) -> int:
    """The end of the item from `start` on that goes on in the next line: one that closes its bracket (（2020/年）), or
    one without a number, before the one with the next number."""
    after = _line_end(text, end + 1)
    row = text[end + 1 : after]
    following = text[after + 1 : after + 8]
    if text.count("（", start, end) > text.count("）", start, end) and re.fullmatch(
        r"\s*[^（）\t。：]{1,12}）\s*", row
    ):
        return after
    if 0 < len(row) < 40 and not re.search(r"[\t。：]|\d", row) and _marker(number).match(following):
        return after
    return end


_LONGEST_ITEM = 600
"""Characters of an item in which its name ends."""


def _stop(item: str, issuers: Sequence[str]) -> int:
    """Where in an item its name ends: a page printed in one line glues a signature or the next text to the last one."""
    near = item[:_LONGEST_ITEM]
    days = [day for day in DATE.finditer(near) if near.count("（", 0, day.start()) == near.count("）", 0, day.start())]
    stops = [match.start() for match in (CLOSING.search(near), *days, re.search(r"[。；]", near)) if match]
    stops += [
        at for issuer in issuers if (at := item.find(issuer)) > 3 and not item[at + len(issuer) :].strip(" \n（(")
    ]
    stops += [match.start() for match in re.finditer(r"\s+", near) if _new_text(near[match.end() :], issuers)]
    stops += [match.start() for match in _AFTER_BOOK.finditer(near) if _goes_on(near[match.end() :], issuers)]
    return min(stops, default=len(item))


def _goes_on(rest: str, issuers: Sequence[str]) -> bool:
    """Whether the number of the text, or a signature, stands here, behind the title of the last attachment."""
    return bool(_CITED.match(rest)) or _new_text(rest, issuers)


def _name(text: str, start: int, end: int) -> Span | None:
    """The name in an item, without brackets and file endings; None where it is none."""
    item = text[start:end]
    if "\t" in item:
        return None
    item = _FILE.sub("", item.rstrip()).rstrip("；;。， ")
    lead = len(item) - len(item.lstrip("《 \n"))
    name = squash(item).strip("《》")
    if not 3 <= len(name) <= _LONGEST or re.search("[：:]", name):
        return None
    return start + lead, start + len(item)


def _new_text(rest: str, issuers: Sequence[str]) -> bool:
    """Whether a signature or a new text begins here, behind the last attachment."""
    token = re.split(r"\s", rest, maxsplit=1)[0]
    signed = any(squash(rest).startswith(issuer) for issuer in issuers)
    return signed or bool(bodies_in(token)) or bool(DATE.match(rest)) or rest.startswith(("（此件", "(此件"))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


# ---- where they begin

_ENCLOSURE = re.compile(r"附\s*(?:件|表)\s*[\d一二三四五六七八九十]*\s*[：:.]?$")
_LINES_OF_HEADING = 3


def find_parts(text: str, body: int, names: Sequence[str]) -> list[Part]:
    """The enclosed texts that are printed behind the body: at a heading that has one of the `names`, or at 附件1."""
    wanted = {_plain(name): name for name in names}
    lines = [match.span() for match in re.compile(r"[^\n]+").finditer(text, body)]
    parts: list[Part] = []
    for i, (start, end) in enumerate(lines):
        if parts and start < parts[-1].end:
            continue
        heading = ""
        for a, b in lines[i : i + _LINES_OF_HEADING]:
            heading += _plain(text[a:b])
            if heading in wanted:
                parts.append(Part(start, b, wanted[heading]))
                break
        else:
            if _ENCLOSURE.match(text[start:end]) and not _named_below(
                text, lines[i + 1 : i + 1 + _LINES_OF_HEADING], wanted
            ):
                parts.append(Part(start, end, squash(text[start:end]).rstrip("：:.")))
    return parts


def _named_below(text: str, lines: Sequence[Span], wanted: Mapping[str, str]) -> bool:
    """Whether the lines under 附件1 are the heading that names it."""
    heading = ""
    for a, b in lines:
        heading += _plain(text[a:b])
        if heading in wanted:
            return True
    return False


_MARKS = re.compile(r"[《》〈〉“”\s]")


def _plain(name: str) -> str:
    return _MARKS.sub("", name)
