"""Which metric a quantity is of, by the catalogue's triggers and noun classes.

Belongs here: the catalogue made fast to ask, and the choice between its metrics. Not here: grammar
(`linking.py`), or any word that could stand in the catalogue.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from assets.catalogue.catalogue import Catalogue
from assets.catalogue.entries import Metric, Trigger
from assets.core.facts.linking import Link, Relation

# A verb tells more than a level or the bare noun ("half the population is crammed into …").
RANKS = {
    "object": 0.0,
    "subject": 0.0,
    "modifier": 0.0,
    "head": -0.5,
    "noun": -2.5,
    "possessed": -3.0,
}
NEAR = 6  # tokens within which the further words of a trigger must stand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A metric's trigger with the further words and the context it asks for."""

    metric: Metric
    trigger: Trigger
    rest: frozenset[str]
    context: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The metric of a quantity, the relation that told it, and how strongly."""

    metric: Metric
    trigger: Trigger
    words: frozenset[str]
    relation: Relation
    score: float


class Lexicon:
    """The catalogue's metrics by trigger word, and its noun classes by noun."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.classes: dict[str, set[str]] = defaultdict(set)
        for nouns in catalogue.nouns.values():
            for word in nouns.words:
                self.classes[word].add(nouns.id)
        self.candidates: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for metric in catalogue.metrics.values():
            for trigger in metric.triggers:
                for phrase in trigger.words:
                    self._add(metric, trigger, phrase)

    def _add(self, metric: Metric, trigger: Trigger, phrase: str) -> None:
        words = phrase.lower().split()
        candidate_context = (
            re.compile(r"\b(?:" + "|".join(map(re.escape, trigger.context)) + ")", re.IGNORECASE)
            if trigger.context
            else None
        )
        for word in words:
            rest = frozenset(words) - {word}
            self.candidates[trigger.role, word].append(
                Candidate(metric, trigger, rest, candidate_context)
            )

    def classes_of(self, noun: Token | None) -> set[str]:
        """Return the classes of a counted noun; empty where there is none or nobody knows it."""
        return set() if noun is None else self.classes.get(noun.lemma_, set())

    def classes_of_words(self, phrase: str | None) -> set[str]:
        """Return the classes of a phrase's last word, in the singular or the plural."""
        if not phrase:
            return set()
        word = phrase.split()[-1].lower()
        return self.classes.get(word, set()) | self.classes.get(word.removesuffix("s"), set())


def meaning_of(
    link: Link, classes: set[str], unit: str, lexicon: Lexicon, surroundings: str
) -> Meaning | None:
    """Return the metric that a quantity's relations tell, None if no trigger fits.

    `classes` are those of the counted noun, its antecedent's if it is elided; `surroundings` is the
    text in which a trigger's context is looked for.
    """
    found = [
        Meaning(
            candidate.metric,
            candidate.trigger,
            candidate.rest | {word},
            relation,
            _score(candidate, relation, classes),
        )
        for relation in link.relations
        for word in {relation.token.lemma_, relation.token.lower_}
        for candidate in lexicon.candidates.get((relation.role, word), ())
        if candidate.metric.unit == unit and _fits(candidate, relation, classes, surroundings)
    ]
    return max(found, key=lambda meaning: meaning.score, default=None)


def _fits(candidate: Candidate, relation: Relation, classes: set[str], surroundings: str) -> bool:
    wanted = candidate.trigger.nouns or candidate.metric.nouns
    if wanted and not classes.intersection(wanted):
        return False
    if classes.intersection(candidate.metric.refuse):
        return False
    if candidate.rest and not candidate.rest <= set(_near(relation.token)):
        return False
    return candidate.context is None or candidate.context.search(surroundings) is not None


def _near(token: Token) -> Iterator[str]:
    start = max(0, token.i - NEAR)
    for other in token.doc[start : token.i + NEAR + 1]:
        yield other.lemma_
        yield other.lower_


def _score(candidate: Candidate, relation: Relation, classes: set[str]) -> float:
    wanted = candidate.trigger.nouns or candidate.metric.nouns
    return (
        relation.strength
        + RANKS[relation.role]
        + (0.6 if classes.intersection(wanted) else 0.0)
        + (0.3 if candidate.context else 0.0)
        + 0.8 * len(candidate.rest)
    )
