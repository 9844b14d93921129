"""The names of bodies: what may be one, what a set is, and how a list of them is split.

Coordination (eval/SCHEMA.md): a list is split where each part can stand alone, and kept whole where a part cannot
(福州市、南平市人民政府; 各镇、街道).
"""

from __future__ import annotations

import re

from extractors.lexicons.words import BODY_ENDS

_END = re.compile(rf"(?:{BODY_ENDS})(?:[（(][^（）()]*[）)])?$")
_PLACE = re.compile(r"(?:镇|街道|乡|区|市|县|旗|州|村|社区|地|盟)(?:[（(][^（）()]*[）)])?(?:有关)?$")
_GOVERNMENT = re.compile(r"(?:政府|办事处|管委会|管理委员会|党委|党工委|减负办|教育局|通信管理局)$")
VAGUE = re.compile(
    r"^(?:[省市区县州镇乡]|国务院|当地|省直|市直|区直|县直|本级|中央|在[\u4e00-\u9fff]{1,2})?(?:直|属|级|政府|委)?(?:各|有关|相关|各级|各有关|各相关|其他|其它|其他有关|其他相关)+"
    r"(?:职能|责任|成员|业务|行业|主管|党政|涉改|相关|有关|省直|市直|区直|县直)*"
    r"(?:部门|单位|机构|方面|委办局|科室|各部门|责任单位|地)*(?:[（(](?:单位|部门|机构)[）)])?(?:[、及和](?:各?(?:有关|相关)?(?:单位|部门|机构)|各单位))*$"
    r"|^各级各部门$|^各地各部门$|^各地$|^各级$|^(?:有关|相关)(?:部门|单位|方面|机构).*$|^职能部门.*$|^政府部门$|^责任单位$|^牵头单位$|^各责任部门$|"
    r"^.{0,8}(?:有关|相关)(?:部门|单位|部门单位|部门、单位|机构)$|^政策起草（制定）机关$|^各级政策.*机关$|^起草部门$|^各?成员单位$"
)


def squash(text: str) -> str:
    """`text` without white space."""
    return re.sub(r"\s+", "", text)


def is_vague(name: str) -> bool:
    """Whether no one can say which bodies `name` means (有关部门)."""
    name = squash(name)
    return bool(VAGUE.match(name)) and not re.match(r"^各(?:镇|街道|县|区|乡|市|金融|设区|高|医|学|村|社区)", name)


def stands_alone(name: str) -> bool:
    """Whether `name` is the name of a body by itself."""
    return bool(_END.search(name)) and len(name) > 1


def cut(text: str, marks: str = "、，,；;") -> list[tuple[int, int]]:
    """The (start, end) of the parts of `text` between `marks` that stand outside brackets and quotes."""
    parts, depth, at = [], 0, 0
    for i, char in enumerate(text):
        if char in "（(〔《“【":
            depth += 1
        elif char in "）)〕》”】":
            depth = max(0, depth - 1)
        elif char in marks and not depth:
            parts.append((at, i))
            at = i + 1
    parts.append((at, len(text)))
    return [(a, b) for a, b in parts if text[a:b].strip()]


_TAIL = re.compile(
    r"(?:等(?:有关|相关|单位|部门|部门单位|单位部门|按.*)?|按.{0,12}(?:分工|职责).*|（?以下简称.*|负责|配合|落实|参与|参加)$"
)


def split_bodies(text: str) -> list[tuple[int, int]]:
    """The (start, end) of the bodies that the list `text` names, in order."""
    parts = []
    for a, b in cut(text, "、，,；;\t\n"):
        parts += _conjunctions(text, a, b)
    parts = [_strip(text, a, b) for a, b in parts]
    parts = [(a, b) for a, b in parts if b - a > 1 and text[a:b] not in ("等", "按职责分工", "单位", "部门", "各单位")]
    out: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for a, b in parts:
        name = squash(text[a:b])
        placey = not stands_alone(name) and (bool(_PLACE.search(name)) or name.startswith("各") and len(name) < 4)
        if placey:
            run.append((a, b))
        elif run and _GOVERNMENT.search(name) and not re.match("[省市区县]", name):
            out.append((run[0][0], b))
            run = []
        else:
            if run:
                out.append((run[0][0], run[-1][1]))
                run = []
            out.append((a, b))
    if run:
        out.append((run[0][0], run[-1][1]))
    return out


def _conjunctions(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """Split 甲和乙, 甲及乙 where both sides are bodies; 发展和改革局 stays whole."""
    for match in re.finditer(r"以及|和|及|与|会同", text[a:b]):
        left, right = text[a : a + match.start()].strip(), text[a + match.end() : b].strip()
        if left.count("（") != left.count("）"):
            continue
        if (
            left
            and right
            and right not in ("其", "单位")
            and not right.startswith("其")
            and not right.startswith("有关机构")
        ):
            if (stands_alone(left) or re.match("各[^和]{1,6}(?:镇|街道|区|县|地)$", left)) and (
                stands_alone(right) or _PLACE.search(right)
            ):
                return [(a, a + match.start()), *_conjunctions(text, a + match.end(), b)]
    return [(a, b)]


def _strip(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] in " \t\n，、。；：:":
        a += 1
    if match := re.match(r"(?:以及|和|及|由|请)(?=.{2,})", text[a:b]):
        if not stands_alone(text[a:b]) or match.group() in ("以及", "由", "请"):
            a += match.end()
    while b > a and text[b - 1] in " \t\n，、。；：":
        b -= 1
    while match := _TAIL.search(text[a:b]):
        if match.start() < 2:
            break
        b = a + match.start()
        while b > a and text[b - 1] in " ，、":
            b -= 1
    return a, b
