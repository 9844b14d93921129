"""Other normative and policy texts that a document names: by 《title》, by 文号, or by both."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import squash
from extractors.components.page import page_of, put
from extractors.facts import Citation
from extractors.lexicons.documents import NUMBER, YEAR
from extractors.lexicons.citations import DOCUMENT_ENDS, FORM_ENDS

_ORDER = r"(?:[\u4e00-\u9fff]{2,20}令\s*(?:第\s*\d+\s*号|〔\d{4}〕\s*\d+\s*号|\d{4}年第\d+号)|中华人民共和国主席令第[^号]{1,8}号)"
_STANDARD = r"(?:GB|GBJ|JGJ|CJJ|HJ|DB\d*|CJ|NY|WS|AQ|JT)(?:/T)?\s?\d+(?:\.\d+)?(?:[—\-–－]+\d{2,4})?"
_CITED = rf"(?:{NUMBER}|{_ORDER}|{_STANDARD})"
_BOOK = re.compile(
    rf"《((?:[^《》\n]|《[^《》]*》)+)》(?:\s*[（(](?:(?:试行|暂行|(?:19|20)\d{{2}}年?[^）)]{{0,6}})[）)]\s*[（(])?\s*({_CITED})[^（）()]{{0,30}}[）)])?"
)
_BARE = re.compile(_CITED)
_GOOD = re.compile(rf"(?:{DOCUMENT_ENDS})(?:[（(][^（）()]*[）)])?(?:补充规定)?$")
_FORM = re.compile(rf"(?:{FORM_ENDS})$")
_BASIS = re.compile(
    r"(依据|根据|按照|遵照|依照|贯彻落实|贯彻|落实|执行|参照|结合|对照|符合|违反|转发)[^。；，、《]{0,24}$"
)
_LEAD = re.compile(
    r"^(?:.*(?:贯彻落实|贯彻|落实|根据|按照|依据|遵照|执行|转发|以及|和|与|及|的|以|关于|于|由|经|据|到|见|对))(?=[\u4e00-\u9fffA-Z]{1,12}[〔\[［【（(])"
)
_SHORT = re.compile(r"以下(?:统一)?(?:简称|称)[^《》（）]{0,6}《([^《》]+)》")


def bare_number(text: str) -> str:
    """A 文号 of running text without the words before the issuer's code."""
    text = squash(text)
    return _LEAD.sub("", text) or text


@Language.component("dutygraph_citations")
def citations(doc: Doc) -> Doc:
    """Write the span group `citations`."""
    page = page_of(doc)
    text, head = page.text, page.head
    own = {squash(t).strip("《》") for t in (head.title, *head.promulgates, *head.attachments) if t}
    own |= {re.sub(r"^.{2,30}?关于", "关于", t) for t in own}
    short = {squash(m.group(1)) for m in _SHORT.finditer(text)}
    found: dict[str, tuple[int, int, Citation]] = {}
    numbers: set[str] = set()
    covered: list[tuple[int, int]] = []
    for match in _BOOK.finditer(text):
        title, number = squash(match.group(1)), match.group(2)
        number = bare_number(number) if number else None
        covered.append(match.span())
        if title in own or any(
            title == o or (len(title) > 8 and (o.endswith(title) or title.endswith(o))) for o in own
        ):
            continue
        if number is None:
            if (
                title in short
                or len(title) < 2
                or (len(title) <= 4 and not title.endswith(("法", "宪法", "条例")) and not _GOOD.search(title))
            ):
                continue
            if len(title) <= 4 and title in (
                "意见",
                "通知",
                "方案",
                "办法",
                "规定",
                "条例",
                "规划",
                "纲要",
                "细则",
                "决定",
                "标准",
                "计划",
                "措施",
                "通则",
                "规范",
                "指南",
                "建议",
            ):
                continue
            if not _GOOD.search(title) or (_FORM.search(title) and not title.endswith("守则")):
                continue
            if any(s for s in short if title == s):
                continue
        key = number or title
        if key in found or title in {c.title for _, _, c in found.values()} or (number and number in numbers):
            continue
        if number:
            numbers.add(number)
        basis = _BASIS.search(text[max(0, match.start() - 40) : match.start()])
        where = match.start() if text[match.start()] == "《" else match.start(1)
        found[key] = (
            where,
            match.end(),
            Citation(
                **page.place(where, match.end()),
                rule="citation.title+number" if number else "citation.title",
                title=title,
                number=number,
                basis=basis.group(1) if basis else None,
                relation=_relation(text, match.end()),
            ),
        )
    body = head.body
    for match in _BARE.finditer(text):
        if any(a <= match.start() < b for a, b in covered):
            continue
        number = bare_number(match.group())
        if (
            squash(number) == squash(head.number or "")
            or number in numbers
            or re.match(r"^(?:的|号|年)?[〔\[（(【]", number)
        ):
            continue
        if match.start() < body and not (head.title and squash(number) in head.title):
            continue
        if not re.search(r"\d", number) or re.match("ISO", number):
            continue
        numbers.add(number)
        start = match.end() - len(match.group()) + max(0, match.group().find(number[:2]))
        found[number] = (
            start,
            match.end(),
            Citation(**page.place(start, match.end()), rule="citation.number", number=number),
        )
    put(doc, "citations", sorted(found.values(), key=lambda f: f[0]))
    known = [c.quote for _, _, c in found.values()]
    for match in re.finditer(rf"[\u4e00-\u9fff]{{1,8}}{YEAR}\s*\d+", text):
        number = squash(match.group())
        if (
            not any(number in squash(k) for k in known)
            and number not in squash((head.number or "") + (head.title or ""))
            and not any(number[-8:] in n for n in numbers)
        ):
            if not any(a <= match.start() < b for a, b in covered):
                page.doubt("number", *match.span(), "looks like a 文号 and was not read as one")
    return doc


def _relation(text: str, end: int) -> str:  # type: ignore[return]
    after = text[end : end + 40]
    if re.match(r"[^。；，《]{0,12}(?:同时)?(?:废止|停止执行|失效)", after):
        return "repeals"
    if re.match(r"[^。；，《]{0,8}(?:作如下修改|予以修改|修改为)", after):
        return "amends"
    return "cites"
