/*
title = "牵头不一"
asks = "The same task, in the same or nearly the same words, that two documents give to different leads."
sorted = "most alike first, task, documents"

[columns]
duty = "任务"
lead = "牵头"
number = "文号"
other_lead = "另一牵头"
other_number = "另一文号"
score = "相似度"
start = "起"
end = "止"
other_start = "另起"
other_end = "另止"
*/
MATCH (t:Duty)-[r:RESTATES]->(u:Duty)
MATCH (t)<-[:OWNS {role: 'lead'}]-(a:Agency|LeadingGroup)
MATCH (u)<-[:OWNS {role: 'lead'}]-(b:Agency|LeadingGroup)
WHERE a.id <> b.id
  AND NOT EXISTS { MATCH (u)<-[:OWNS {role: 'lead'}]-(a) } AND NOT EXISTS { MATCH (t)<-[:OWNS {role: 'lead'}]-(b) }
MATCH (d:Document {id: t.document})
MATCH (e:Document {id: u.document})
RETURN DISTINCT t.text AS duty, a.name AS lead, coalesce(d.number, d.name) AS number, b.name AS other_lead,
  coalesce(e.number, e.name) AS other_number, r.score AS score, t.start AS start, t.end AS end,
  u.start AS other_start, u.end AS other_end
ORDER BY score DESC, duty, number, start, other_number, other_start, lead, other_lead
