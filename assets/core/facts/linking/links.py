"""A quantity in its sentence: the value that linking makes and meaning reads.

Belongs here: its shape. Not here: how it is read off a parse (`linking.py`).
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from assets.core.facts.linking.relations import SURE, Relation
from assets.core.facts.quantities.quantity import Quantity

PRONOUNS = frozenset(("others", "other", "more", "those", "whom", "them"))


@dataclass(slots=True)
class Link:
    """A quantity in its sentence: its tokens, the counted noun (None if elided), its relations.

    `top` is the token by which number and noun together hang on the rest of the sentence; `owner`
    is what they belong to ("the families of 12 men"); `is_level` tells that the figure was reached
    ("the toll has risen to 12"), `is_bare_total` that it sums up what was counted before.
    """

    quantity: Quantity
    first: int
    last: int
    top: Token
    head: Token | None
    counted: str | None = None
    relations: list[Relation] = field(default_factory=list)
    owner: Token | None = None
    is_level: bool = False
    is_bare_total: bool = False

    @property
    def is_elided(self) -> bool:
        """Whether the quantity leaves out its noun, or says "others" for it."""
        return self.head is None or self.head.lower_ in PRONOUNS

    def inside(self) -> list[Relation]:
        """Return the relations to words of the quantity's own noun phrase."""
        nodes = (self.top, self.head)
        return [
            r
            for r in self.relations
            if r.strength == SURE or r.token in nodes or r.token.head in nodes
        ]
