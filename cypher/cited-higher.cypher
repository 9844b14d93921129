/*
title = "上级依据"
asks = "The documents of a higher level that are cited: their level, and by how many documents."
sorted = "most cited first, the highest level first, name"

[parameters.document]
type = "document"
help = "A document: its id, number or title; all where it is left out."
example = "周政发〔2017〕62号"
default = ""

[columns]
document = "上级文件"
number = "文号"
level = "层级"
cited_by = "引用文件数"
citing = "引用文件"
in_corpus = "已收录"
*/
MATCH (d:Document)-[:CITES]->(h:Document)
WHERE ($document = '' OR d.id = $document OR d.number = $document OR d.title = $document)
WITH DISTINCT d, h,
  CASE d.level WHEN 'national' THEN 1 WHEN 'provincial' THEN 2 WHEN 'municipal' THEN 3 WHEN 'county' THEN 4
  WHEN 'township' THEN 5 WHEN 'village' THEN 6 ELSE 9 END AS mine,
  CASE h.level WHEN 'national' THEN 1 WHEN 'provincial' THEN 2 WHEN 'municipal' THEN 3 WHEN 'county' THEN 4
  WHEN 'township' THEN 5 WHEN 'village' THEN 6 ELSE 9 END AS theirs
WHERE theirs < mine AND mine < 9
WITH d, h, theirs
ORDER BY d.id
WITH h, theirs, count(d) AS cited_by, collect(coalesce(d.number, d.name)) AS citing
RETURN h.name AS document, h.number AS number, h.level AS level, cited_by, citing, h.in_corpus AS in_corpus
ORDER BY cited_by DESC, theirs, document, h.id
