/*
title = "引用已废止的文件"
asks = "The documents that are cited by one document and repealed by another."
sorted = "cited document, citing document, place in the document"

[columns]
cited = "被引文件"
repealed_by = "废止文件"
repealed = "废止日期"
number = "引用文件"
date = "引用日期"
basis = "依据词"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
repeal_quote = "废止原文"
*/
MATCH (c:Document)-[r:REPEALS]->(h:Document)<-[x:CITES]-(d:Document)
WHERE c.id <> d.id AND NOT EXISTS { MATCH (d)-[:REPEALS]->(h) }
RETURN coalesce(h.number, h.name) AS cited, coalesce(c.number, c.name) AS repealed_by, c.date AS repealed,
  coalesce(d.number, d.name) AS number, d.date AS date, x.basis AS basis, d.source AS source, x.start AS start,
  x.end AS end, x.quote AS quote, r.quote AS repeal_quote
ORDER BY cited, number, start, repealed_by
