"""The role that a sentence gives its subject: ``A牵头``, ``A要负责牵头``, ``B配合``."""

from __future__ import annotations

import re

from extractors.facts import Role
from extractors.lexicons import duties as words

_MUST = (
    "(?:也|都|均|还)?(?:表示，?)?(?:按照?(?:各自)?(?:职责|职能|分工)+，?)?(?:要|应当?|应该|须|必须|需要?|将(?=(?:积极|全力|大力|密切)*(?:配合|协助)))?"
    "(?:积极|主动|全力|密切|共同|联合|依法|做好|分别|具体|总体|统一|认真|及时)*(?:负责)?"
)
_LEADS = re.compile(
    rf"(?:等)?{_MUST}(?:(?:充分|切实)?发挥好?)?(?:{words.LEAD})(?!人)|(?:是|作?为)[^，。；]{{0,24}}(?:{words.LEAD})|{_MUST}[^，。；]{{2,30}}并牵头"
    rf"|{_MUST}(?:按照?|依照|依据|根据|对)[^，。；“由]{{2,24}}牵头(?!人|单位|部门|组成|的)"
    rf"|{_MUST}(?:切实|继续)?(?:做好|履行|承担)[^，。；]{{0,4}}牵头[^，。；、]{{0,4}}(?:工作|职责|责任|作用)"
)
"""A牵头, A是牵头单位, A要...并牵头, A按照标准牵头开发, A要做好牵头工作."""

_GIVES = "(?:(?:予以|给予)(?=配合|协助))?"
_SUPPORTS = re.compile(rf"(?:等)?{_MUST}{_GIVES}(?P<verb>{words.SUPPORT})(?P<object>[^，。；、]?)")
_TOLD = re.compile("(?:也|都|均|还)?(?:要|应|须|必须|需)")
_HELPS = re.compile(
    "(?:是|为|作为)[^，。；]{0,16}(?:配合|协办)(?:单位|部门)|[^，。；]{0,6}落实[^，。；]{0,4}配合[^，。；]{0,4}(?:责任|职责)|(?:应当?|须|必须|要)[^，。；]{0,30}给予[^，。；]{0,6}(?:协助|配合)(?=[。；]|$)|(?:应当?|须|必须|要)(?:(?:予以|给予)?(?:配合|协助)(?=[。；]|$)|(?:积极|主动|全力|大力)配合(?=[，。；]|$))"
)
"""What another does and the subject only helps with: 部门进行检查，经营者应当配合; 公安等部门要积极配合，."""

ONLY_SUPPORTS = re.compile(rf"(?:等)?{_MUST}{_GIVES}(?:{words.SUPPORT})(?=[，。；]|$)")
"""What follows bodies that only support what another does: A牵头，B、C配合."""


def role_after(text: str, end: int) -> Role:
    """The role that the words behind the subject give it."""
    if _LEADS.match(text, end):
        return "lead"
    if _HELPS.match(text, end):
        return "support"
    if match := _SUPPORTS.match(text, end):
        told = _TOLD.match(text, end)
        # 要密切配合，加强... is what bodies do among themselves; 要配合公安机关..., and A牵头，B配合，are support.
        if match.group("object") or not told:
            return "support"
    return "responsible"
