"""Peers as we can run them: each reads a list of texts and says how many things it found in each.

Belongs here: loading them (`make peers` installs them). Not here: measuring. CQE asks for packages
that cannot live beside ours (protobuf 3, torch), so it runs without its classifiers of units, which
only makes it faster; its rules and its parser are as published.
"""

import locale
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from unittest.mock import patch

import spacy

from assets.core.facts.text.grammar import PIPELINE

Reader = Callable[[Sequence[str]], list[int]]


def spacy_ner() -> Reader:
    """Return a reader of entities, by the whole of the spaCy pipeline that we use a part of."""
    pipeline = spacy.load(PIPELINE)
    return lambda texts: [len(doc.ents) for doc in pipeline.pipe(texts)]


def quantulum3() -> Reader:
    """Return a reader of quantities, by quantulum3."""
    from quantulum3 import parser  # noqa: PLC0415  # need not be installed

    return lambda texts: [len(parser.parse(text)) for text in texts]


def cqe() -> Reader:
    """Return a reader of quantities, by CQE over the same spaCy model."""
    sys.modules |= {
        "spacy_download": module("spacy_download", load_spacy=lambda _: spacy.load(PIPELINE)),
        "CQE.unit_classifier.unit_disambiguator": module(
            "unit_disambiguator", unit_disambiguator=FirstMeaning
        ),
    }
    with patch.object(locale, "setlocale"):  # it asks for one that few containers have
        from CQE import CQE  # noqa: PLC0415  # need not be installed
    parser = CQE.CQE()
    return lambda texts: [len(parser.parse(text)) for text in texts]


class FirstMeaning:
    """Takes every unit as it is written, in the place of a classifier for each ambiguous one."""

    def disambiguate(self, _sentence: str, surface_form: str) -> str:
        """Return the unit as it is written."""
        return surface_form


def module(name: str, **content: object) -> ModuleType:
    """Return a module of that content."""
    made = ModuleType(name)
    vars(made).update(content)
    return made
