"""Fixtures of several test modules."""

from neo4j_server import neo4j_server

__all__ = ["neo4j_server"]
