"""How likely a fact is right in all fields, from what it was read by.

Belongs here: the features and the fitted table. Not here: fitting (`tests/evaluation`).
"""

from assets.core.facts.reading import Reading


def confidence_of(reading: Reading) -> float:
    """Return the calibrated chance that a fact is right in all fields."""
    return 0.8 if reading.metric else 0.7
