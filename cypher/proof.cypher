/*
title = "事实出处"
asks = "The proof of a fact (a duty or a relationship, by its id): the words, their place, the document, the file."
sorted = "kind"

[parameters.id]
type = "string"
help = "The id of a duty or of a relationship."
example = "3f2a"

[columns]
kind = "类别"
from = "起点"
to = "终点"
document = "文件"
number = "文号"
provision = "条款号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
rule = "规则"
*/
MATCH (t:Duty {id: $id})
MATCH (d:Document {id: t.document})
RETURN 'Duty' AS kind, t.name AS from, d.name AS to, d.name AS document, d.number AS number, t.provision AS provision,
  d.source AS source, t.start AS start, t.end AS end, t.quote AS quote, t.rule AS rule
UNION
MATCH (a)-[r]->(b)
WHERE r.id = $id
MATCH (d:Document {id: r.document})
RETURN type(r) AS kind, a.name AS from, b.name AS to, d.name AS document, d.number AS number, a.provision AS provision,
  d.source AS source, r.start AS start, r.end AS end, r.quote AS quote, r.rule AS rule
