"""The tokens of a text without a model: one a character, as ``spacy.blank("zh")`` gives them, in linear time.

spaCy's own way (`spacy.util.get_words_and_spaces`) copies the rest of the text for each token: 17 seconds for a text
of 500,000 characters.
"""

from __future__ import annotations

import re
from typing import cast

from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

_RUN = re.compile(r"(?P<word>\S+)(?P<space> ?)|\s+")
"""Characters, the last of them with the one space behind it, or all other white space in one."""


class _Known(dict[str, int]):
    """The number that spaCy has for a character: one object for all places where it stands, and looked up once."""

    def __init__(self, strings: StringStore) -> None:
        self.strings = strings

    def __missing__(self, word: str) -> int:
        self[word] = number = self.strings.add(word)
        return number


class Characters(DummyTokenizer):
    """A tokenizer of characters."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.known = _Known(vocab.strings)

    def __call__(self, text: str) -> Doc:
        """The doc of `text`; ``doc.text == text``."""
        words: list[int] = []
        spaces: list[bool] = []
        for run in _RUN.finditer(text):
            words += map(self.known.__getitem__, run["word"] or (run.group(),))
            spaces += [False] * (len(words) - len(spaces))
            spaces[-1] = bool(run["space"])
        return Doc(self.vocab, words=cast(list[str], words), spaces=spaces)  # it takes numbers too
