/*
title = "人员任职"
asks = "The posts of a person, the groups he or she sits in or whose office he or she heads, and where it is written."
sorted = "person, kind, name"

[parameters.person]
type = "string"
help = "A person: the name, or the id."
example = "王明"

[columns]
person = "姓名"
kind = "类别"
what = "职务或机构"
role = "角色"
number = "文号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "人员编号"
*/
MATCH (p:Person)-[r:HOLDS|MEMBER_OF|HEADS_OFFICE_OF]->(x)
WHERE p.id = $person OR p.name = $person
MATCH (d:Document {id: r.document})
RETURN p.name AS person, type(r) AS kind, x.name AS what, r.role AS role, d.number AS number, d.source AS source,
  r.start AS start, r.end AS end, r.quote AS quote, p.id AS id
ORDER BY id, kind, what, d.id, start, r.id
