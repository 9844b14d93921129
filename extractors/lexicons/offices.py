"""The ordinary offices of government, Party and mass organisations: one normal name for all the ways to write one.

The data is `offices.tsv`: a row an office, with its short forms, its endings, its years and what came after it.
Names are compared by this table and by rules of the endings (委 = 委员会, 办 = 办公室), never by likeness: what the
table does not know has no normal name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["government", "party", "congress", "court", "mass", "vertical", "enterprise", "military"]
Level = Literal["国家", "省", "市", "县", "乡"]


@dataclass(frozen=True, slots=True)
class Office:
    """What a name of an office says, without the place it belongs to.

    `name` is the normal name (安全生产监督管理局), `stem` what it is made of without its ending (安全生产监督管理) and
    `end` that ending (局; "" where the stem is a whole name: 残疾人联合会; 部门 where the name is only a role: 教育部门).
    `national` is true where the name is that of one body of the country (国家发展和改革委员会: `name` has the 国家).
    `since`/`until` are the years in which offices had this stem (None: open), `successors` the stems that took over
    its duties. `rule` says in words how the name was made normal ("" where it was so already).
    """

    name: str
    stem: str
    end: str
    kind: Kind
    national: bool = False
    since: int | None = None
    until: int | None = None
    successors: tuple[str, ...] = ()
    rule: str = ""


def normal_office(name: str, level: Level | None = None) -> Office | None:
    """The office that `name` (without its place: 安监局, 委组织部, 政府办) means; None where the table knows none.

    `level` is that of the place in front (国家 for none). 局 is not 总局, 部 is not its 办公厅 (教育部办公厅 has the stem
    教育 and the end 部办公厅), 教育局 is not 教育体育局.
    """
    return None


def office_of_stem(stem: str) -> Office | None:
    """The table's row for a stem, to follow `successors` from one to the next; None for an unknown stem."""
    return None
