"""Tasks that a bracket behind them gives: ``...。（责任单位：A、B）``, ``...（A牵头，B配合）``.

A bracket binds all its bodies to the text before it, back to the bracket before; where it stands on a line of its own,
to the paragraph above.
"""

from __future__ import annotations

import re

from extractors.components.duties.assign import (
    DUE_LABELLED,
    LABELLED,
    all_bodies,
    assign,
    due_of,
    has_verb,
    is_label,
    is_note,
    names_of,
)
from extractors.components.duties.collect import Collector, Span
from extractors.components.duties.tasks import task_above
from extractors.lexicons.duties import ASSIGNED_IN, FIRST_LEADS
from extractors.persons import is_plain_name

_INNER = r"(?:[^（）()。]|[（(][^（）()]*[）)]|。(?=[）)]|[^。：）)]{1,8}[：:]|[列排]|以下(?:分工|任务)?均))"
_SQUARED = r"[\[［〔【]\s*(?=[^：:\]］〕】]{2,12}[：:])(?P<squared>[^\[\]［］〔〕【】\n]{4,400})[\]］〕】]"
"""A square bracket with a label in it: ［责任单位：县水利局、县公安局］."""

_BRACKET = re.compile(rf"[（(](?P<inner>{_INNER}{{2,400}}?)[）)]|{_SQUARED}")
_OTHER = re.compile(r"《|以下|下同|见附|附件|试行|[^，]{0,4}(?:包括|不含|含)|例?如|即|或|注[：:]|联系|电话|原")
"""How a bracket begins that says something else."""

_DUE_BESIDE = re.compile(rf"\s*[（(]{DUE_LABELLED.pattern}[）)]")
"""A bracket of its own for the time, behind that of the bodies: （县住建局）|（完成时限：2020年底）."""

_ASSIGNED = re.compile(rf"(?:{ASSIGNED_IN})[^，；]{{0,4}}$")
_NOTE = re.compile(f"《|{FIRST_LEADS}")
_DUTY_WORDS = re.compile(r"牵头(?!人)|责任(?:单位|部门)|配合单位")
_LEAST_SENTENCE, _LEAST_CLAUSE = 12, 8
"""Characters that stand at least before a bracket inside a sentence, and before one that says who leads or helps."""

_SENT_TO = re.compile("(?:报送|上报|报|送|送至|提交|移交|寄)[^，。；、（）]{2,14}(?:部|委|局|厅|署|会|办|中心)$")
"""A body to which a thing goes, of which the bracket behind it names a part: 报送财政部（科教司）."""

_LAST_WORD = re.compile("(?:^|[：:、，\\s])(?P<word>[\u4e00-\u9fff]{2,4})$")
"""What may be a person, of whom the bracket tells the body: 李娟（县财政局）."""

_LEAST_TASK, _LEAST_NAME = 4, 3
"""Characters that a task has at least, and a name in a bracket that says nothing else (not 市、区)."""


def read_brackets(collector: Collector, i: int) -> None:
    """Read the brackets of the block `i`."""
    block = collector.blocks[i]
    begin = 0
    for match in _BRACKET.finditer(block.text):
        group = "inner" if match.group("squared") is None else "squared"
        inner = match.group(group)
        if not _assigns(collector, inner, block.text[: match.start()], block.text[match.end() :]):
            if _DUTY_WORDS.search(inner) and not _NOTE.search(inner) and not is_note(match.group()):
                collector.page.doubt(
                    "duty",
                    block.start + match.start(),
                    block.start + match.end(),
                    "a bracket with words of duty that names no body",
                )
            continue
        assigned = assign(inner, first_leads=collector.first_leads)
        at = block.start + match.start(group)
        task: Span = (block.start + begin, block.start + match.start())
        if len(block.text[begin : match.start()].strip(" 。；—-")) < _LEAST_TASK:
            task = task_above(collector.blocks, i) or task
        beside = None if due_of(inner) else _DUE_BESIDE.match(block.text, match.end())
        due = due_of(inner) or (beside and due_of(beside.group()))
        due_at = block.start + beside.start() if beside else at
        for a, b, role in assigned:
            collector.add(
                (at + a, at + b),
                role,
                "bracket",
                task,
                rule="duty.bracket",
                block=block,
                deadline=(due_at + due[0], due_at + due[1]) if due else None,
            )
        collector.mark(block.start + match.start(), block.start + match.end())
        begin = match.end()
        while begin < len(block.text) and block.text[begin] in "。；，、 ":
            begin += 1


def _assigns(collector: Collector, inner: str, before: str, after: str) -> bool:
    """Whether the bracket with the text `inner`, between `before` and `after`, gives a task to bodies."""
    label = LABELLED.search(inner)
    labelled = label is not None and is_label(label)
    if _OTHER.match(inner) and not labelled:
        return False
    assigned = assign(inner)
    names = names_of(inner, assigned)
    if labelled:
        return bool(names)
    if before.rfind("（") > before.rfind("）"):
        return False
    if not all_bodies(names) or (not has_verb(inner) and all(len(name) < _LEAST_NAME for name in names)):
        return False
    if has_verb(inner) and _ASSIGNED.search(inner):
        return True
    person = _LAST_WORD.search(before)
    if _SENT_TO.search(before) or (person and is_plain_name(person["word"])):
        return False
    last, following = before.rstrip()[-1:], after.lstrip()[:1]
    ends = last in "。；！”）" or (
        following in "。；"
        and len(before) > (_LEAST_CLAUSE if has_verb(inner) else _LEAST_SENTENCE)
        and not has_role_word(before)
    )
    noted = collector.first_leads is not None or has_verb(inner)
    return (
        bool(last)
        and ends
        and (following in "。；" or not following or last in "。；！")
        and (noted or all(len(name) >= _LEAST_NAME for name in names))
    )


def has_role_word(text: str) -> bool:
    """Whether the words just before a bracket name a person or a body that the bracket speaks of."""
    return bool(re.search(r"(?:单位|部门|同志|局长|主任|机构|公司|政府|办公室)$", text.rstrip()))
