/*
title = "缺失依据"
asks = "The documents that are cited but not in the corpus: the most cited first."
sorted = "most cited first, name"

[parameters.limit]
type = "integer"
help = "The most rows."
example = 20
default = 1000

[columns]
document = "文件"
number = "文号"
level = "层级"
cited_by = "引用文件数"
citing = "引用文件"
*/
MATCH (d:Document)-[:CITES]->(h:Document {in_corpus: false})
WITH DISTINCT d, h
ORDER BY d.id
WITH h, count(d) AS cited_by, collect(coalesce(d.number, d.name)) AS citing
RETURN h.name AS document, h.number AS number, h.level AS level, cited_by, citing
ORDER BY cited_by DESC, document, h.id
LIMIT $limit
