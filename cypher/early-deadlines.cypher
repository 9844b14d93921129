/*
title = "时限早于成文日期"
asks = "The duties that are due before their own document was issued."
sorted = "document, place in the document"

[columns]
duty = "任务"
deadline = "时限"
due = "截止日期"
date = "成文日期"
document = "文件"
number = "文号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "任务编号"
*/
MATCH (t:Duty)
WHERE t.due IS NOT NULL AND t.recurrence IS NULL
MATCH (d:Document {id: t.document})
WHERE t.due < d.date
RETURN t.text AS duty, t.deadline AS deadline, t.due AS due, d.date AS date, d.name AS document, d.number AS number,
  d.source AS source, t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY d.id, start, id
