"""Posts and people: a post is a title in a body; a person is a name within a place, with posts that go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity.names import Body
from graph.identity.places import Context, Place


@dataclass(frozen=True, slots=True)
class PostKey:
    """A post: `title` alone (副局长), the `body` that it is in (None where the text does not say), `name` in full."""

    id: str
    name: str
    title: str
    body: Body | None


@dataclass(frozen=True, slots=True)
class PersonKey:
    """A person: equal ids mean one person; a homonym with posts in another body has another id."""

    id: str
    name: str
    place: Place | None


def post(text: str, context: Context) -> PostKey:
    """The post that `text` means: 区发改局局长, 副区长, 区委常委."""
    return posts((text,), context)[0]


def posts(texts: Sequence[str], context: Context) -> tuple[PostKey, ...]:
    """The posts of one person, in order: one without a body of its own stands in the body or place of the one before
    it (区委常委、办公室主任 is the head of 区委办公室)."""
    return tuple(PostKey(id=text, name=text, title=text, body=None) for text in texts)


def person(name: str, posts: Sequence[str], agency: str | None, context: Context) -> PersonKey:
    """The person `name` with these posts, or with only an affiliation (`agency`)."""
    return PersonKey(id=name, name=name, place=context.place)
