"""A quantity of an article with all that was made out about it.

Belongs here: the value that the parts of reading fill in one after another. Not here: the parts.
"""

from dataclasses import dataclass, field

from assets.core.facts.attribution.attribution import Attribution
from assets.core.facts.linking.frames import Frame
from assets.core.facts.linking.links import Link
from assets.core.facts.linking.relations import Relation
from assets.core.facts.meaning.meaning import Meaning
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.sentence import Sentence
from assets.core.facts.time.dating import Dating

UNDATED = Dating(None, None, None, None)


@dataclass(slots=True, eq=False)
class Reading:
    """What a quantity says.

    `source` is the quantity before that says what an elided one counts. It `is_placed` if its own
    sentence names a place for it, and `is_joint` if it counts what is there and elsewhere together.
    """

    sentence: Sentence
    quantity: Quantity
    link: Link
    frame: Frame
    whole: "Reading | None" = None
    source: "Reading | None" = None
    classes: frozenset[str] = field(default_factory=frozenset)
    meaning: Meaning | None = None
    counted: str | None = None
    predicate: str | None = None
    attribution: Attribution | None = None
    dating: Dating = UNDATED
    modality: str = "asserted"
    place: str | None = None
    is_placed: bool = False
    is_joint: bool = False
    event: str | None = None
    kind: str | None = None
    series: str | None = None

    @property
    def metric(self) -> str | None:
        """The id of the metric."""
        return self.meaning.metric.id if self.meaning else None

    @property
    def relation(self) -> Relation | None:
        """The relation that told the metric."""
        return self.meaning.relation if self.meaning else None

    @property
    def unit(self) -> str:
        """The unit of the fact: half of a count is a count."""
        return "count" if self.quantity.unit == "fraction" else self.quantity.unit

    @property
    def is_share(self) -> bool:
        """Tell a share whose whole is no stated number: "half of the homes", "60 % of voters"."""
        return self.quantity.unit in ("percent", "fraction")
