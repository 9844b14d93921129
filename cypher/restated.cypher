/*
title = "重申的任务"
asks = "The duties that say again what an earlier document says, with both texts and how alike they are."
sorted = "most alike first, documents, place in the document"

[parameters.document]
type = "document"
help = "A document, the later or the earlier: its id, number or title; all where it is left out."
example = "周政发〔2017〕62号"
default = ""

[columns]
duty = "任务"
number = "文号"
original = "先前任务"
original_number = "先前文号"
score = "相似度"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "任务编号"
original_id = "先前任务编号"
*/
MATCH (t:Duty)-[r:RESTATES]->(u:Duty)
MATCH (d:Document {id: t.document})
MATCH (e:Document {id: u.document})
WHERE $document = '' OR d.id = $document OR d.number = $document OR d.title = $document
  OR e.id = $document OR e.number = $document OR e.title = $document
RETURN t.text AS duty, coalesce(d.number, d.name) AS number, u.text AS original,
  coalesce(e.number, e.name) AS original_number, r.score AS score, d.source AS source, t.start AS start, t.end AS end,
  r.quote AS quote, t.id AS id, u.id AS original_id
ORDER BY score DESC, number, start, original_number, id, original_id
