/*
title = "职责依据"
asks = "On whose authority: each duty of a body with every document that it rests on, up to the top (at most six steps)."
sorted = "body, the document that states it, place in it, steps"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written."
example = "区安监局"

[columns]
body = "机关"
duty = "任务"
modality = "规范方式"
document = "载于"
rests_on = "依据"
number = "文号"
level = "层级"
article = "条款"
steps = "步数"
way = "路径"
in_corpus = "已收录"
start = "起"
end = "止"
id = "任务编号"
*/
MATCH (a:Agency|LeadingGroup)-[:OWNS]->(t:Duty)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN a.names)
WITH DISTINCT a, t
MATCH (d:Document {id: t.document})
OPTIONAL MATCH p = (t)-[:BASED_ON*1..6]->(h:Document)
WITH a, t, d, h, length(p) AS steps, [x IN tail(nodes(p)) | coalesce(x.number, x.name)] AS way,
  [r IN relationships(p) | coalesce(r.article, '')] AS articles
ORDER BY steps, way
WITH a, t, d, h, collect({steps: steps, way: way, articles: articles}) AS ways
WITH a, t, d, h, ways[0] AS shortest
RETURN a.name AS body, t.text AS duty, t.modality AS modality, coalesce(d.number, d.name) AS document,
  h.name AS rests_on, h.number AS number, h.level AS level, CASE last(shortest.articles) WHEN '' THEN null ELSE last(shortest.articles) END AS article,
  shortest.steps AS steps, shortest.way AS way, h.in_corpus AS in_corpus, t.start AS start, t.end AS end, t.id AS id
ORDER BY body, a.id, d.id, start, id, steps, rests_on, h.id
