/*
title = "议事协调机构"
asks = "The leading groups: their members, the host of their office, the documents that set them up."
sorted = "most members first, name"

[columns]
group = "机构"
members = "成员数"
offices = "办公室设在"
documents = "设立文件"
id = "编号"
*/
MATCH (g:LeadingGroup)
OPTIONAL MATCH (m)-[:MEMBER_OF]->(g)
WITH g, count(DISTINCT m) AS members
OPTIONAL MATCH (g)-[:OFFICE_IN]->(a:Agency)
WITH DISTINCT g, members, a.name AS office
ORDER BY office
WITH g, members, collect(office) AS offices
OPTIONAL MATCH (d:Document)-[:ESTABLISHES]->(g)
WITH DISTINCT g, members, offices, coalesce(d.number, d.name) AS document
ORDER BY document
WITH g, members, offices, collect(document) AS documents
RETURN g.name AS group, members, offices, documents, g.id AS id
ORDER BY members DESC, group, id
