"""What Neo4j and its driver say when something fails -> one line for the person, with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from graph.stores import StoreError

_START = "start it (`docker compose up -d`) and check host and port"
_NARROW = "narrow it: a LIMIT, a bound on every *, a condition"
_MEMORY = "narrow it: a LIMIT, fewer columns, no collect() of everything; or give the server more memory"
_MEND = "mend the statement"
_ELSEWHERE = "use a database of its own (NEO4J_DATABASE), or take away what is in the way"

AGAIN_FROM_NOTHING = "delete what dutygraph wrote (docs/neo4j.md has the statements), and load it again"

_NO_INDEX = "no such fulltext schema index"
_MAKE_INDEX = "make it: `dutygraph load`, or cypher/schema.cypher in cypher-shell"

# A part of the code of a server's error (neo4j.com/docs/status-codes): what is wrong, what to do. {} is its message.
_REFUSALS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("Security.CredentialsExpired",),
        "the password must be changed before the first use",
        "change it in Neo4j Browser, or by ALTER CURRENT USER SET PASSWORD FROM '...' TO '...' in cypher-shell",
    ),
    (
        ("Security.AuthenticationRateLimit",),
        "too many wrong passwords; the server refuses to listen for a while",
        "wait a minute, then set NEO4J_USERNAME and NEO4J_PASSWORD",
    ),
    (("Security.Forbidden",), "the user may not do this", "set NEO4J_USERNAME to one who may"),
    (("Security.",), "user name or password is wrong", "set NEO4J_USERNAME and NEO4J_PASSWORD"),
    (("Database.DatabaseNotFound",), "{}", "set NEO4J_DATABASE to a database that is there"),
    (("Database.DatabaseUnavailable",), "{}", "start the database, or wait until it has started"),
    (
        ("WriteOnReadOnlyAccessDatabase", "General.ForbiddenOnReadOnlyDatabase"),
        "the database is read-only",
        "take it out of server.databases.read_only in neo4j.conf",
    ),
    (("Statement.AccessMode",), "the statement writes", "only reading statements are allowed"),
    (("OutOfMemory",), "the statement needs too much memory", _MEMORY),
    (("Transaction.TransactionTimedOut",), "the statement ran out of time", _NARROW),
    (("Transaction.Terminated",), "the statement was ended at the server", "run it again"),
    (("Statement.ParameterMissing",), "{}", "give the parameter"),
    (
        ("Schema.ConstraintValidationFailed",),
        "{}",
        f"run it again if another load ran at the same time; else {_ELSEWHERE}",
    ),
    (("Schema.",), "{}", _ELSEWHERE),
    (("Statement.",), "{}", _MEND),
    (("Procedure.",), "{}", _MEND),
    (
        ("General.TransactionOutOfDiskSpace", "OutOfDisk"),
        "the server's disk is full",
        "free some space and run it again",
    ),
)


def is_out_of_memory(error: exceptions.Neo4jError) -> bool:
    """Whether asking again would fail again: the server counts it among the errors that pass."""
    return "OutOfMemory" in (error.code or "")


def is_timed_out(error: exceptions.Neo4jError) -> bool:
    """Whether the server ended the transaction because its time was over, also while it waited for a lock."""
    return any(part in (error.code or "") for part in ("TransactionTimedOut", "LockClientStopped"))


@contextmanager
def explained(where: str) -> Iterator[None]:
    """What goes wrong within is raised as `StoreError`; `where` is the server's address."""
    try:
        yield
    except exceptions.Neo4jError as error:
        raise refused(error, where) from error
    except (exceptions.DriverError, OSError, ValueError, OverflowError) as error:
        raise _of_driver(error, where) from error


def refused(error: exceptions.Neo4jError, where: str) -> StoreError:
    """The line for what the server refused."""
    code = error.code or ""
    lines = (error.message or code).strip().splitlines()
    message = " ".join(line.strip() for line in lines) if "Schema." in code else lines[0]  # of a statement: the place
    if _NO_INDEX in message:
        return StoreError("there is no full-text index of that name", where, _MAKE_INDEX)
    for parts, what, remedy in _REFUSALS:
        if any(part in code for part in parts):
            return StoreError(what.format(message), where, remedy)
    return StoreError(f"{message} ({code})", where, "see the server's log (logs/neo4j.log, logs/debug.log)")


def _of_driver(error: Exception, where: str) -> StoreError:
    if isinstance(error, UnicodeError):
        return StoreError("characters that are no text in it", "the statement", "write it in UTF-8")
    if isinstance(error, OverflowError):
        return StoreError("a number that has no 64 bits", "a parameter", "give a smaller one")
    message = "; ".join(_lines(error))
    if isinstance(error, exceptions.ConfigurationError):
        return StoreError(message, where, "write it as neo4j://HOST:7687 or bolt://HOST:7687")
    if "HTTP" in message:
        return StoreError("that is the port of Neo4j Browser", where, "use the Bolt port, as in neo4j://HOST:7687")
    if "ssl" in message.lower() or "certificate" in message or "BoltSecurity" in message:
        return StoreError(
            f"no encrypted connection: {message}",
            where,
            "use neo4j:// where the server has no TLS, neo4j+ssc:// where it signed its certificate itself",
        )
    if "protocol version" in message or "handshake" in message:
        return StoreError(f"the server speaks no Bolt that is known here: {message}", where, "use Neo4j 5")
    if isinstance(error, (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError, ValueError)):
        return StoreError(f"no Neo4j answers: {message}", where, _START)
    return StoreError(message, where, "run it again")


def _lines(error: BaseException) -> list[str]:
    """The first line of the innermost causes: the driver says only there what went wrong."""
    causes = error.exceptions if isinstance(error, BaseExceptionGroup) else [error.__cause__ or error.__context__]
    lines = [line for cause in causes if cause is not None for line in _lines(cause)]
    return list(dict.fromkeys(lines)) or [(str(error).strip() or type(error).__name__).splitlines()[0]]
