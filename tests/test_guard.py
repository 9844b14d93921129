"""The guard: what it refuses, what it lets through, and that the store behind it holds where the guard is passed by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graphs import county

from graph.guard import GuardError, check_reading
from graph.stores import StoreError
from graph.stores.arcade import ArcadeStore
from graph.stores.read import tables_of

HOSTILE = [  # (statement, why it is here)
    ("CREATE (n:Agency {id: 'x'}) RETURN n", "a plain write"),
    ("create (n:Agency) return n", "lower case"),
    ("MERGE (n:Agency {id: 'x'}) RETURN n", "merge"),
    ("MATCH (n) SET n.name = 'x' RETURN n", "set"),
    ("MATCH (n) DELETE n", "delete"),
    ("MATCH (n) DETACH DELETE n", "detach delete"),
    ("MATCH (n) NODETACH DELETE n", "nodetach delete"),
    ("MATCH (n) REMOVE n.name RETURN n", "remove"),
    ("INSERT (n:Agency) RETURN n", "the GQL word for create"),
    ("MATCH (n) INSERT (m:Agency) RETURN n", "the same within a statement"),
    ("MATCH p = (a)-->(b) FOREACH (n IN nodes(p) | SET n.x = 1)", "foreach"),
    ("UNWIND [1] AS x CREATE (n:Agency {id: toString(x)})", "after a reading clause"),
    ("MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n", "in a subquery"),
    ("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1 ROW", "in transactions"),
    ("MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x", "transactions alone"),
    ("MATCH (n) RETURN n; MATCH (m) DELETE m", "a chain"),
    ("MATCH (n) RETURN n;;DROP DATABASE neo4j", "a chain with an empty link"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "reads a file"),
    ("MATCH (n) LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/' AS l RETURN l", "reads the network"),
    ("WITH 'file:///etc/passwd' AS f LOAD CSV FROM f AS l RETURN l", "reads a file named by a value"),
    ("USING PERIODIC COMMIT LOAD CSV FROM 'file:///x' AS l CREATE (n)", "old bulk load"),
    ("CALL apoc.load.json('http://127.0.0.1/') YIELD value RETURN value", "a procedure that reads the network"),
    ("CALL `apoc`.`load`.`json`('file:///etc/passwd') YIELD value RETURN value", "in back-ticks"),
    ("CALL apoc . cypher . doIt('CREATE (n)', {}) YIELD value RETURN value", "with spaces in its name"),
    ("CALL /* x */ apoc.cypher.doIt('CREATE (n)', {})", "with a comment before its name"),
    ("CALL dbms.shutdown()", "administration"),
    ("CALL db.index.fulltext.createNodeIndex('i', ['A'], ['b'])", "makes an index"),
    ("CALL db.labels2() YIELD label RETURN label", "begins like an allowed one"),
    ("MATCH (n) CALL db.create.setNodeVectorProperty(n, 'x', [1.0]) RETURN n", "a writing procedure"),
    ("RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {})", "a function that runs text"),
    ("RETURN apoc.util.sleep(1)", "an unknown function"),
    ("RETURN `apoc.cypher.runFirstColumn`('CREATE (n)', {})", "an unknown function in back-ticks"),
    ("RETURN myudf (1)", "an unknown function with a space"),
    ("USE system MATCH (n) RETURN n", "another database"),
    ("MATCH (n) USE system RETURN n", "another database within"),
    ("SHOW DATABASES", "administration"),
    ("SHOW USERS YIELD * RETURN *", "administration that returns"),
    ("ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "a password"),
    ("CREATE USER x SET PASSWORD 'y'", "a user"),
    ("GRANT ROLE admin TO x", "a right"),
    ("DROP CONSTRAINT c IF EXISTS", "the schema"),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE", "the schema"),
    ("TERMINATE TRANSACTIONS 'x'", "others' work"),
    ("START DATABASE neo4j", "administration"),
    ("EXPLAIN MATCH (n) RETURN n", "not the question itself"),
    ("PROFILE MATCH (n) SET n.x = 1", "runs what it profiles"),
    ("CYPHER runtime=slotted CREATE (n)", "options before it"),
    ("// a comment\nCREATE (n)", "after a comment"),
    ("/* CREATE */ MATCH (n) /* */ SET /* */ n.x = 1", "between comments"),
    ("MATCH (n) // \r SET n.x = 1", "a comment that ends at a carriage return for some"),
    ("MATCH (n) // \u2028 ' \n SET n.x = 1 //'\nRETURN n", "a comment that ends at a line separator for some"),
    ("MATCH (n) /* /* */ ' */ SET n.x = 1 //'\nRETURN n", "a comment within a comment, for some"),
    ("MATCH (n) /* SET n.x = 1", "a comment that does not end"),
    ("MATCH (n) WHERE n.name = '\\u0027 SET n.x = 1 //' RETURN n", "an escape that ends the string early"),
    ("MATCH (n) WHERE n.name = '\\uuu0027 SET n.x = 1 //' RETURN n", "the same, longer"),
    ("MATCH (n) \\u0053ET n.x = 1", "an escape outside of a string"),
    ("MATCH (n) WHERE n.name = '\\' SET n.x = 1 //' RETURN n' ", "an escaped quotation mark"),
    ("MATCH (n) WHERE n.name = 'x' + \" ' SET n.x = 1 //' \" SET n.y = 2", "quotation marks of two kinds"),
    ("MATCH (n:`a``) SET n.x = 1 //`) SET n.x = 2", "doubled back-ticks"),
    ("MATCH (n) WHERE n.name = 'open SET n.x = 1", "a string that does not end"),
    ("MATCH (n) WHERE n.x = 1SET n.x = 2", "a number that runs into a word"),
    ("RETURN 1. SET", "no property of a number"),
    ("MATCH (n) ſET n.x = 1", "a long s is an S to some"),
    ("MATCH (n) ＳＥＴ n.x = 1", "full-width letters"),
    ("MATCH (n) DETACH DELETE\u00a0n", "a space that is none"),
    ("MATCH (n)\u200bSET n.x = 1", "a space of no width"),
    ("MATCH (n) WITH n AS m SET m.x = 1 RETURN m", "a keyword after an alias"),
    ("MATCH (n) RETURN n UNION CREATE (m) RETURN m AS n", "the second part of a union"),
    ("RETURN EXISTS { MATCH (n) SET n.x = 1 }", "in an existence test"),
    ("RETURN [x IN [1] | CREATE]", "a bare keyword"),
    ("CALL { MATCH (n) DELETE n }", "a subquery at the beginning"),
    ("MATCH (n) WITH collect(n) AS l FOREACH (n IN l | REMOVE n.name)", "foreach over a list"),
    ("MATCH (n) LOAD /* */ CSV FROM 'file:///etc/passwd' AS l RETURN l", "a comment within the two words"),
    ("MATCH (n) SET n:$('A') RETURN n", "a label that is computed"),
    ("MATCH (n) SET n[$name] = 1 RETURN n", "a property that is computed"),
    ("MATCH (n) RETURN n NEXT DELETE n", "a later part"),
    ("CALL db.clearQueryCaches()", "a procedure of Neo4j that is no write to it"),
    ("CALL db.prepareForReplanning(1)", "another, which it counts as reading"),
    ("CALL db.stats.clear('QUERIES')", "another"),
    ("CALL tx.setMetaData({a: 1})", "another"),
    ("CALL dbms.killConnections(['bolt-1'])", "others' connections"),
    ("CALL dbms.queryJmx('*:*') YIELD name RETURN name", "the inside of the server"),
    ("RETURN file() AS f", "the name of a file that is loaded"),
    ("MATCH (n) USE graph.byName('system') RETURN n", "another database, computed"),
    ("RETURN graph.byName('system')", "a function that names a database"),
    ("SHOW SETTINGS", "the inside of the server"),
    ("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery", "others' statements"),
    ("RENAME USER neo4j TO x", "a user"),
    ("DROP USER neo4j IF EXISTS", "a user"),
    ("ALTER DATABASE neo4j SET ACCESS READ ONLY", "a database"),
    ("STOP DATABASE neo4j", "a database"),
    ("ENABLE SERVER 'x'", "a cluster"),
    ("DRYRUN REALLOCATE DATABASES", "a cluster"),
    ("CYPHER 25 MATCH (n) RETURN n", "another version of the language"),
    ("MATCH (n) ＤＥＴＡＣＨ ＤＥＬＥＴＥ n", "full-width letters"),
    ("MATCH (n) WITH n AS as SET as.x = 1 RETURN as", "AS as a name, and then a clause"),
    ("MATCH (n) RETURN n AS AS SET n.x = 1", "the same in capitals"),
    ("MATCH (as) WITH as SET as.x = 1 RETURN as", "a variable that is called as"),
    ("MATCH (`as`) WITH as SET as.x = 1 RETURN as", "the same, introduced in back-ticks"),
    ("MATCH (n) WHERE n.as SET n.x = 1", "a property that is called as"),
    ("MATCH (n) WHERE n:AS SET n.x = 1", "a label that is called AS"),
    ("MATCH (n) WITH n, 1 AS with WHERE n.x > with SET n.x = 1 RETURN n", "a variable that is called with"),
    ("MATCH with = (n)-->() WITH with SET with.x = 1", "a path that is called with"),
    ("MATCH (n) WITH n, 1 AS by ORDER BY by SET n.x = 1", "a variable that is called by"),
    ("MATCH (`where`) WITH * WHERE `where`.x = where SET n.x = 1", "a variable that is called where"),
    ("RETURN 1 AS x UNION DISTINCT CREATE (n) RETURN 1 AS x", "a clause may follow DISTINCT"),
    ("MATCH (n) CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x", "a clause may follow IN"),
    ("MATCH (n) WITH * SET n.x = 1", "a clause may follow a star"),
    ("", "nothing"),
    ("// only a comment", "nothing but a comment"),
    (";", "nothing but an end"),
    ("SELECT * FROM Agency", "another language"),
    ("BACKUP DATABASE", "another language that writes files"),
    ("RETURN '" + "x" * 100_001 + "'", "too long"),
]

HARMLESS = [
    ("MATCH (n) RETURN n LIMIT 1", "plain"),
    ("MATCH (n) RETURN n LIMIT 1;", "one end"),
    ("match (a:Agency) where a.name contains 'SET' return a.name", "a keyword in a string"),
    ('MATCH (n) WHERE n.name = "CREATE (n) DELETE n" RETURN n.name', "a statement in a string"),
    ("MATCH (n) WHERE n.name = 'it\\'s; DELETE' RETURN n.name", "an escaped quotation mark"),
    ("MATCH (n) WHERE n.name = '\\u4e34\\u6eaa' RETURN n.name", "escaped Chinese"),
    ("// DELETE everything\nMATCH (n) RETURN count(n) AS n", "a keyword in a comment"),
    ("MATCH (n) /* SET */ RETURN count(n) AS n", "a keyword in a block comment"),
    ("MATCH (n)\r\nRETURN count(n) AS n // x\r\n", "lines of Windows"),
    ("MATCH (n) RETURN n.set, n.delete, n.create LIMIT 1", "properties that are named like keywords"),
    ("MATCH (n) RETURN n.start AS start, n.end AS `end` ORDER BY start LIMIT 1", "start is a name of ours"),
    ("MATCH (n:Set) RETURN count(n) AS n", "a label"),
    ("MATCH (n) WHERE n:Delete RETURN count(n) AS n", "a label in a test"),
    ("MATCH (n:`CREATE`) RETURN count(n) AS n", "a label in back-ticks"),
    ("RETURN {set: 1, delete: 2} AS x", "keys of a map"),
    ("RETURN 1 AS load", "an alias"),
    ("MATCH (a:Agency)-[r:OWNS]->(d:Duty) WHERE r.role IN ['lead'] RETURN a.name, d.text", "a relationship"),
    ("MATCH (a:Agency) WHERE EXISTS { (a)-[:OWNS]->(:Duty) } RETURN a.name", "an existence test"),
    ("MATCH (a:Agency) RETURN a.name, COUNT { (a)-[:OWNS]->() } AS n", "a counting subquery"),
    ("MATCH (a:Agency) CALL { WITH a MATCH (a)-[:OWNS]->(d) RETURN count(d) AS n } RETURN a.name, n", "a subquery"),
    ("MATCH (a:Agency) CALL (a) { MATCH (a)-[:OWNS]->(d) RETURN count(d) AS n } RETURN a.name, n", "its newer form"),
    ("OPTIONAL MATCH (n:Nothing) RETURN n", "optional"),
    ("UNWIND [1, 2] AS x WITH x WHERE x > 1 RETURN x ORDER BY x SKIP 0 LIMIT (1)", "unwind, with, limit"),
    ("RETURN date('2018-01-01') AS d, date.truncate('month', date('2018-01-31')) AS m", "functions with dots"),
    ("RETURN reduce(s = 0, x IN [1, 2] | s + x) AS s, [x IN [1] WHERE x > 0 | x] AS l", "reduce and comprehension"),
    ("RETURN CASE WHEN (1 = 1) THEN ('a') ELSE ('b') END AS x", "case with brackets"),
    ("MATCH p = (a:Agency)-[*1..2]->(b) RETURN length(p) AS n, [x IN nodes(p) | x.name] AS names LIMIT 3", "a path"),
    ("MATCH (a:Agency) WHERE a.name =~ '.*局' RETURN a.name", "a regular expression"),
    ("MATCH (a:Agency) WHERE NOT (a)-[:OWNS]->() AND (a.vague OR (1 < 2)) RETURN a.name", "patterns and brackets"),
    ("MATCH (机关:Agency) WITH 机关.name AS 名称 RETURN 名称", "Chinese names"),
    ("MATCH (a:Agency) RETURN a.name AS x UNION MATCH (d:Duty) RETURN d.name AS x", "a union"),
    ("RETURN 1.5e3 AS a, .5 AS b, 0x1F AS c, [1, 2, 3][0..2] AS d", "numbers"),
    ("MATCH (n) WHERE n.deleted IS NULL AND n.offset_set IS NULL RETURN count(n) AS n", "words that hold keywords"),
    ("RETURN $name AS x", "a parameter"),
    ("RETURN \"LOAD CSV FROM 'file:///etc/passwd' AS l\" AS x", "a load in a string"),
    ("RETURN 'apoc.load.json(\"x\")' AS x", "a procedure in a string"),
    ("RETURN '/* SET' AS a, '*/ // DELETE' AS b", "comments in strings"),
    ("RETURN 'a; DROP DATABASE neo4j; b' AS x", "a chain in a string"),
    ("RETURN '`' AS a, \"'\" AS b, '\"' AS c", "quotation marks in strings"),
    ("RETURN 1 AS `DETACH DELETE`, 2 AS `a;b`", "aliases in back-ticks"),
    ("RETURN {`delete`: 1}.`delete` AS x", "a key in back-ticks"),
    ("MATCH (`set`:Agency) RETURN `set`.name LIMIT 1", "a variable in back-ticks"),
    ("MATCH (n) WHERE n.name STARTS WITH 'CREATE' OR n.name ENDS WITH 'REMOVE' RETURN n.name", "searched words"),
    ("MATCH (n:Duty) WHERE n.text CONTAINS '撤销；DELETE' RETURN n.text", "Chinese beside a keyword"),
    ("MATCH (a:Agency)-[r]->(d) WHERE type(r) = 'CREATES' RETURN a.name, d.name", "a type that holds a keyword"),
    ("MATCH (d:Document)-[:CREATES|RENAMES|ABOLISHES]->(a) RETURN d.name, a.name", "types that hold keywords"),
]


_AND = " AND ".join(f"(n.x = {number} OR n.y = {number})" for number in range(39))
HARMLESS += [
    ("MATCH (a:Agency) WITH a, size(a.names) AS load ORDER BY load RETURN load, a.name", "an alias that is used"),
    ("MATCH (set:Agency) RETURN set.name, set", "a variable"),
    ("MATCH (a) RETURN count(a) AS create ORDER BY create DESC", "an alias in an order"),
    ("MATCH (show)-[use]->(drop) WHERE show.name = 'x' AND drop.name = 'y' RETURN use, show, drop", "variables"),
    ("RETURN [set IN [1, 2] WHERE set > 1 | (set)] AS x", "the variable of a list"),
    ("MATCH (n) WHERE " + _AND + " RETURN n", "a long condition"),
    ("RETURN [" + ", ".join(["1"] * 1000) + "] AS x", "a long list"),
    ("RETURN " + "(" * 40 + "1" + ")" * 40 + " AS x", "many brackets"),
    ("RETURN any(x IN [1] WHERE all(y IN [2] WHERE y > x)) AS x", "loops in loops"),
    ("MATCH (a) WHERE a.name =~ '(?i).*(安全|应急).*局' OR a.name =~ '临溪.+' RETURN a.name", "alternatives"),
    ("MATCH (a) WHERE (a.name =~ '临政发〔\\\\d{4}〕\\\\d+号') RETURN a.name", "digits"),
    ("RETURN [x IN ['局'] WHERE x =~ '(ab)+[^a-z]?' | x] AS x", "a group that is repeated, of plain characters"),
]

HEAVY = [  # (statement, why): what a server cannot be stopped in
    ("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '((.*)*)*b'", "a repetition that is repeated"),
    ("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(a+)+b'", "the same, plain"),
    ("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(?:a|aa)+b'", "alternatives that are repeated"),
    ("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(a?){30}b'", "a count"),
    ("RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '.*.*.*.*.*b'", "too many quantifiers"),
    ("RETURN 'a' =~ '" + "(a|a)" * 31 + "b'", "too many alternatives"),
    ("RETURN 'a' =~ '(\\\\Q)\\\\Ea*)*b'", "quoted brackets"),
    ("RETURN 'a' =~ '([)]a*)*b'", "a bracket in a class"),
    ("RETURN 'a' =~ '(?x)(a* #)\\n)*b'", "comments in a pattern"),
    ("WITH '(a+)' AS p RETURN 'a' =~ p", "a pattern that is no string"),
    ("RETURN 'a' =~ $name", "a pattern that is a parameter"),
    ("RETURN 'a' =~ '(a+)' + '+b'", "a pattern in two parts"),
    ("RETURN 'a' =~ '(a+)' || '+b'", "the same in new words"),
    ("RETURN 'a' =~ ['(a+)+b'][0]", "a pattern in a list"),
    ("RETURN 'a' =~ ('(a+)+b')", "a pattern in brackets"),
    ("RETURN reduce(a = 0, i IN range(1, 20000) | a + reduce(b = 0, j IN range(1, 100000) | b + j))", "reduce twice"),
    ("RETURN [a IN [1] | [b IN [1] | any(c IN [1] WHERE all(d IN [1] WHERE d = c))]]", "four loops"),
    ("MATCH (a) RETURN [(a)-->(b) | [(b)-->(c) | [(c)-->(d) | [(d)-->(e) | e]]]]", "four patterns in lists"),
    (
        "MATCH (a) WHERE " + "EXISTS { MATCH (a)-->(b) WHERE " * 20 + "true" + " }" * 20 + " RETURN a",
        "twenty EXISTS in one another",
    ),
    ("MATCH (a) WHERE " + " OR ".join(f"a.x = {number}" for number in range(3000)) + " RETURN a", "3,000 conditions"),
    ("MATCH (a) WHERE " + " XOR ".join(["a.x = 1"] * 20) + " RETURN a", "XOR doubles the plan each time"),
    ("RETURN " + "(" * 3000 + "1" + ")" * 3000, "3,000 brackets"),
    ("RETURN " + "[" * 51 + "1" + "]" * 51, "51 lists"),
    ("MATCH " + "--".join(["()"] * 40) + " RETURN 1", "a long pattern"),
    (" UNION ".join(["RETURN 1 AS x"] * 500), "500 unions"),
    ("WITH 1 AS x " * 200 + "RETURN x", "200 steps"),
    ("MATCH (n" + ":A" * 2000 + ") RETURN n", "2,000 labels end the connection's thread"),
    ("RETURN [" + "1, " * 5000 + "1]", "an enormous list"),
    ("RETURN " + "NOT " * 300 + "true", "300 operators"),
]


def _ids(rows: list[tuple[str, str]]) -> list[str]:
    return [why for _, why in rows]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArcadeStore]:
    with ArcadeStore(tmp_path_factory.mktemp("guard") / "graph") as store:
        store.write(county())
        yield store


@pytest.mark.parametrize(("statement", "why"), HOSTILE, ids=_ids(HOSTILE))
def test_hostile_is_refused(statement: str, why: str) -> None:
    with pytest.raises(GuardError) as refused:
        check_reading(statement)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("statement", "why"), HEAVY, ids=_ids(HEAVY))
def test_heavy_is_refused(statement: str, why: str) -> None:
    with pytest.raises(GuardError) as refused:
        check_reading(statement)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(("statement", "why"), HARMLESS, ids=_ids(HARMLESS))
def test_harmless_is_answered(statement: str, why: str, store: ArcadeStore) -> None:
    check_reading(statement)
    store.query(statement, {"name": "x"} if "$name" in statement else {}, limit=10)


def test_store_holds_without_the_guard(store: ArcadeStore, tmp_path: Path) -> None:
    """Each hostile text is given to the store itself: nothing is written, no file is read, the store still answers."""
    for statement, _ in HOSTILE:
        try:
            rows = store.query(statement, timeout=10, limit=5).rows
        except StoreError:
            continue
        assert "root:" not in str(rows)
    assert tables_of(store) == county()


ENDLESS = [
    ("RETURN size([x IN range(1, 6000000) WHERE any(y IN range(1, 6000000) WHERE y = -x)]) AS n", "heeds no limit"),
    ("UNWIND range(1, 6000000) AS x UNWIND range(1, 6000000) AS y RETURN count(*) AS n", "a product of lists"),
    ("MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = '' RETURN count(*) AS n", "of all nodes"),
    ("RETURN reduce(s = 'aaaaaaaaaa', x IN range(1, 40) | s + s) AS s", "a text without end"),
    ("UNWIND range(1, 6000000) AS x RETURN collect(toString(x)) AS l", "a list without end"),
]


@pytest.mark.parametrize(("statement", "why"), ENDLESS, ids=_ids(ENDLESS))
def test_endless_is_ended(statement: str, why: str, store: ArcadeStore) -> None:
    check_reading(statement)
    with pytest.raises(StoreError, match=r"out of time|too much memory"):
        store.query(statement, timeout=3)
    assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_rows_are_cut(store: ArcadeStore) -> None:
    rows = store.query("UNWIND range(1, 1000000) AS x RETURN x", limit=3)
    assert (rows.rows, rows.cut) == (((1,), (2,), (3,)), True)
    assert not store.query("UNWIND [1, 2, 3] AS x RETURN x", limit=3).cut
