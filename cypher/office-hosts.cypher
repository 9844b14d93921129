/*
title = "办公室设在"
asks = "The bodies that host the offices of leading groups: how many, and which."
sorted = "most offices first, name"

[columns]
host = "机关"
groups = "机构数"
names = "机构"
*/
MATCH (g:LeadingGroup)-[:OFFICE_IN]->(a:Agency)
WITH DISTINCT a, g
ORDER BY g.name, g.id
WITH a, count(g) AS groups, collect(g.name) AS names
RETURN a.name AS host, groups, names
ORDER BY groups DESC, host, a.id
