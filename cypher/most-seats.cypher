/*
title = "任职最多"
asks = "Who sits in most leading groups: people, posts without a name, bodies."
sorted = "most groups first, name"

[parameters.limit]
type = "integer"
help = "The most rows."
example = 20
default = 1000

[columns]
member = "成员"
kind = "类别"
groups = "机构数"
names = "机构"
posts = "职务"
*/
MATCH (m)-[:MEMBER_OF]->(g:LeadingGroup)
WITH DISTINCT m, g
ORDER BY g.name, g.id
WITH m, count(g) AS groups, collect(g.name) AS names
RETURN m.name AS member, labels(m)[0] AS kind, groups, names, coalesce(m.posts, []) AS posts
ORDER BY groups DESC, member, m.id
LIMIT $limit
