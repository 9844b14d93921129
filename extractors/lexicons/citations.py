"""Ends of the titles of documents that are cited, and of the forms and papers that are none (regular expressions)."""

from __future__ import annotations

DOCUMENT_ENDS = (
    "通知|意见|方案|办法|规定|规划|纲要|计划|决定|决议|公告|通告|标准|规范|细则|规程|通则|条例|法|宪法|制度|指南|要点|措施|"
    "批复|函|通报|备忘录|公约|协定|章程|规则|解释|准则|行动|建议|报告|导则|大纲|要求|指引|命令|令|政策|条款|守则|预案|复函|议定书|若干规定"
)

FORM_ENDS = "表|卡|证|书|手册|台账|名单|协议|合同|报|日报|证明|通知单|登记册|单|杂志|周刊"
