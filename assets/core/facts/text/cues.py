"""The catalogue's cues, ready to be looked up."""

from functools import lru_cache

from assets.catalogue.catalogue import Catalogue

Cues = dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def cues_of(catalogue: Catalogue) -> Cues:
    """Return the words of each class of cues."""
    return {cue.id: frozenset(cue.words) for cue in catalogue.cues.values()}
