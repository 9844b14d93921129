/*
title = "配合单位"
asks = "Who supports a body in the duties that it leads or is responsible for: how many, and which."
sorted = "most duties first, name"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written."
example = "区安监局"

[columns]
body = "机关"
supporter = "配合单位"
duties = "任务数"
examples = "任务"
*/
MATCH (a:Agency|LeadingGroup)-[o:OWNS]->(t:Duty)<-[s:OWNS]-(b:Agency|LeadingGroup)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN a.names) AND o.role IN ['lead', 'responsible'] AND s.role = 'support' AND b.id <> a.id
WITH DISTINCT a, b, t
ORDER BY t.name, t.id
WITH a, b, count(t) AS duties, collect(t.name) AS examples
RETURN a.name AS body, b.name AS supporter, duties, examples[0..5] AS examples
ORDER BY duties DESC, supporter, b.id, body, a.id
