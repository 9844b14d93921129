/*
title = "无牵头任务"
asks = "The duties of several bodies of which none leads."
sorted = "most bodies first, document, place in the document"

[parameters.document]
type = "document"
help = "A document: its id, number or title; all where it is left out."
example = "周政发〔2017〕62号"
default = ""

[columns]
duty = "任务"
bodies = "单位数"
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
MATCH (t:Duty)<-[o:OWNS]-(a:Agency|LeadingGroup)
MATCH (d:Document {id: t.document})
WHERE ($document = '' OR d.id = $document OR d.number = $document OR d.title = $document)
WITH DISTINCT t, d, a, o.role AS role
ORDER BY a.name, a.id
WITH t, d, collect(DISTINCT a.name) AS owners, count(DISTINCT a) AS bodies,
  sum(CASE role WHEN 'lead' THEN 1 ELSE 0 END) AS leads
WHERE leads = 0 AND bodies > 1
RETURN t.text AS duty, bodies, owners, d.name AS document, d.number AS number, t.provision AS provision, d.source AS source,
  t.start AS start, t.end AS end, t.quote AS quote, t.id AS id
ORDER BY bodies DESC, d.id, start, id
