/*
title = "多头牵头"
asks = "The duties that two or more bodies lead."
sorted = "most leads first, document, place in the document"

[parameters.document]
type = "document"
help = "A document: its id, number or title; all where it is left out."
example = "周政发〔2017〕62号"
default = ""

[columns]
duty = "任务"
leads = "牵头数"
names = "牵头"
document = "文件"
number = "文号"
provision = "条款号"
source = "来源文件"
start = "起"
end = "止"
quote = "原文"
id = "任务编号"
*/
MATCH (t:Duty)<-[:OWNS {role: 'lead'}]-(a:Agency|LeadingGroup)
MATCH (d:Document {id: t.document})
WHERE ($document = '' OR d.id = $document OR d.number = $document OR d.title = $document)
WITH DISTINCT t, d, a
ORDER BY a.name, a.id
WITH t, d, collect(a.name) AS names, count(a) AS leads
WHERE leads > 1
RETURN t.text AS duty, leads, names, d.name AS document, d.number AS number, t.provision AS provision,
  d.source AS source, t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY leads DESC, d.id, start, id
