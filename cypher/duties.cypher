/*
title = "机关职责"
asks = "The duties of a body, each once: its role, the task, the deadline, and where it is written."
sorted = "body, the newest document first, place in the document"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written."
example = "区安监局"

[columns]
body = "机关"
roles = "角色"
duty = "任务"
deadline = "时限"
due = "截止日期"
date = "成文日期"
document = "文件"
number = "文号"
provision = "条款号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
confidence = "把握"
id = "任务编号"
*/
MATCH (a:Agency|LeadingGroup)-[o:OWNS]->(t:Duty)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN a.names)
MATCH (d:Document {id: t.document})
WITH DISTINCT a, t, d, o.role AS role
ORDER BY role
WITH a, t, d, collect(role) AS roles
RETURN a.name AS body, roles, t.text AS duty, coalesce(t.deadline, t.pace) AS deadline, t.due AS due, d.date AS date,
  d.name AS document, d.number AS number, t.provision AS provision, d.source AS source,
  t.start AS start, t.end AS end, t.quote AS quote, t.confidence AS confidence, t.id AS id
ORDER BY body, a.id, coalesce(date, '') DESC, d.id, start, id
