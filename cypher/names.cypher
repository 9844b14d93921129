/*
title = "机关名称"
asks = "The forms in which a body is written, and the rules by which they were joined."
sorted = "body"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written."
example = "区安监局"

[columns]
body = "机关"
names = "全部写法"
joined = "合并依据"
level = "层级"
place = "所在区划"
id = "编号"
*/
MATCH (a:Agency)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN a.names)
OPTIONAL MATCH (a)-[:IN]->(j:Jurisdiction)
RETURN a.name AS body, a.names AS names, coalesce(a.joined, []) AS joined, a.level AS level, j.name AS place, a.id AS id
ORDER BY body, id, place
