"""Numbers of documents (文号) in normal form."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"(?P<code>.*?)[〔\[(【<](?P<year>\d{4})年?[〕\])】>](?:第)?0*(?P<serial>\d+)号?")
_ORDER = re.compile(r"(?P<code>[^\d第]+)(?P<year>(?:19|20)\d{2}年)?第?0*(?P<serial>\d+)号(?P<kind>令|公告)")
_DECREE = re.compile(r"(?P<code>.+?)第0*(?P<serial>\d+)号(?:令|公告)?")


def number_key(number: str) -> str:
    """A number in normal form: 鲁政发[2017] 第 035 号 -> 鲁政发〔2017〕35号; GB/T 30600—2014 -> GB/T30600-2014."""
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).strip("()")
    if match := _NUMBER.fullmatch(flat):
        return f"{match['code']}〔{match['year']}〕{match['serial']}号"
    if match := _ORDER.fullmatch(flat):  # 公安部2005年第8号令
        flat = f"{match['code']}{match['kind']}{match['year'] or ''}第{match['serial']}号"
    if match := _DECREE.fullmatch(re.sub("[()]", "", flat)):
        return f"{match['code'].removeprefix('中华人民共和国')}第{match['serial']}号"
    return re.sub("[—–－―]+", "-", flat).upper()


_ISSUER = re.compile(r"原?(?P<issuer>.+?)(?P<rest>(?:令|公告)(?:(?:19|20)\d{2}年)?第\d+号)")


def order_of(key: str) -> tuple[str, str]:
    """The issuer of an order or announcement, and the rest of its number in normal form; ("", key) for any other."""
    match = _ISSUER.fullmatch(key)
    return (match["issuer"], match["rest"]) if match else ("", key)


def code_of(key: str) -> tuple[str, int | None]:
    """The issuer's code of a number in normal form, and its year: (鲁政发, 2017), (国务院令, None)."""
    if match := _NUMBER.fullmatch(key):
        return match["code"], int(match["year"])
    return key.split("第")[0], None
