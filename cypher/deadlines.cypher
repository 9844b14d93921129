/*
title = "时限清单"
asks = "The duties with a deadline that can be dated, of all bodies or one, between two days."
sorted = "deadline, document, place in the document"

[parameters.agency]
type = "body"
help = "A body: its id, its name, or any form in which it is written; all where it is left out."
example = "区安监局"
default = ""
[parameters.from]
type = "date"
help = "The first day (yyyy-mm-dd)."
example = "2018-01-01"
default = ""
[parameters.to]
type = "date"
help = "The last day (yyyy-mm-dd)."
example = "2018-12-31"
default = ""

[columns]
due = "截止日期"
deadline = "时限"
duty = "任务"
owners = "承担单位"
document = "文件"
number = "文号"
provision = "条款号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "任务编号"
*/
MATCH (a:Agency|LeadingGroup)-[:OWNS]->(t:Duty)
WHERE t.due IS NOT NULL AND ($from = '' OR t.due >= $from) AND ($to = '' OR t.due <= $to)
MATCH (d:Document {id: t.document})
WITH DISTINCT t, d, a
ORDER BY a.name, a.id
WITH t, d, collect(a.name) AS owners,
  max(CASE WHEN $agency = '' OR a.id = $agency OR a.name = $agency OR $agency IN a.names THEN 1 ELSE 0 END) AS wanted
WHERE wanted = 1
RETURN t.due AS due, t.deadline AS deadline, t.text AS duty, owners, d.name AS document, d.number AS number, t.provision AS provision, d.source AS source,
  t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY due, d.id, start, id
