"""Which names mean one thing: places, bodies, groups, posts, people, documents.

Every id is made by rule from what a name says and from the head of the document that says it (its `Context`), never
from a counter and never from other documents, so adding a document renames nothing. Ids are readable: the place, "/",
what it is there. A place that the table of divisions knows is its GB/T 2260 code, which outlives a change of name
(370306/安全生产监督管理局); any other is its name under the place above it (370306/北郊镇/人民政府, 临溪县/财政局).
A name without words of its own (领导小组办公室, 人事股) is that of the group or body that its document names; what no
one can place (区财政局 in a text of unknown place, 有关部门, the 领导小组 of a text that names several) has
the document in its id. Similar strings alone never make two names one; every join is told in `Body.rules`.
"""

from graph.identity.bodies import body
from graph.identity.context import context_of, contexts_of_provisions
from graph.identity.copies import copies
from graph.identity.documents import Cited, DocumentIndex, document_level
from graph.identity.groups import GroupKey, group
from graph.identity.names import Body
from graph.identity.people import PersonKey, PostKey, person, post, posts
from graph.identity.places import Context, Place, chain

__all__ = [
    "Body",
    "Cited",
    "Context",
    "DocumentIndex",
    "GroupKey",
    "PersonKey",
    "Place",
    "PostKey",
    "body",
    "chain",
    "context_of",
    "contexts_of_provisions",
    "copies",
    "document_level",
    "group",
    "person",
    "post",
    "posts",
]
