"""What was not understood: places that look like a fact and became none, documents that lack something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors import facts as F
from graph.identity import DocumentIndex
from graph.stores import Store

_UNPLACED = """
MATCH (d:Document)-[r:MENTIONS]->(a:Agency)
WHERE NOT a.vague AND NOT a.collective
  AND (a.place IS NULL AND a.level IS NULL OR a.place IS NOT NULL AND a.id STARTS WITH d.id + '/')
RETURN d.text_sha256, d.source, r.start, r.end, r.quote ORDER BY d.source, r.start, a.id
"""

_LACKS = (
    ("number", "no document number was found: the document is known by its title"),
    ("title", "no title was found"),
    ("date", "no date of issue was found: its deadlines cannot be dated"),
)


CAPTIONS: Mapping[str, str] = {
    "no number": "没有读到文号，以标题识别",
    "no title": "没有读到标题",
    "no date": "没有读到成文日期，时限无法换算",
    "shared number": "不同的文件用了同一文号",
    "head": "文件头部要素不全或可疑",
    "name": "说不清是哪个单位",
    "number": "像文号而没有读作文号",
    "citation": "像引用而没有读懂",
    "date": "像日期而没有读懂",
    "deadline": "时限无法换算成日期",
    "duty": "像任务而没有读出承担单位",
    "table": "表格没有读懂",
    "roster": "像名单而没有读懂",
    "change": "像机构变动而没有读懂",
    "recognised": "文字由图片识别，须与原件核对",
    "damaged": "文字有损坏，须与原件核对",
}
"""What the kinds of doubts are called; one that is not here goes by its name in the program."""

REASONS: Mapping[str, str] = {
    "no document number was found: the document is known by its title": "没有读到文号，以标题识别",
    "no number": "没有读到文号",
    "no title was found": "没有读到标题",
    "no title": "没有读到标题",
    "no date of issue was found: its deadlines cannot be dated": "没有读到成文日期，时限无法换算",
    "no date": "没有读到成文日期",
    "another text has the same number": "另有文件用了同一文号",
    "no one can say which body this is": "无法判定是哪个单位",
    "the date is that of printing": "成文日期取自印发日期",
    "the date is that of publication": "成文日期取自发布日期",
    "the labels around the text tell another number": "正文与信息表的文号不一致，以正文为准；信息表",
    "the labels around the text tell another date": "正文与信息表的成文日期不一致，以正文为准；信息表",
    "the labels around the text tell another issuer": "正文与信息表的发文机关不一致，以正文为准；信息表",
    "a title that does not say what kind of document it is": "标题没有写明文种",
    "looks like a 文号 and was not read as one": "像文号而没有读作文号",
    "read from a picture (OCR)": "由图片识别（OCR）",
    "bytes that are no character": "有的字节不成字",
    "a label without a task": "有责任标签而没有任务",
    "a bracket with words of duty that names no body": "括号里有职责用语而没有单位名称",
    "moves duties of a body that is not named": "划转职责而没有写明原单位",
    "a sentence too long to read": "句子太长，没有读",
    "no group to which it belongs": "名单不知属于哪个机构",
    "the model reads a person here, no rule does": "模型读作人名，规则没有读出",
    "the model reads a body here, no rule does": "模型读作单位，规则没有读出",
    "it is no date": "不能换算成日期",
    "which days are worked is not in the text": "哪些天是工作日，文中没有写",
    "a period that begins on a day that the text does not tell": "期间从哪天起算，文中没有写",
    "a term that begins on a day that the text does not tell": "期限从哪天起算，文中没有写",
    "a day that the calendar does not fix": "公历上没有固定的日子",
    "a month that another event tells": "月份要由另一事项确定",
    "a day that another event tells": "日子要由另一事项确定",
    "no year is told, and the document has no date": "没有写年份，文件也没有成文日期",
    "no date of the document to count from": "没有成文日期可以起算",
    "no day of the document's force to count from": "没有施行日期可以起算",
    "the words name no day of a calendar": "没有指明某一天",
    "more than one day": "不止一天",
    "a week that the text does not date": "文中没有写明是哪一周",
    "a short name that two of the texts named before it may have": "前面有两个文件可用这一简称，不知指哪个",
}
"""What a reader of the documents is told in place of a reason in the program's own words."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A place in a source, and why it is doubtful. `kind`: what it may be, or what is lacking (no date).

    `text_sha256` tells the document.
    """

    kind: str
    text_sha256: str
    source: str
    start: int
    end: int
    quote: str
    why: str

    @property
    def reason(self) -> str:
        """Why, in Chinese: the program's own words where it has none; what follows a colon is a detail."""
        if self.why in REASONS:
            return REASONS[self.why]
        said, _, detail = self.why.partition(": ")
        return f"{REASONS.get(said, said)}：{REASONS.get(detail, detail)}" if detail else said


def doubts(documents: Sequence[F.Document], store: Store) -> list[Doubted]:
    """All doubts, by source and place."""
    found = [
        Doubted(doubt.kind, document.text_sha256, document.source, doubt.start, doubt.end, doubt.quote, doubt.why)
        for document in documents
        for doubt in document.doubts
    ]
    found += _lacking(documents) + _same_number(documents) + _unplaced(store)
    return sorted(found, key=lambda doubt: (doubt.source, doubt.start, doubt.kind, doubt.end))


def _lacking(documents: Sequence[F.Document]) -> list[Doubted]:
    return [
        Doubted(
            f"no {field}", document.text_sha256, document.source, document.start, document.end, _name(document), why
        )
        for document in documents
        for field, why in _LACKS
        if getattr(document, field) is None
    ]


def _same_number(documents: Sequence[F.Document]) -> list[Doubted]:
    """Documents with one 文号 and different texts: all are kept."""
    return [
        Doubted(
            "shared number",
            documents[at].text_sha256,
            documents[at].source,
            documents[at].start,
            documents[at].end,
            documents[at].number or "",
            "another text has the same number: " + ", ".join(documents[o].source for o in group if o != at),
        )
        for group in DocumentIndex(documents).conflicts
        for at in group
    ]


def _unplaced(store: Store) -> list[Doubted]:
    """Bodies of no known place, or that several in a place may be: each is one body in one document only."""
    why = "no one can say which body this is"
    return [
        Doubted("name", str(text_sha256), str(source), start, end, str(quote), why)
        for text_sha256, source, start, end, quote in store.query(_UNPLACED).rows
        if isinstance(start, int) and isinstance(end, int)
    ]


def _name(document: F.Document) -> str:
    return document.title or document.number or ""
