/*
title = "依据链"
asks = "What a document rests on, to any depth (at most six steps): each document once, by the shortest way."
sorted = "steps, name"

[parameters.document]
type = "document"
help = "A document: its id, number or title."
example = "周政发〔2017〕62号"

[columns]
document = "文件"
rests_on = "依据"
number = "文号"
level = "层级"
steps = "步数"
way = "路径"
in_corpus = "已收录"
*/
MATCH (d:Document)
WHERE d.id = $document OR d.number = $document OR d.title = $document
MATCH p = (d)-[:CITES*1..6]->(h:Document)
WHERE h.id <> d.id
WITH d, h, length(p) AS steps, [x IN nodes(p) | coalesce(x.number, x.name)] AS way
ORDER BY steps, way
WITH d, h, collect({steps: steps, way: way}) AS ways
WITH d, h, ways[0] AS shortest
RETURN d.name AS document, h.name AS rests_on, h.number AS number, h.level AS level, shortest.steps AS steps,
  shortest.way AS way, h.in_corpus AS in_corpus
ORDER BY steps, rests_on, h.id, d.id
