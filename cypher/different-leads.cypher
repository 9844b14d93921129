/*
title = "牵头不一"
asks = "The same task that two documents give to different leads."
sorted = "task, documents"

[columns]
duty = "任务"
lead = "牵头"
number = "文号"
other_lead = "另一牵头"
other_number = "另一文号"
start = "起"
end = "止"
other_start = "另起"
other_end = "另止"
*/
MATCH (t:Duty)<-[:OWNS {role: 'lead'}]-(a:Agency|LeadingGroup)
WITH t.text AS duty, collect(DISTINCT t.document) AS documents, collect(DISTINCT a.id) AS leads
WHERE size(documents) > 1 AND size(leads) > 1
MATCH (t:Duty {text: duty})<-[:OWNS {role: 'lead'}]-(a:Agency|LeadingGroup)
MATCH (u:Duty {text: duty})<-[:OWNS {role: 'lead'}]-(b:Agency|LeadingGroup)
WHERE t.document < u.document AND a.id <> b.id
  AND NOT EXISTS { MATCH (u)<-[:OWNS {role: 'lead'}]-(a) } AND NOT EXISTS { MATCH (t)<-[:OWNS {role: 'lead'}]-(b) }
MATCH (d:Document {id: t.document})
MATCH (e:Document {id: u.document})
RETURN duty, a.name AS lead, coalesce(d.number, d.name) AS number, b.name AS other_lead,
  coalesce(e.number, e.name) AS other_number, t.start AS start, t.end AS end, u.start AS other_start, u.end AS other_end
ORDER BY duty, d.id, start, e.id, other_start, a.id, b.id
