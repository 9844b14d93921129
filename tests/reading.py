"""A document from a few lines of text, for the tests of components."""

from __future__ import annotations

from functools import cache

from extractors.facts import Document
from extractors.pipeline import Pipeline
from extractors.sources import Source

HEAD = """临溪县人民政府办公室
关于印发临溪县安全整治方案的通知
临政办发〔2020〕12号
各镇人民政府，县政府各部门：
《临溪县安全整治方案》已经县政府同意，现印发给你们，请认真贯彻执行。
临溪县人民政府办公室
2020年3月5日
"""


@cache
def pipeline() -> Pipeline:
    """One pipeline for all tests."""
    return Pipeline()


def read_document(body: str, head: str = HEAD) -> Document:
    """The facts of a notice of an invented county with this body."""
    return pipeline().extract(Source("a.txt", head + body, "", "text"))[0]
