"""What stands around the head of a document on web sites and in collections: labels, menus, notes."""

from __future__ import annotations

import re
from typing import Literal

Field = Literal[
    "number", "title", "date", "printed", "published", "issuers", "registration", "effective_from", "effective_to"
]

LABELS: dict[str, Field] = {
    "文号": "number",
    "发文字号": "number",
    "发文文号": "number",
    "发布文号": "number",
    "文件编号": "number",
    "编号": "number",
    "标题": "title",
    "名称": "title",
    "文件名称": "title",
    "title": "title",
    "成文日期": "date",
    "成文时间": "date",
    "落款时间": "date",
    "文件日期": "date",
    "签发日期": "date",
    "印发日期": "printed",
    "发布日期": "published",
    "发布时间": "published",
    "公布时间": "published",
    "颁布日期": "published",
    "颁布时间": "published",
    "publish_date": "published",
    "发文机关": "issuers",
    "发文单位": "issuers",
    "制定机关": "issuers",
    "制定方": "issuers",
    "制定单位": "issuers",
    "颁布单位": "issuers",
    "颁布部门": "issuers",
    "颁布机关": "issuers",
    "发布机关": "issuers",
    "publisher": "issuers",
    "统一编号": "registration",
    "统一登记号": "registration",
    "实施日期": "effective_from",
    "施行日期": "effective_from",
    "失效日期": "effective_to",
}
"""What a label says of the document. 发布机构 is the site's owner as often as the issuer, so it is not here."""

LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}|[A-Za-z_ ]{2,20}")
"""What a label may be."""

BRACKETED = re.compile(r"^[\[【](?P<label>[\u4e00-\u9fff]{2,6})[\]】]\s*(?P<value>.*)$")
"""A label in brackets: [成文日期] 2020-02-03."""

NOISE = re.compile(
    r"""
    ^(?: 【 | \[[\u4e00-\u9fff]{2,6}\] | 原文链接 | https?: | 来源 | 信息来源 | 分享 | 打印 | 字体 | 字号
       | 当前位置 | 首页 | 首\s*页 | 搜索 | 热词 | 浏览 | 阅读
       | 全文$ | 正文$ | 元数据$ | 基本信息$ | 返回 | 附件下载 | 扫一扫 | 无障碍 | 现行有效 | 部门规范性文件 | 目录$
       | .{0,12}公报$ | 第\d+期 | [^\u4e00-\u9fff]*$ )
    | ^[^<]*>(?!$) | ^[^<]{0,8}>$ | [←↑|·•=] | https?:// | 浏览次数 | 门户网站
    """,
    re.X,
)
"""A line of the page, not of the document."""

RED_HEAD = re.compile(r"^(?P<issuers>[\u4e00-\u9fff（）() ]{3,80})文件$")
"""The name over the red line: 临溪县人民政府文件."""

SIGNED_BY = re.compile(
    r"^(?P<post>[省市县区州]?\s*长|主\s*任|部\s*长|局\s*长|主\s*席|总\s*理|署\s*长)\s*[：: ]\s*"
    r"(?P<name>[\u4e00-\u9fff·\s]{2,10})$"
)
"""The person under an order: 市长：陈明远."""

ADOPTED = re.compile("通过|批准|发布|公布|修订|印发|起施行")
"""What a date in the head tells: （2018年5月30日）, 1997年8月3日国务院令第227号发布."""

NOT_ADDRESSED = re.compile(
    r"如下|通知|联系|电话|传真|附件|组长|成员$|根据|为了|现将|经研究|指出|要求|日期|时间|地址|邮编|标题|来源"
    r"|^(?:责任|牵头|主办|承办|配合|协办|参加|实施|申报|发布|主管)(?:单位|部门|机构)$"
)
"""What is never in the line of addressees."""

CLOSING = re.compile(r"政府信息公开|公开方式|公开属性|公开选项|此件|抄送|主动公开|附件\s*\d*$")
"""What stands behind the last attachment where a page is printed in one line."""
