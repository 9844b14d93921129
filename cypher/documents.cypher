/*
title = "文件目录"
asks = "The documents of the corpus: number, title, date, issuers, how many duties they state and documents they cite."
sorted = "the newest first, number"

[columns]
number = "文号"
title = "标题"
date = "成文日期"
level = "层级"
issuers = "发文机关"
duties = "任务数"
cites = "引用数"
source = "来源文件"
start = "起"
end = "止"
id = "编号"
*/
MATCH (d:Document {in_corpus: true})
WHERE NOT EXISTS { MATCH (:Document)-[:PROMULGATES|ATTACHES]->(d) }
OPTIONAL MATCH (d)-[:CITES]->(c:Document)
WITH d, count(DISTINCT c) AS cites
OPTIONAL MATCH (d)-[:CONTAINS*0..9]->(p)<-[:STATED_IN]-(t:Duty)
WITH d, cites, count(DISTINCT t) AS duties
RETURN d.number AS number, d.title AS title, d.date AS date, d.level AS level, coalesce(d.issuers, []) AS issuers, duties,
  cites, d.source AS source, d.start AS start, d.end AS end, d.id AS id
ORDER BY coalesce(date, '') DESC, id
