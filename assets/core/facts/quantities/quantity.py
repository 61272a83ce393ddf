"""A quantity as the lexer reads it: the words of a number, and what they allow it to be.

Belongs here: the value that passes from the lexer to linking. Not here: how it is found
(`lexer.py`) or what it counts (`linking/linking.py`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression at `text[start:end]`, without its hedge, and the interval it allows.

    `hedge_start` and `hedge_end` span the words that bound it ("more than", "some"); both are None
    where there are none. `low` and `high` are None where the words leave that side open. `unit` is
    `count`, `percent`, `money`, `fraction` (a share whose whole linking may find: "half") or a unit
    of measure in the singular; `unit_end` is one past the unit's words where they follow the number
    (`end` otherwise). `change` tells a level (None) from a difference ("rose by 300": `by`) and
    from the level that was left ("from 350 to 680": the first is `from`).
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str
    unit_end: int
    currency: str | None = None
    hedge_start: int | None = None
    hedge_end: int | None = None
    change: str | None = None
