/*
title = "机构成员"
asks = "The members of a leading group: who, in which role, with which posts, and where it is written."
sorted = "group, document, rank"

[parameters.group]
type = "body"
help = "A leading group: its id, its name, or any form in which it is written."
example = "安全生产委员会"

[columns]
group = "机构"
role = "角色"
member = "成员"
kind = "类别"
posts = "职务"
number = "文号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
*/
MATCH (m)-[r:MEMBER_OF]->(g:LeadingGroup)
WHERE g.id = $group OR g.name = $group OR $group IN g.names
MATCH (d:Document {id: r.document})
RETURN g.name AS group, r.role AS role, m.name AS member, labels(m)[0] AS kind, coalesce(m.posts, []) AS posts,
  d.number AS number, d.source AS source, r.start AS start, r.end AS end, r.quote AS quote
ORDER BY group, g.id, d.id, r.rank, start, member, m.id
