/*
title = "机构变动"
asks = "All that documents do to each body: abolish or rename it, merge it into another, move its duties or staff; the duties that later documents still give it."
sorted = "date of the change, body"

[columns]
body = "机关"
change = "变动"
into = "变动后"
date = "变动日期"
number = "变动文号"
duties_after = "其后任务数"
later = "其后文件"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
*/
MATCH (a:Agency)
OPTIONAL MATCH (a)-[moved:RENAMED_TO|MERGED_INTO|TRANSFERS_DUTIES_TO|TRANSFERS_STAFF_TO]->(:Agency)
OPTIONAL MATCH (:Document)-[done:ABOLISHES]->(a)
WITH a, collect(DISTINCT moved) + collect(DISTINCT done) AS facts
UNWIND facts AS fact
MATCH (d:Document {id: fact.document})
OPTIONAL MATCH (a)-[:RENAMED_TO|MERGED_INTO|TRANSFERS_DUTIES_TO|TRANSFERS_STAFF_TO {id: fact.id}]->(b:Agency)
OPTIONAL MATCH (a)-[:OWNS]->(t:Duty)
OPTIONAL MATCH (e:Document {id: t.document}) WHERE e.date > d.date
WITH DISTINCT a, fact, d, b, e, CASE WHEN e IS NULL THEN NULL ELSE t.id END AS after
ORDER BY e.id
WITH a, fact, d, b, count(DISTINCT after) AS duties_after, collect(DISTINCT coalesce(e.number, e.name)) AS later
RETURN a.name AS body, type(fact) AS change, b.name AS into, d.date AS date, d.number AS number, duties_after, later,
  d.source AS source, fact.start AS start, fact.end AS end, fact.quote AS quote
ORDER BY coalesce(date, ''), body, a.id, change, into, start
