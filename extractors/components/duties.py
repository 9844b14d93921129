"""Duties: one for each place where a task is given to a body, and each body it is given to.

Five forms (eval/SCHEMA.md): a bracket behind the task, a label (责任单位：), a numbered list by body, a table with a
column of bodies, and prose. Places that were read by an earlier form are not read again by a later one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague, split_bodies, squash, stands_alone
from extractors.components.page import Page, page_of, put
from extractors.facts import Duty, Form, Role
from extractors.lexicons.words import BODY_ENDS, MODALS, PREDICATES, ROLE_LEAD, ROLE_SUPPORT
from extractors.outline import Block

Found = list[tuple[int, int, Duty]]
Assigned = list[tuple[int, int, Role]]

_UNIT = r"(?:单位|部门|处室|科室|机构|机关|地区|主体|方)?"
_LABEL = re.compile(
    rf"((?:牵头|责任|配合|协办|主办|承办|参与|参加|协同|协作|落实|完成|负责|实施|主管|主要责任|第一责任|牵头责任|协助|组织|监督|支持){_UNIT}(?:和|及)?(?:责任|配合|参与|牵头)?(?:单位|部门)?)\s*[：:]\s*"
)
_BRACKET = re.compile(r"[（(]((?:[^（）()]|[（(][^（）()]*[）)])*)[）)]")
_VERB = re.compile(
    r"(?:等)?(?:按(?:照)?(?:各自)?(?:职责|职能|任务)?(?:分工)?(?:分别)?)?(?:共同|分别|具体|总体|统一)?(牵头负责|负责牵头|牵头组织|牵头落实|牵头|主办|主责|"
    r"配合落实|配合|协办|协助|参与|参加|协同|支持|负责落实|负责实施|负责|落实|承办|组织实施|实施)(?:落实|实施|配合)?"
)
_LIST_MARK = re.compile(r"^[：:，。\s]")


def role_of(word: str) -> Role:
    """The role that a word of a label, a column or a verb gives."""
    if re.search(ROLE_LEAD, word):
        return "lead"
    if re.search(ROLE_SUPPORT, word):
        return "support"
    return "responsible"


def assign(text: str, default: Role = "responsible") -> Assigned:
    """The (start, end, role) of the bodies in a text that only assigns: A、B牵头，C配合; 责任单位：A、B."""
    out: Assigned = []
    labels = list(_LABEL.finditer(text))
    if labels:
        if labels[0].start():
            out += assign(text[: labels[0].start()], default)
        for label, end in zip(labels, [*(m.start() for m in labels[1:]), len(text)], strict=True):
            out += [
                (a + label.end(), b + label.end(), role)
                for a, b, role in assign(text[label.end() : end], role_of(label.group(1)))
            ]
        return out
    for match in re.finditer(r"[^；;。]+", text):
        part, at = match.group(), match.start()
        begin = 0
        for verb in _VERB.finditer(part):
            if re.match(r"[\u4e00-\u9fff]{0,6}(?:部门|单位|机构|局|委|办|厅|中心)", part[verb.end() :]) and verb.group(
                1
            ) in ("实施", "落实", "支持", "参与"):
                continue
            if verb.start() <= begin:
                begin = max(begin, verb.end())
                continue
            listed = part[begin : verb.start()]
            for a, b in split_bodies(listed):
                out.append((at + begin + a, at + begin + b, role_of(verb.group(1))))
            begin = verb.end()
        if begin < len(part):
            rest = part[begin:]
            if begin == 0 or len(squash(rest)) > 2:
                out += [(at + begin + a, at + begin + b, default) for a, b in split_bodies(rest)]
    return [(a, b, role) for a, b, role in out if _name_like(squash(text[a:b]))]


def _name_like(name: str) -> bool:
    return 1 < len(name) < 46 and not re.search(r"[。；：！？%％]|^\d+$|^其他$|^下同|^单位$", name)


def _all_bodies(names: list[str]) -> bool:
    return bool(names) and all(
        stands_alone(n) or is_vague(n) or re.match("各", n) or re.search("(?:镇|街道|区|县|市)$", n) for n in names
    )


class Reader:
    """Collects the duties of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: Found = []
        self.used: list[tuple[int, int]] = []
        self.first_leads = bool(
            re.search(r"(?:列|排)[^。\n]{0,8}(?:首|第一)[^。\n]{0,6}(?:为|是)?(?:牵头|主办|主要责任)", page.text)
        )

    def add(
        self,
        a: int,
        b: int,
        role: Role,
        form: Form,
        task: tuple[int, int],
        *,
        rule: str,
        deadline: tuple[int, int] | None = None,
        stem: str = "",
        name: str | None = None,
    ) -> None:
        """Add the duty of the body at ``text[a:b]`` for the task at `task`."""
        page = self.page
        name = name or squash(page.text[a:b]).strip("，、")
        x, y = page.clean.span(*task)
        text = re.sub(r"\s+", " ", page.text[task[0] : task[1]]).strip(" 　-")
        text = f"{stem}：{text}" if stem and stem not in text else text
        duty = Duty(
            **page.place(a, b),
            rule=rule,
            agency=name,
            role=role,
            form=form,
            anchor=re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)", "", text)[:16],
            text=text,
            text_start=x,
            text_end=y,
            deadline=squash(page.text[deadline[0] : deadline[1]]) if deadline else None,
            deadline_span=page.clean.span(*deadline) if deadline else None,
            vague=is_vague(name),
        )
        self.found.append((a, b, duty))

    # -- brackets and labels ------------------------------------------------------------------------------------

    def brackets(self, block: Block, above: Block | None) -> None:
        begin = block.start
        for match in _BRACKET.finditer(block.text):
            inner, at = match.group(1), block.start + match.start(1)
            if not self._assigns(inner, block.text[match.end() :], block.text[: match.start()]):
                if re.search(r"牵头|责任(?:单位|部门)|配合单位", inner) and not re.search("牵头人|《", inner):
                    self.page.doubt(
                        "duty", at - 1, at + len(inner) + 1, "a bracket with words of duty that names no body"
                    )
                continue
            got = assign(inner)
            if not got:
                continue
            task = (begin, block.start + match.start())
            if task[1] - task[0] < 4 and above is not None:
                task = (above.start, above.end)
            deadline = None
            if when := re.search(r"(?:完成)?(?:时限|时间)[：:]\s*([^；;）)]+)", inner):
                deadline = (at + when.start(1), at + when.end(1))
                got = [(a, b, r) for a, b, r in got if not (a < when.end() and b > when.start())]
            for a, b, role in got:
                self.add(at + a, at + b, role, "bracket", task, rule="duty.bracket", deadline=deadline)
            self.used.append((block.start + match.start(), block.start + match.end()))
            begin = block.start + match.end()
            while begin < block.end and self.page.text[begin] in "。；，、 ":
                begin += 1

    def _assigns(self, inner: str, after: str, before: str) -> bool:
        if re.search("《|以下简称|下同|见附件|试行|不含|包括|含|如|例如", inner[:8]) and not _LABEL.search(inner):
            return False
        if _LABEL.match(inner) or re.match(r"(?:完成)?时限", inner) and _LABEL.search(inner):
            return True
        got = assign(inner)
        names = [squash(inner[a:b]) for a, b, _ in got]
        if not _all_bodies(names):
            return False
        if _VERB.search(inner) and re.search(
            r"(?:负责|牵头|配合|落实|参与|实施|承办|协办|分工|协助)[^，；]{0,4}$", inner
        ):
            return True
        ends = not after.strip() or after.lstrip()[0] in "。；" or (before.rstrip()[-1:] in "。；")
        return ends and before.rstrip()[-1:] in "。；！”）" and all(len(n) > 2 for n in names)

    def labels(self, blocks: list[Block], i: int) -> None:
        block = blocks[i]
        starts = [
            m
            for m in _LABEL.finditer(block.text)
            if self._free(block.start + m.start()) and (m.start() == 0 or block.text[m.start() - 1] in "。；，、 ：）-")
        ]
        if not starts:
            return
        first = starts[0]
        end = block.text.find("。", first.start())
        end = len(block.text) if end < 0 else end
        segment = block.text[first.start() : end]
        got = assign(segment)
        names = [squash(segment[a:b]) for a, b, _ in got]
        if not got or not _all_bodies(names[:1]) and not _all_bodies(names[-1:]):
            return
        if when := re.search(r"(?:完成)?(?:时限|时间)[：:]", segment):
            got = [(a, b, r) for a, b, r in got if a < when.start()]
        at = block.start + first.start()
        if first.start() > 3:
            task = (block.start, at)
        else:
            task = self._tasks_above(blocks, i)
        for a, b, role in got:
            self.add(at + a, at + b, role, "label", task, rule="duty.label")
        self.used.append((at, block.start + end))

    def _tasks_above(self, blocks: list[Block], i: int) -> tuple[int, int]:
        """The text that a label under it speaks of: back to the heading whose end it is."""
        j = i - 1
        while j > 0 and _LABEL.match(blocks[j].text):
            j -= 1
        last = blocks[j]
        top = last
        while j > 0 and not _LABEL.match(blocks[j - 1].text) and blocks[j].level not in (4, 5):
            j -= 1
            if blocks[j].level in (4, 5) or blocks[j].row:
                top = blocks[j] if not blocks[j].row else top
                break
            top = blocks[j]
            if i - j > 8:
                top = last
                break
        return top.start, last.end

    def _free(self, at: int) -> bool:
        return not any(a <= at < b for a, b in self.used)

    # -- tables -------------------------------------------------------------------------------------------------

    def table(self, blocks: list[Block], i: int) -> int:
        """Read the table that begins at block `i`; the index behind it, or `i` where there is none."""
        header = blocks[i]
        if not header.row:
            return i
        heads = [squash(header.cell(k)) for k in range(len(header.cells))]
        roles: dict[int, Role] = {}
        for k, name in enumerate(heads):
            if (
                re.search(
                    r"(?:责任|牵头|配合|协办|负责|承办|主办|参与|参加|落实|协同|实施)(?:单位|部门|机构|处室|科室)|^(?:牵头|配合|责任|负责)$",
                    name,
                )
                and len(name) < 16
            ):
                roles[k] = (
                    role_of(name) if not re.search("牵头.{0,3}(?:和|及|、).{0,3}(?:配合|参与)", name) else "responsible"
                )
        if not roles:
            return i
        tasks = [
            k
            for k, n in enumerate(heads)
            if re.search("任务|内容|事项|措施|指标|项目|要求|工作|目标|标准|名称", n) and k not in roles
        ]
        times = [k for k, n in enumerate(heads) if re.search("时限|时间|期限|进度", n) and k not in roles]
        j = i + 1
        last_task: tuple[int, int] | None = None
        table_role = self._first_leads(blocks, i)
        gap = 0
        while j < len(blocks):
            row = blocks[j]
            if not row.row:
                if (
                    len(row.text) > 60
                    or row.level in (3, 4, 5)
                    and len(row.text) > 30
                    or gap > 1
                    or re.match("附件|注", row.text)
                ):
                    break
                gap += 1
                j += 1
                continue
            gap = 0
            cells = [squash(row.cell(k)) for k in range(len(row.cells))]
            if cells == heads:
                j += 1
                continue
            if any(re.search(r"(?:责任|牵头|负责)(?:单位|部门)$", c) and len(c) < 8 for c in cells):
                break
            shift = self._shift(cells, len(heads), roles)
            task = None
            for k in tasks:
                k -= shift
                if 0 <= k < len(cells) and cells[k]:
                    task = (
                        row.cells[k] if task is None or row.cells[k][1] - row.cells[k][0] > task[1] - task[0] else task
                    )
            task = task or last_task or (row.start, row.end)
            last_task = task
            when = next((row.cells[k - shift] for k in times if 0 <= k - shift < len(cells) and cells[k - shift]), None)
            for k, role in roles.items():
                if not 0 <= k - shift < len(cells) or not cells[k - shift]:
                    continue
                a, b = row.cells[k - shift]
                got = assign(self.page.text[a:b], role)
                lead = table_role and role == "responsible" and len(got) > 0 and not _VERB.search(self.page.text[a:b])
                for n, (x, y, r) in enumerate(got):
                    if lead:
                        r = "lead" if n == 0 else "support"
                    self.add(a + x, a + y, r, "table", task, rule="duty.table", deadline=when)
            self.used.append((row.start, row.end))
            j += 1
        self.used.append((blocks[i].start, blocks[j - 1].end))
        return j

    def _first_leads(self, blocks: list[Block], i: int) -> bool:
        """Whether a note says that the body listed first leads."""
        return self.first_leads

    @staticmethod
    def _shift(cells: list[str], width: int, roles: dict[int, Role]) -> int:
        """By how many columns a row that lost its merged cells stands too far left."""

        def good(shift: int) -> int:
            score = 0
            for k in roles:
                if 0 <= k - shift < len(cells) and cells[k - shift]:
                    names = [cells[k - shift][a:b] for a, b in split_bodies(cells[k - shift])]
                    score += 2 if _all_bodies(names) and len(cells[k - shift]) < 90 else -1
            return score

        return max(range(0, max(1, width - len(cells) + 1)), key=lambda s: (good(s), -s))

    # -- lists by body ------------------------------------------------------------------------------------------

    def by_body(self, blocks: list[Block], i: int) -> bool:
        """``3. 区发改局：负责...``; the body heads its task."""
        block = blocks[i]
        if block.row or self.page.in_roster(block) or block.start < self.page.head.body:
            return False
        body = block.text[len(block.mark) :]
        skip = len(block.mark)
        match = re.match(r"\s*([^。；：:]{2,60}?)\s*[：:]\s*", body)
        colon = True
        if not match and block.mark:
            match, colon = re.match(r"\s*([^。；：:，]{2,40}?)\s*。\s*", body), False
        if not match:
            return False
        names = [squash(match.group(1)[a:b]) for a, b in split_bodies(match.group(1))]
        if (
            not _all_bodies(names)
            or not (block.mark or all(map(stands_alone, names)))
            or _LABEL.match(body)
            or re.search("如下|包括|附件|名单|电话|地址|规定|联系", match.group(1))
        ):
            return False
        rest = body[match.end() :].strip()
        at = block.start + skip + match.start(1)
        if not rest:
            return False
        if not colon and not re.match(rf"(?:{PREDICATES})", rest):
            return False
        if not (block.mark or re.match(r"负责|按照|根据|承担|牵头|做好|加强|配合|组织|制定", rest)):
            return False
        task = (block.start + skip + match.end(), block.end)
        for a, b in split_bodies(match.group(1)):
            role: Role = (
                "lead" if re.match("牵头", rest) else "support" if re.match("配合|协助|协同", rest) else "responsible"
            )
            self.add(at + a, at + b, role, "list", task, rule="duty.list")
        self.used.append((block.start, block.end))
        return True

    def under_head(self, blocks: list[Block], i: int) -> int:
        """``国家矿山安全监察局负责...。主要职责是：`` and the items under it."""
        block = blocks[i]
        if block.row or not re.search(
            r"(?:职责是|职责为|主要职责|主要任务是|职责如下|主要任务|职能是|职责)[：:]$", block.text
        ):
            return i
        sentence = re.split("[。；]", block.text.rstrip("：:"))[-1]
        subject = None
        for source in (sentence, block.text):
            m = (
                re.match(
                    rf"(?:{re.escape(block.mark)})?\s*([^，。；：]{{2,40}}?(?:{BODY_ENDS}))(?=(?:的|在|负责|主管|是|，|贯彻|履行|主要))",
                    source,
                )
                if source
                else None
            )
            if m and not m.group(1).startswith(("其", "主要")):
                subject = m.group(1)
                break
        if subject is None:
            return i
        subject = squash(re.sub(r"^[一二三四五六七八九十]+、\s*|^第[一二三四五六七八九十]+条\s*", "", subject))
        j = i + 1
        level = 0
        while j < len(blocks):
            item = blocks[j]
            if not item.level and not level or item.row:
                break
            level = level or item.level
            if item.level and item.level < level:
                break
            if item.level == level:
                self.add(
                    item.start,
                    item.end,
                    "responsible",
                    "list",
                    (item.start + len(item.mark), item.end),
                    rule="duty.list.head",
                    name=subject,
                )
                self._with(item)
            j += 1
        self.used.append((blocks[i + 1].start, blocks[j - 1].end) if j > i + 1 else (block.start, block.start))
        return j if j > i + 1 else i

    def _with(self, item: Block) -> None:
        for match in re.finditer(
            r"会同([^，。；、]{2,30}?(?:部门|单位|机构|局|委|办|部|厅))(?=[\u4e00-\u9fff，])", item.text
        ):
            a = item.start + match.start(1)
            self.add(a, item.start + match.end(1), "support", "prose", (item.start, item.end), rule="duty.with")

    # -- prose --------------------------------------------------------------------------------------------------

    def prose(self, block: Block) -> None:
        text = block.text
        taken: set[int] = set()
        seen: set[tuple[str, int]] = set()
        for match in _CLAUSE.finditer(text):
            at = match.end()
            if at in taken or not self._free(block.start + at) or at >= len(text):
                continue
            for a, b in self._owners(text, at, match.group()):
                if block.start + a in taken:
                    continue
                name = squash(text[a:b])
                end = self._sentence_end(text, b)
                start = self._sentence_start(text, a)
                after = text[b : b + 60]
                role = self._role(text, a, b, match.group())
                if (name, start) in seen:
                    continue
                seen.add((name, start))
                self.add(
                    block.start + a,
                    block.start + b,
                    role,
                    "prose",
                    (block.start + start, block.start + end),
                    rule="duty.prose",
                )
                taken.add(block.start + a)
                for m in re.finditer(
                    r"会同([^，。；]{2,80}?)(?=，|。|；|按照|制定|做好|开展|组织|研究|对|在|建立|依法|抓|及时|落实|根据|指导)",
                    after,
                ):
                    if m.start() > 30:
                        break
                    for x, y in split_bodies(m.group(1)):
                        other = squash(m.group(1)[x:y])
                        if (
                            _name_like(other)
                            and (stands_alone(other) or is_vague(other))
                            and (other, start) not in seen
                        ):
                            seen.add((other, start))
                            p = block.start + b + m.start(1)
                            self.add(
                                p + x,
                                p + y,
                                "support",
                                "prose",
                                (block.start + start, block.start + end),
                                rule="duty.with",
                            )
                    break

    def _owners(self, text: str, at: int, before: str) -> list[tuple[int, int]]:
        """The bodies that stand at `at` and do what follows; [] where it is no body, or nothing follows."""
        stop = re.search(r"[，。；：！？\n]", text[at:])
        clause = text[at : at + (stop.start() if stop else len(text))][:110]
        by = before.endswith("由")
        for match in _ENDS.finditer(clause):
            end = match.end()
            rest = text[at + end : at + end + 14]
            if not rest or not _PRED.match(rest):
                if not (rest[:1] == "，" and _PRED_COMMA.match(rest[1:])):
                    continue
            listed = clause[:end]
            if len(listed) > 80 or re.search(r"[《》“%]", listed[:-1]) and "”" not in listed:
                return []
            parts = split_bodies(listed)
            names = [squash(listed[a:b]) for a, b in parts]
            if not names or not all(self._owner_like(n, rest, by) for n in names):
                continue
            return [(at + a, at + b) for a, b in parts]
        return []

    def _owner_like(self, name: str, rest: str, by: bool) -> bool:
        if len(name) < 2 or len(name) > 30 or _NOT_OWNER.search(name):
            return False
        if is_vague(name) or re.match(r"^(?:各|全[省市区县])", name):
            return bool(
                stands_alone(name)
                or is_vague(name)
                or re.search("(?:镇|街道|区|县|市|地|村|社区|者|人)(?:[（(].*[）)])?$", name)
            ) and bool(_MODAL.match(rest) or by or is_vague(name) or stands_alone(name) or _PRED.match(rest))
        if _VERBAL.match(name):
            return False
        if re.match(
            r"^(?:[省市区县乡镇州]|国家|中央|国务院|团|[\u4e00-\u9fff]{2,6}(?:省|市|区|县|镇|乡|街道))", name
        ) and stands_alone(name):
            return True
        if stands_alone(name):
            return by or bool(_MODAL.match(rest)) or len(name) <= 14 and bool(_STRONG.match(rest))
        return bool(re.search("(?:镇|街道)(?:[（(].*[）)])?$", name)) and (
            by or bool(_MODAL.match(rest)) or bool(_PRED.match(rest))
        )

    def _role(self, text: str, a: int, b: int, before: str) -> Role:
        after = text[b:]
        listed_on = re.match(
            r"(?:[、和及与][^，。；]{1,20})*?(?:等)?[^，。；、]{0,8}?(牵头|配合|协助|参与|参加|协办)", after
        )
        if listed_on and listed_on.start(1) < 70:
            word = listed_on.group(1)
            gap = after[: listed_on.start(1)]
            if (
                not re.search(
                    r"[要应须](?!.*积极)|负责|制定|组织|加强|做好|开展|落实|建立",
                    re.sub(r"[、和及与][^，。；、]{1,20}", "", gap),
                )
                or word == "牵头"
                and len(gap) < 3
            ):
                return role_of(word)
        if re.match(r"(?:是|为)[^，。；]{0,24}(?:总)?牵头", after):
            return "lead"
        return "responsible"

    @staticmethod
    def _sentence_start(text: str, at: int) -> int:
        return max(text.rfind(c, 0, at) for c in "。；！？") + 1

    @staticmethod
    def _sentence_end(text: str, at: int) -> int:
        ends = [i for i in (text.find(c, at) for c in "。；") if i >= 0]
        return min(ends, default=len(text))


_CLAUSE = re.compile(
    r"^\s*(?:(?:第?[一二三四五六七八九十\d]+[、条章.．]|[（(][一二三四五六七八九十\d]+[）)])\s*)?|[。；，：:！？]\s*(?:[①-⑳]|\d[.．]|[（(]\d[）)]|[一二三四五六七八九十]是)?(?:由|同时|并由|分别由|具体由)?|(?:由)(?=[\u4e00-\u9fff各])|(?<=[日前后起内期段])，?由?"
)
_ENDS = re.compile(
    rf"(?:{BODY_ENDS}|各部门、单位|各地|各部门|各级|各村|各镇|镇|街道|社区|区|县|各有关(?:部门|单位)|者|党政机关)(?:[（(][^（）()]{{1,24}}[）)])?(?:主要)?(?:等(?:有关|相关)?(?:部门|单位|部门单位)?)?"
)
_PRED = re.compile(rf"(?:{PREDICATES})")
_PRED_COMMA = re.compile(r"(?:要|应|须|必须)")
_MODAL = re.compile(rf"(?:{MODALS})")
_STRONG = re.compile(
    r"(?:负责|牵头|会同|统筹|组织|制定|承担|履行|具体|主要|要|应|根据|按照|对|及时|定期|开展|做好|加强|依法|将|每|于|配合|参与)"
)
_NOT_OWNER = re.compile(
    r"^(?:的|和|与|对|把|将|在|向|从|为|以|经|被|受|使|让|报|请|按|据|由|若|如|凡|当|其|它|该项|本项|同|并|或|及|等|不|未|无|有(?!关)|是|用|加|做|抓|建|推|完|落|实|强|提|确|开|组织(?!部))|"
    r"党中央|为组长|习近平|人民群众|需要|属于|涉及|其中|情况|问题|工作$|措施|政策|制度|管理$|方面$|活动|项目$|原则|目标|任务$|机制|体系|重点|基础|要求|作用|能力|水平|资金|标准|全部$|内部$|外部$|干部$|户$|依托|关于|^第|^到|年底|月底|加快|推进|促进|完善|创新|支持(?!中心)|鼓励|引导|充分|全面|利用|通过|根据|按照"
)
_VERBAL = re.compile(
    r"^(?:加强|加大|建立|健全|完善|推动|推进|开展|实施|落实|做好|强化|组织(?!部)|制定|研究|支持|鼓励|引导|深化|优化|提高|提升|促进|培育|积极|认真|严格|统筹|规范|明确|成立|设立|依托|充分|通过|对于|关于|负责)"
)


@Language.component("dutygraph_duties")
def duties(doc: Doc) -> Doc:
    """Write the span group `duties`."""
    page = page_of(doc)
    reader = Reader(page)
    blocks = [b for b in page.outline.blocks if b.start >= page.head.body]
    i = 0
    while i < len(blocks):
        j = reader.table(blocks, i)
        i = max(j, i + 1)
    for i, block in enumerate(blocks):
        if block.row or page.in_roster(block) or not reader._free(block.start):
            continue
        above = next((b for b in reversed(blocks[:i]) if not b.row), None) if len(block.text) < 200 else None
        reader.brackets(block, above)
        reader.labels(blocks, i)
    i = 0
    while i < len(blocks):
        if reader._free(blocks[i].start) and not page.in_roster(blocks[i]):
            j = reader.under_head(blocks, i)
            if j > i:
                reader.prose(blocks[i])
                i = j
                continue
            reader.by_body(blocks, i)
        i += 1
    for block in blocks:
        if block.row or page.in_roster(block) or len(block.text) < 10:
            continue
        reader.prose(block)
    put(doc, "duties", sorted(_unique(reader.found), key=lambda f: (f[0], f[1])))
    return doc


def _unique(found: Found) -> Found:
    seen: set[tuple[int, str]] = set()
    out: Found = []
    for a, b, duty in found:
        key = (duty.start, duty.agency)
        if key not in seen:
            seen.add(key)
            out.append((a, b, replace(duty)))
    return out
