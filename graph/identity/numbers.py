"""Numbers of documents (文号) in normal form."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"(?P<code>.*?)[〔\[(【<](?P<year>\d{4})年?[〕\])】>](?:第)?0*(?P<serial>\d+)号?")
_DECREE = re.compile(r"(?P<code>.+?)第0*(?P<serial>\d+)号(?:令|公告)?")


def number_key(number: str) -> str:
    """A number in normal form: 鲁政发[2017] 第 035 号 -> 鲁政发〔2017〕35号; GB/T 30600—2014 -> GB/T30600-2014."""
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).strip("()")
    if match := _NUMBER.fullmatch(flat):
        return f"{match['code']}〔{match['year']}〕{match['serial']}号"
    if match := _DECREE.fullmatch(re.sub("[()]", "", flat)):
        return f"{match['code'].removeprefix('中华人民共和国')}第{match['serial']}号"
    return re.sub("[—–－―]+", "-", flat).upper()


def code_of(key: str) -> tuple[str, int | None]:
    """The issuer's code of a number in normal form, and its year: (鲁政发, 2017), (国务院令, None)."""
    if match := _NUMBER.fullmatch(key):
        return match["code"], int(match["year"])
    return key.split("第")[0], None
