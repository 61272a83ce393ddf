"""Which metric a quantity is of, by the catalogue's triggers and noun classes.

Belongs here: the choice between metrics. Not here: grammar (`linking/`), the catalogue's words
(`triggers.py`).
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Token

from assets.catalogue.entries import Metric, Trigger
from assets.core.facts.linking.relations import Relation
from assets.core.facts.meaning.triggers import Candidate, Lexicon

# A verb tells more than a level, a level more than the bare noun ("half the population is …").
RANKS = {"head": -0.5, "noun": -2.5, "possessed": 1.0}
# What happens to a share of people tells a metric; that they are spoken of does not.
SHARED_ROLES = frozenset(("object", "subject", "modifier"))
STATE_PENALTY = 0.6  # what happened tells more than the state it happened to
WEAK_PENALTY = 3.0  # more than parts the verb of a clause from words joined to it
NOUN_BONUS, CONTEXT_BONUS, WORD_BONUS = 0.6, 0.3, 0.8


@dataclass(frozen=True, slots=True)
class Case:
    """What the triggers are asked of: a quantity's unit, its counted noun, and the text around.

    `classes` are those of the counted noun, its source's if it is elided; `words` are the counted
    as written, in lower case; it `is_bare` if nothing says what is counted. `surroundings`, the
    sentence and some before it, is where a trigger's context is looked for.
    """

    unit: str
    classes: Set[str]
    words: frozenset[str]
    is_bare: bool
    sentence: str
    surroundings: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """The metric of a quantity, the trigger and relation that told it, and how strongly."""

    metric: Metric
    trigger: Trigger
    relation: Relation
    score: float


def meaning_of(relations: list[Relation], case: Case, lexicon: Lexicon) -> Meaning | None:
    """Return the metric that a quantity's relations tell, None if no trigger fits."""
    found = [
        Meaning(candidate.metric, candidate.trigger, relation, _score(candidate, relation, case))
        for relation in relations
        for candidate in lexicon.candidates(relation.role, relation.token)
        if _fits(candidate, relation, case)
    ]
    best = max(found, key=lambda meaning: meaning.score, default=None)
    return None if best is not None and _is_torn(best, found) else best


def _is_torn(best: Meaning, found: list[Meaning]) -> bool:
    """Tell what is of two metrics at once: "12 people were killed or wounded"."""
    joined = best.relation.token.conjuncts
    if not any(c.lower_ == "or" for t in (best.relation.token, *joined) for c in t.children):
        return False
    return any(m.metric != best.metric and m.relation.token in joined for m in found)


def _fits(candidate: Candidate, relation: Relation, case: Case) -> bool:
    metric, nouns = candidate.metric, candidate.nouns
    return (
        _can_be_in(case.unit, candidate)
        and (not nouns or not case.classes.isdisjoint(nouns) or _is_open(case, candidate))
        and case.classes.isdisjoint(metric.refuse)
        and case.words.isdisjoint(metric.unless)
        and (not candidate.rest or candidate.rest <= set(_governed(relation.token)))
        and (candidate.context is None or candidate.context.search(case.surroundings) is not None)
        and (candidate.unlike is None or candidate.unlike.search(case.sentence) is None)
    )


def _is_open(case: Case, candidate: Candidate) -> bool:
    """Tell whether the context alone can say who an elided quantity counts: "over 200 are held"."""
    return case.is_bare and candidate.context is not None


def _can_be_in(unit: str, candidate: Candidate) -> bool:
    """Tell whether a unit can measure a metric; of what is counted there are shares, too."""
    metric = candidate.metric
    if unit == metric.unit:
        return True
    is_share = unit in ("percent", "fraction") and metric.unit == "count"
    return is_share and (candidate.trigger.role in SHARED_ROLES or "increment" in metric.kinds)


def _governed(token: Token) -> Iterator[str]:
    """Yield the words that a word governs, itself or through prepositions: "sought refuge"."""
    for child in token.children:
        yield child.lemma_
        if child.dep_ == "prep":
            yield from _governed(child)


def _score(candidate: Candidate, relation: Relation, case: Case) -> float:
    score = relation.strength + RANKS.get(relation.role, 0.0) + WORD_BONUS * len(candidate.rest)
    if not case.classes.isdisjoint(candidate.nouns):
        score += NOUN_BONUS
    if candidate.context is not None:
        score += CONTEXT_BONUS
    if candidate.metric.kinds[0] == "stock":
        score -= STATE_PENALTY
    if candidate.trigger.is_weak:
        score -= WEAK_PENALTY
    return score
