"""What vague number words may stand for, by the named policies of `assets/catalogue/vague.yaml`.

Belongs here: reading the policies. Not here: finding the words in a text (`numerals.py`).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

POLICIES: Final = Path(__file__).parents[3] / "catalogue" / "vague.yaml"


@cache
def policy(name: str = "guidelines") -> Mapping[str, tuple[float, float]]:
    """Return the (low, high) that each vague word may stand for under a policy.

    >>> policy()["dozens"], policy("emdat")["hundreds"]
    ((24.0, 99.0), (200.0, 200.0))
    """
    policies = yaml.safe_load(POLICIES.read_text(encoding="utf-8"))
    words = policies[name]["words"]
    return {word: (float(low), float(high)) for word, (low, high) in words.items()}
