"""The catalogue's metrics and noun classes, made fast to ask.

Belongs here: which triggers a word can be of, which classes a noun is of. Not here: the choice
between them (`meaning.py`), or any word that could stand in the catalogue.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Metric, Trigger

PEOPLES = "peoples"  # the class that names of peoples are of, without standing in it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A metric's trigger, found by one of its words; `rest` are the words that must stand near."""

    metric: Metric
    trigger: Trigger
    rest: frozenset[str]
    context: re.Pattern[str] | None
    unlike: re.Pattern[str] | None

    @property
    def nouns(self) -> tuple[str, ...]:
        """The classes of which the counted must be."""
        return self.trigger.nouns or self.metric.nouns


class Lexicon:
    """The catalogue's metrics by trigger word, and its noun classes by noun."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._classes: dict[str, set[str]] = defaultdict(set)
        for nouns in catalogue.nouns.values():
            for word in nouns.words:
                self._classes[word].add(nouns.id)
        self._candidates: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for metric in catalogue.metrics.values():
            for trigger in metric.triggers:
                self._add(metric, trigger)

    def _add(self, metric: Metric, trigger: Trigger) -> None:
        context, unlike = _beginnings(trigger.context), _beginnings(metric.unlike)
        for phrase in trigger.words:
            words = frozenset(phrase.lower().split())
            for word in words:
                candidate = Candidate(metric, trigger, words - {word}, context, unlike)
                self._candidates[trigger.role, word].append(candidate)

    def candidates(self, role: str, token: Token) -> list[Candidate]:
        """Return the triggers that a word can be of in a role, by its base form or as it stands."""
        words = dict.fromkeys((token.lemma_, token.lower_, *_verbs_of(token)))
        return [c for word in words for c in self._candidates.get((role, word), ())]

    def tells(self, noun: Token) -> bool:
        """Tell whether a noun says what happened to what it has ("the deaths of …")."""
        return ("object", noun.lemma_) in self._candidates

    def classes_of(self, noun: Token | None) -> set[str]:
        """Return the classes of a counted noun; empty where there is none or nobody knows it."""
        if noun is None:
            return set()
        before = noun.nbor(-1).lower_ if noun.i else ""  # "service members"
        return (
            self._classes.get(noun.lemma_, set())
            | self._classes.get(f"{before} {noun.lemma_}", set())
            | ({PEOPLES} if noun.tag_ in ("NNP", "NNPS") else set())
        )

    def classes_of_words(self, phrase: str | None) -> set[str]:
        """Return the classes of a phrase, else of its last word, in the singular or the plural."""
        if not phrase:
            return set()
        if phrase.lower() in self._classes:  # "men, women and children" are anyone
            return self._classes[phrase.lower()]
        word = phrase.split()[-1].lower()
        return self._classes.get(word, set()) | self._classes.get(word.removesuffix("s"), set())


def _verbs_of(noun: Token) -> tuple[str, ...]:
    """Return the verbs that a noun in -ing can be of: "the seizing of 12 men"."""
    if noun.tag_ != "NN" or not noun.lower_.endswith("ing"):
        return ()
    stem = noun.lower_.removesuffix("ing")
    return stem, stem + "e"


def _beginnings(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of words by their beginnings; None of none."""
    if not words:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
