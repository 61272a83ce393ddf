"""Whether a figure is said to be so: asserted, feared, proposed, alleged, denied or retracted.

Belongs here: the words about a quantity that take its fact back or leave it open. Not here: who
says it (`attribution.py`).
"""

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.quantity import Quantity
from assets.core.facts.sentence import Sentence


def modality_of(sentence: Sentence, quantity: Quantity, catalogue: Catalogue) -> str:
    """Return the modality of a quantity, one of `contract.MODALITIES`."""
    return "asserted"
