/*
title = "职责分工表"
asks = "The responsibility matrix: for each duty who leads, who is responsible, who supports."
sorted = "document, place in the document"

[parameters.document]
type = "document"
help = "A document: its id, number or title; all where it is left out."
example = "周政发〔2017〕62号"
default = ""

[columns]
duty = "任务"
leads = "牵头"
responsible = "责任"
supports = "配合"
deadline = "时限"
document = "文件"
number = "文号"
provision = "条款号"
start = "起"
end = "止"
id = "任务编号"
*/
MATCH (t:Duty)
MATCH (d:Document {id: t.document})
WHERE ($document = '' OR d.id = $document OR d.number = $document OR d.title = $document)
MATCH (a:Agency|LeadingGroup)-[o:OWNS]->(t)
WITH DISTINCT t, d, o.role AS role, a.name AS name
ORDER BY name
WITH t, d, collect({role: role, name: name}) AS owners
RETURN t.text AS duty,
  [x IN owners WHERE x.role = 'lead' | x.name] AS leads,
  [x IN owners WHERE x.role = 'responsible' | x.name] AS responsible,
  [x IN owners WHERE x.role = 'support' | x.name] AS supports,
  coalesce(t.deadline, t.pace) AS deadline, d.name AS document, d.number AS number, t.provision AS provision,
  t.start AS start, t.end AS end, t.id AS id
ORDER BY d.id, start, id
