/*
title = "任务负担"
asks = "How much each body carries: duties by role, those with a date, the documents they come from."
sorted = "most duties first, name"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written; all where it is left out."
example = "区安监局"
default = ""
[parameters.limit]
type = "integer"
help = "The most rows."
example = 20
default = 1000

[columns]
body = "机关"
duties = "任务数"
lead = "牵头"
responsible = "责任"
support = "配合"
dated = "有期限"
documents = "文件数"
*/
MATCH (a:Agency|LeadingGroup)-[o:OWNS]->(t:Duty)
WHERE $agency = '' OR a.id = $agency OR a.name = $agency OR $agency IN a.names
WITH DISTINCT a, t, o.role AS role
WITH a, count(DISTINCT t) AS duties, count(DISTINCT CASE role WHEN 'lead' THEN t.id END) AS lead,
  count(DISTINCT CASE role WHEN 'responsible' THEN t.id END) AS responsible,
  count(DISTINCT CASE role WHEN 'support' THEN t.id END) AS support,
  count(DISTINCT CASE WHEN t.due IS NOT NULL THEN t.id END) AS dated,
  count(DISTINCT t.document) AS documents
RETURN a.name AS body, duties, lead, responsible, support, dated, documents
ORDER BY duties DESC, body, a.id
LIMIT $limit
