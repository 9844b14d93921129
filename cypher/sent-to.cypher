/*
title = "收文机关"
asks = "The documents that are sent to a body."
sorted = "the newest first, number"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written."
example = "区安监局"

[columns]
body = "机关"
number = "文号"
title = "标题"
date = "成文日期"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
*/
MATCH (d:Document)-[r:ADDRESSED_TO]->(a:Agency)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN a.names)
RETURN a.name AS body, d.number AS number, d.title AS title, d.date AS date, d.source AS source, r.start AS start,
  r.end AS end, r.quote AS quote
ORDER BY body, a.id, coalesce(date, '') DESC, d.id, start
