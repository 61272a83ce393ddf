"""What sort of count a quantity is: a running total, an event's count, a level, a share.

Belongs here: the choice of a kind. Not here: the windows themselves (`dating.py`).
"""

from assets.catalogue.entries import Metric
from assets.core.facts.frames import Frame
from assets.core.facts.linking import VERB_TAGS, Link, Relation
from assets.core.facts.quantity import Quantity


AUXILIARIES = frozenset({"aux", "auxpass"})
LEANING = frozenset({"conj", "xcomp", "ccomp", "oprd", "acl", "acomp", "amod"})
PERFECT = frozenset({"have", "has", "'ve", "\u2019ve"})


def kind_of(
    quantity: Quantity,
    metric: Metric | None,
    relation: Relation | None,
    frame: Frame,
    *,
    runs_on: bool,
) -> str | None:
    """Return the kind of a quantity; `runs_on` tells that its count has a start and goes on."""
    if quantity.unit == "percent":
        return None if metric is None else "share"
    if metric is None:
        return "increment" if _is_event(relation) and quantity.unit == "count" else None
    if quantity.change == "by":
        return "increment"
    kinds = metric.kinds
    if "cumulative" in kinds and runs_on and not frame.further:
        return "cumulative"
    if "stock" in kinds and ("increment" not in kinds or not _is_event(relation)):
        return "stock"
    return "increment" if "increment" in kinds else kinds[0]


def _is_event(relation: Relation | None) -> bool:
    """Tell whether a relation is to a verb that says something happened."""
    return relation is not None and relation.token.tag_ in ("VBD", "VBN", "VBG")


def is_perfect(relation: Relation | None) -> bool:
    """Tell "have been killed" from "were killed", also where a joined verb has the auxiliary."""
    token = None if relation is None else relation.token
    while token is not None:
        auxiliaries = [child.lower_ for child in token.children if child.dep_ in AUXILIARIES]
        if auxiliaries or token.dep_ not in LEANING:
            return not PERFECT.isdisjoint(auxiliaries)
        token = token.head
    return False


def predicate_of(link: Link, relation: Relation | None) -> str | None:
    """Return the base form of the verb that says what happened to the counted."""
    if relation is not None and relation.token.tag_ in (*VERB_TAGS, "JJ"):
        return relation.token.lemma_
    verbs = [r for r in link.relations if r.token.tag_ in VERB_TAGS]
    return verbs[0].token.lemma_ if verbs else None
