/*
title = "职责已划出单位的任务"
asks = "The duties of bodies from which another document moves duties to others, before or after it; whether such are meant the words tell."
sorted = "body, date of the move, document, place in the document"

[columns]
body = "机关"
into = "划转至"
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
MATCH (a:Agency)-[moved:TRANSFERS_DUTIES_TO]->(b:Agency)
MATCH (d:Document {id: moved.document})
MATCH (a)-[o:OWNS]->(t:Duty)
MATCH (e:Document {id: t.document})
WHERE e.id <> d.id
RETURN DISTINCT a.name AS body, b.name AS into, d.date AS changed, coalesce(d.number, d.name) AS changed_by,
  moved.quote AS change_quote, t.text AS duty, o.role AS role, e.date AS date, coalesce(e.number, e.name) AS number,
  e.source AS source, t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY body, coalesce(changed, ''), into, number, start, id, role
