"""The tokens of a text without a model: one a character, as ``spacy.blank("zh")`` gives them, in linear time.

spaCy's own way (`spacy.util.get_words_and_spaces`) copies the rest of the text for each token: 17 seconds for a text
of 500,000 characters.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

_RUN = re.compile(r"(?P<word>\S+)(?P<space> ?)|\s+")
"""Characters, the last of them with the one space behind it, or all other white space in one."""


class Characters(DummyTokenizer):
    """A tokenizer of characters."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The doc of `text`; ``doc.text == text``."""
        words: list[str] = []
        spaces: list[bool] = []
        for run in _RUN.finditer(text):
            words += run["word"] or [run.group()]
            spaces += [False] * (len(words) - len(spaces))
            spaces[-1] = bool(run["space"])
        return Doc(self.vocab, words=words, spaces=spaces)
