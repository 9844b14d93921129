/*
title = "已撤并更名单位的任务"
asks = "The duties of bodies that another document abolishes, renames or merges into another, before or after it."
sorted = "body, date of the change, document, place in the document"

[columns]
body = "机关"
change = "变动"
into = "变动后"
changed = "变动日期"
changed_by = "变动文号"
change_quote = "变动原文"
duty = "任务"
role = "角色"
date = "成文日期"
number = "文号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "任务编号"
*/
MATCH (a:Agency)
OPTIONAL MATCH (a)-[moved:RENAMED_TO|MERGED_INTO]->(:Agency)
OPTIONAL MATCH (:Document)-[done:ABOLISHES]->(a)
WITH a, collect(DISTINCT moved) + collect(DISTINCT done) AS facts
UNWIND facts AS fact
MATCH (d:Document {id: fact.document})
OPTIONAL MATCH (a)-[:RENAMED_TO|MERGED_INTO {id: fact.id}]->(b:Agency)
MATCH (a)-[o:OWNS]->(t:Duty)
MATCH (e:Document {id: t.document})
WHERE e.id <> d.id
RETURN DISTINCT a.name AS body, type(fact) AS change, b.name AS into, d.date AS changed,
  coalesce(d.number, d.name) AS changed_by, fact.quote AS change_quote, t.text AS duty, o.role AS role, e.date AS date,
  coalesce(e.number, e.name) AS number, e.source AS source, t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY body, coalesce(changed, ''), change, into, number, start, id, role
