"""Leading groups, joint conferences, work groups and committees: set up or named, with members and office.

A roster is a run of lines "role：name post" or "name post" under a heading that names a group (or under a role word).
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import is_vague, split_bodies, squash, stands_alone
from extractors.components.page import Page, page_of, put
from extractors.facts import Group, Member
from extractors.outline import Block

_ROLE = (
    r"总指挥长?|副总指挥长?|指挥长|副指挥长|总召集人|副总召集人|召集人|副召集人|(?:第一|常务)?副?组\s*长|组\s*员|常务副?组长|"
    r"成\s*员(?:单位)?|主\s*任(?:委员)?|副主任(?:委员)?|委\s*员|秘书长|副秘书长|顾\s*问|牵头单位|参加单位|联络员|办公室主任|办公室副主任|办公室成员|办公室人员|总负责人?|政\s*委|负责人|理事长|会长"
)
_LABEL = re.compile(rf"^\s*({_ROLE})\s*(?:[：:]\s*|\s*\t|$)")
_SURNAME = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公皇仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商佘佴伯赏墨哈谯笪年爱阳佟言福肖付卿冼苟展母覃銮詹揭刁原隋官补辜信丑初仝郄代但撒苑谌来候鉴"
_NAME = re.compile(
    rf"^\s*((?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|宇文|[{_SURNAME}])(?:[ \t]?[\u4e00-\u9fff]){{1,2}}|[\u4e00-\u9fff]{{1,8}}·[\u4e00-\u9fff·]{{1,12}})"
    r"(?:同志)?\s*(?:[（(](?:女|男)?[^（）()]{0,6}[）)])?(?=[\s\t（(，：]|$)"
)
_GROUP_WORD = r"(?:领导小组|工作小组|协调小组|推进小组|专项小组|行动小组|推进组|联席会议|厅际联席会议|工作组|指挥部|委员会|工作专班|专班|专家组|协调组|领导组|小组|评审委员会)"
GROUP = re.compile(rf"[\u4e00-\u9fff“”（）()、\d]{{2,46}}?{_GROUP_WORD}")
_HEAD_TAIL = re.compile(r"(?:组成)?(?:人员|成员|成员单位)?(?:组成)?(?:人员|单位|成员)?(?:名单|组成|如下)?[：:]?$")


def person_line(text: str, *, strict: bool = False) -> tuple[str, str, str, int, int] | None:
    """(role, name, rest, name start, name end) of a roster line; None where it is no such line."""
    role, at = "", 0
    if match := _LABEL.match(text):
        role, at = squash(match.group(1)), match.end()
    body = text[at:]
    match = _NAME.match(body)
    if not match:
        return None
    name, rest = squash(match.group(1)), body[match.end() :].strip(" \t，：")
    if strict and (not rest or re.search(r"[。；：]", rest) or len(rest) > 40):
        return None
    if len(rest) > 70 or re.search("[。；]", rest[:-1]) or re.search(r"(?:镇|街道|局|区|县|社区|村|乡|部|中心)$", name):
        return None
    if re.match(r"[（(]", rest) and rest[-1] in "）)":
        rest = rest[1:-1]
    return role, name, rest, at + match.start(1), at + match.end(1)


def split_posts(text: str) -> tuple[str, ...]:
    """The full posts that a line names: 区发改局局长、区服务业发展局局长."""
    text = text.strip(" \t，,。；;（）()")
    if not text:
        return ()
    parts = [squash(p) for p in re.split(r"[、，,]|(?<=[长任记席])\s+(?=[\u4e00-\u9fff]{3})", text) if p.strip()]
    return tuple(p for p in parts if len(p) > 1)


def _rosters(page: Page) -> list[tuple[int, int, str, list[Member]]]:
    """(first block, last block, heading, members) of each roster."""
    blocks = page.outline.blocks
    out: list[tuple[int, int, str, list[Member]]] = []
    i = 0
    while i < len(blocks):
        if blocks[i].start < page.head.body or not (m := _LABEL.match(blocks[i].text)) or len(blocks[i].text) > 90:
            i += 1
            continue
        first, members, role = i, [], ""
        rank = 0
        misses = 0
        while i < len(blocks) and misses < 2:
            block = blocks[i]
            text = block.text
            got = _members(page, block, role, rank)
            if got is None:
                if (
                    re.match(r"\s*[\u4e00-\u9fff]{1,30}$", text)
                    and i + 1 < len(blocks)
                    and misses == 0
                    and members
                    and person_line(blocks[i + 1].text)
                    and not re.search(_GROUP_WORD, text)
                ):
                    misses += 1
                    i += 1
                    continue
                break
            misses = 0
            role, new = got
            rank += len(new)
            members += new
            i += 1
        if members:
            heading = ""
            for back in range(first - 1, max(-1, first - 5), -1):
                t = blocks[back].text
                if re.search(_GROUP_WORD, t) and len(t) < 60:
                    heading = t
                    break
                if not re.match(r"附\s*件|[（(]|\s*$", t) and len(t) > 60:
                    break
            out.append((first, i - 1, heading, members))
            page.rosters.append((blocks[first].start, blocks[i - 1].end))
        else:
            i = first + 1
    return out


def _members(page: Page, block: Block, role: str, rank: int) -> tuple[str, list[Member]] | None:
    """The role that goes on, and the members of one roster line; None where the line is none."""
    text = block.text
    label = _LABEL.match(text)
    if label:
        role = squash(label.group(1))
    at = label.end() if label else 0
    rest = text[at:]
    if not rest.strip():
        return (role, []) if label else None
    line = person_line(text)
    if line is None and label and "\t" in rest:
        line = person_line(rest.strip())
        if line:
            shift = text.find(rest.strip())
            line = (role, line[1], line[2], line[3] + shift, line[4] + shift)
    if line and (role or line[0]):
        _, name, posts, a, b = line
        return role, [_person(page, block.start + a, block.start + b, role, name, split_posts(posts), rank + 1)]
    if label:
        new: list[Member] = []
        pieces = re.split(r"[、，,；;]", rest)
        names = [squash(p) for p in pieces if p.strip()]
        if (
            names
            and all(re.match(rf"^[{_SURNAME}][\u4e00-\u9fff]{{1,2}}(?:[（(].*[）)])?$", n) for n in names)
            and not any(stands_alone(n) for n in names)
        ):
            offset = at
            for piece in pieces:
                name = re.sub(r"[（(].*", "", squash(piece))
                posts = split_posts(m.group(1)) if (m := re.search(r"[（(](.+)[）)]", piece)) else ()
                a = block.start + text.find(piece.strip(), offset)
                new.append(_person(page, a, a + len(name), role, name, posts, rank + len(new) + 1))
                offset += len(piece) + 1
            return role, new
        for a, b in split_bodies(rest):
            name = squash(rest[a:b])
            place = page.place(block.start + at + a, block.start + at + b)
            if stands_alone(name):
                new.append(Member(**place, role=role, agency=name, rank=rank + len(new) + 1, rule="member.agency"))
            else:
                new.append(Member(**place, role=role, posts=(name,), rank=rank + len(new) + 1, rule="member.post"))
        return role, new
    return None


def _person(page: Page, a: int, b: int, role: str, name: str, posts: tuple[str, ...], rank: int) -> Member:
    return Member(**page.place(a, b), role=role, person=name, posts=posts, rank=rank, rule="member.roster")


_SET_UP = re.compile(
    rf"(?:成立|建立|组建|设立|组成|调整)(?:由|以)?([^。；]{{0,160}}?)(?P<name>[\u4e00-\u9fff“”（）]{{0,36}}?{_GROUP_WORD})(?!办公室|成员|会议办公室)(制度)?"
)
_OFFICE = re.compile(
    r"(?:(?:领导小组|联席会议|指挥部|委员会|小组|工作组)?(?:下设|设立)?办公室(?:，办公室)?(?:，)?(?:设在|设于|挂靠|设)|联合办公室设在|日常工作由)(?!办公室)([^。；，、]{2,24}?(?:、[^。；，、]{2,12})?)(?=[。；，]|承担|\n)"
)
_DIRECTOR = re.compile(
    r"(?:由)?([\u4e00-\u9fff ]{2,24}?)(?:同志)?(?:兼任|任|担任|兼)(?:领导小组|联席会议|指挥部|联合)?(?:联合)?办公室主任|办公室主任由([^。；，]{2,30}?)(?:同志)?(?:兼任|担任|兼)"
)


@Language.component("dutygraph_groups")
def groups(doc: Doc) -> Doc:
    """Write the span group `groups`."""
    page = page_of(doc)
    text = page.text
    found: dict[str, dict[str, object]] = {}

    def add(name: str, a: int, b: int, established: bool, members: list[Member], rule: str) -> str:
        name = _name(name)
        for known in found:
            if known == name or known.endswith(name) or name.endswith(known):
                entry = found[known]
                entry["established"] = bool(entry["established"]) or established
                entry["members"] = list(entry["members"]) + members if members else entry["members"]  # type: ignore[call-overload]
                if len(name) > len(known):
                    found[name] = found.pop(known)
                    return name
                return known
        found[name] = {"a": a, "b": b, "established": established, "members": members, "rule": rule}
        return name

    for match in _SET_UP.finditer(text, page.head.body):
        name = match.group("name")
        if not _is_group(name) or len(_name(name)) < 4:
            continue
        add(name, match.start("name"), match.end("name"), True, _prose_members(page, match), "group.established")
    for first, _, heading, members in _rosters(page):
        name = _name(heading)
        start = page.outline.blocks[first].start
        if not _is_group(name):
            if not found:
                continue
            name = list(found)[-1]
        add(name, start, page.outline.blocks[first].end, True, members, "group.roster")
    for match in re.finditer(
        rf"(?:^|[，。；、：（\s在由经和与及对按照将入]|充分利用)([\u4e00-\u9fff“”]{{2,30}}?{_GROUP_WORD})",
        text[page.head.body :],
    ):
        name = _name(match.group(1))
        if (
            _is_group(name)
            and len(name) > 5
            and not re.search(
                r"^(?:各|该|本|有关|相关|领导|由|以|业主|管理|成立|建立|按|组建|设立)|的|村民|居民|社区|业主|^(?:村|居)委",
                name,
            )
        ):
            if name.endswith("委员会") and not re.search("评审|督导|工作委员会|安全|协调", name):
                continue
            add(name, page.head.body + match.start(1), page.head.body + match.end(1), False, [], "group.named")
    for match in _OFFICE.finditer(text, page.head.body):
        host = squash(match.group(1))
        if not stands_alone(host.split("、")[-1]) or is_vague(host) or not found:
            continue
        name = _nearest(found, match.start())
        found[name].setdefault("office", host)
        found[name].setdefault("office_span", page.clean.span(*match.span(1)))
        director = _DIRECTOR.search(text[match.end() : match.end() + 80])
        if director:
            who = re.sub(r"^.*(?:由|，)|同志|主要领导|主任$", "", squash(director.group(1) or director.group(2)))
            group = 1 if director.group(1) else 2
            found[name].setdefault("director", who)
            found[name].setdefault(
                "director_span", page.clean.span(match.end() + director.start(group), match.end() + director.end(group))
            )
    out = []
    for name, entry in found.items():
        a, b = int(entry["a"]), int(entry["b"])  # type: ignore[call-overload]
        out.append(
            (
                a,
                b,
                Group(
                    **page.place(a, b),
                    rule=str(entry["rule"]),
                    name=name,
                    established=bool(entry["established"]),
                    members=tuple(entry["members"]),
                    office_host=entry.get("office"),
                    office_director=entry.get("director"),
                    office_span=entry.get("office_span"),
                    director_span=entry.get("director_span"),
                ),
            )
        )
    put(doc, "groups", sorted(out, key=lambda f: f[0]))
    return doc


def _nearest(found: dict[str, dict[str, object]], at: int) -> str:
    """The group that was set up or listed last before the place."""
    before = [n for n, e in found.items() if int(e["a"]) <= at and e["established"]]  # type: ignore[call-overload]
    return max(before or found, key=lambda n: int(found[n]["a"]) if int(found[n]["a"]) <= at else -1)  # type: ignore[call-overload]


def _name(text: str) -> str:
    text = squash(text)
    text = re.sub(
        r"^附件\d*[：:]?|^[（(]?[一二三四五六七八九十\d]+[）)、.]|^(?:成立|建立|组建|设立|调整)|^(?:由|以).*?(?:组成|为组长|任组长|参加|负责|牵头|为成员)的",
        "",
        text,
    )
    text = re.sub(r"^.*(?:任组长|为组长|为召集人|任召集人|为成员|参加|共同参加|组成|牵头|负责)的", "", text)
    text = _HEAD_TAIL.sub("", text)
    if match := re.match(rf"(.*{_GROUP_WORD})", text):
        text = match.group(1)
    return text.lstrip("的、，")


def _is_group(name: str) -> bool:
    return bool(re.search(rf"{_GROUP_WORD}$", name)) and not re.search(
        r"[，。；：]|常务委员会|常委会|居民委员会|村民委员会|管理委员会|监督委员会|发展和改革委员会|人民代表大会", name
    )


def _prose_members(page: Page, match: re.Match[str]) -> list[Member]:
    """Members that the sentence of the group's setting up names."""
    text = page.text
    start = match.start()
    end = min(
        (i for i in (text.find("。", match.end("name")), text.find("\n", match.end("name"))) if i >= 0),
        default=len(text),
    )
    sentence = text[start:end]
    out: list[Member] = []

    def add(a: int, b: int, role: str) -> None:
        for x, y in split_bodies(text[a:b]):
            name = squash(text[a + x : a + y])
            place = page.place(a + x, a + y)
            kind = (
                {"agency": name}
                if stands_alone(name) and not re.search("领导|负责人|区长|市长|县长|省长|同志$", name)
                else {"posts": (name,)}
            )
            out.append(Member(**place, role=role, rank=len(out) + 1, rule="member.prose", **kind))

    for m in re.finditer(
        r"([^，。；：]{2,60}?)(?:任|为|担任)(总召集人|副召集人|召集人|常务副组长|副组长|组长|总指挥|副总指挥|指挥长|成员单位|成员)(?![单位]*会议)",
        sentence,
    ):
        body = m.group(1)
        lead = max((body.rfind(w) + len(w) for w in ("由", "成立", "以", "建立") if w in body), default=0)
        if re.search("^(?:的)", body[lead:]):
            continue
        add(start + m.start(1) + lead, start + m.end(1), m.group(2))
    if not out:
        if m := re.search(r"由([^，。；]{2,40}?)牵头，([^。；]{2,400}?)(参与|参加|配合)", sentence):
            add(start + m.start(1), start + m.end(1), "牵头")
            add(start + m.start(2), start + m.end(2), m.group(3))
    return out
