"""The lexer on the public third of NewsQuant (Almasian et al., CQE, EMNLP 2023).

The gold has values and modifiers and no places, so a sentence's quantities are matched one to one
by value. Three readings: `strict` takes the gold as it stands. `range-tolerant` is the form that
peers are given in: a range counts when both its ends were given as two values, for the gold writes
"fell from 36 to 34" as one range. `mapped` besides reads vague words by CQE's table and leaves out
what our guidelines do not call quantities: "one" of something, and ages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from assets.core.facts.quantities.lexer import lex
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Measured, Score, records, same, table

FILE = SHARED / "benchmarks" / "newsquant" / "public_third.jsonl"
MODIFIERS = {
    "=": "exact", "~": "approximately", ">": "more_than", "<": "less_than",
    "up": "exact", "down": "exact",  # a direction is no bound
}  # fmt: skip
COARSE = {"at_least": "more_than", "at_most": "less_than", "between": "exact", "vague": "exact"}
CQE_VAGUE = {  # our range of a vague word, and CQE's
    (24, 99): (12, 120), (200, 999): (100, 1000), (2000, 9999): (1000, 10000),
    (20000, 99999): (10000, 100000), (2e5, 999999): (1e5, 1e6), (2e6, 9.99e6): (1e6, 1e7),
    (2e9, 9.99e9): (1e9, 1e10),
}  # fmt: skip
PEERS = (
    ("CQE", "0.904", "0.857"), ("spaCy NER", "0.760", "-"), ("quantulum3", "0.728", "-"),
    ("Recognizers-Text", "0.695", "-"),
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """A way to hold the gold against us."""

    name: str
    is_tolerant: bool
    is_mapped: bool


READINGS = (
    Reading("strict", is_tolerant=False, is_mapped=False),
    Reading("range-tolerant", is_tolerant=True, is_mapped=False),
    Reading("mapped", is_tolerant=True, is_mapped=True),
)


@dataclass(frozen=True)
class Number:
    """A value, or the two ends of a range, and the bound in the four classes of the gold."""

    ends: tuple[float, ...]
    bound: str
    optional: bool = False

    def agrees(self, other: "Number", *, with_bound: bool) -> bool:
        return (
            len(self.ends) == len(other.ends)
            and all(map(same, self.ends, other.ends))
            and (not with_bound or self.bound == other.bound)
        )


def predicted(text: str, *, mapped: bool) -> Iterator[Number]:
    for quantity in lex(text):
        bound = COARSE.get(quantity.bound, quantity.bound)
        if quantity.value is not None:
            yield Number((quantity.value,), bound)
        else:
            ends = (quantity.low, quantity.high)
            yield Number(CQE_VAGUE.get(ends, ends) if mapped else ends, bound)


def gold(record: dict, *, mapped: bool) -> Iterator[Number]:
    for quantity in record["gold"]:
        bound = MODIFIERS[quantity["modifier"]]
        optional = mapped and (quantity["value"] == 1 or quantity["unit_norm"] == "year of age")
        if quantity["value"] is not None:
            yield Number((quantity["value"],), bound, optional)
        else:
            yield Number(tuple(sorted((quantity["low"], quantity["high"]))), bound)


def matched(found: Iterable[Number], wanted: Iterable[Number], *, tolerant: bool, with_bound: bool):
    """Return hits, what was found beyond them, and what was missed."""
    found, missed, hits = list(found), [], 0
    for number in wanted:
        twin = next((f for f in found if f.agrees(number, with_bound=with_bound)), None)
        if twin is not None:
            found.remove(twin)
            hits += 1
        else:
            missed.append(number)
    if tolerant:
        hits += _by_ends(found, missed) + _by_ends(missed, found)
    return hits, found, [number for number in missed if not number.optional]


def _by_ends(singles: list[Number], ranges: list[Number]) -> int:
    """Strike each range whose two ends are among the single values, and these; return how many."""
    hits = 0
    for wide in [number for number in ranges if len(number.ends) == 2]:
        low, high = (
            next((s for s in singles if len(s.ends) == 1 and same(s.ends[0], end)), None)
            for end in wide.ends
        )
        if low is not None and high is not None and low is not high:
            hits += 1
            ranges.remove(wide)
            singles.remove(low)
            singles.remove(high)
    return hits


@cache
def score(reading: Reading, *, with_bound: bool) -> Score:
    total = Score()
    for record in records(FILE):
        hits, extra, missed = matched(
            predicted(record["text"], mapped=reading.is_mapped),
            gold(record, mapped=reading.is_mapped),
            tolerant=reading.is_tolerant,
            with_bound=with_bound,
        )
        total.add(hits, hits + len(extra), hits + len(missed))
    return total


def report() -> str:
    if not FILE.is_file():
        return ABSENT.format("NewsQuant")
    rows = [
        score(reading, with_bound=with_bound).row(f"{reading.name}, {level}")
        for reading in READINGS
        for level, with_bound in (("value", False), ("value + bound", True))
    ]
    peers = [(name, "", "", value, f"with bound {bound}") for name, value, bound in PEERS]
    return table("NewsQuant, public third (peers range-tolerant)", [HEADER, *rows, *peers])


def measured() -> Iterator[Measured]:
    """Yield the scores in the reading that peers are given in."""
    if not FILE.is_file():
        return
    [tolerant] = (reading for reading in READINGS if reading.name == "range-tolerant")
    for number, what in enumerate(("value", "value and bound"), start=1):
        found = score(tolerant, with_bound=number == 2)
        peers = ", ".join(f"{peer[0]} {peer[number]}" for peer in PEERS if peer[number] != "-")
        on = "NewsQuant, public third, ranges tolerated"
        yield Measured(f"{what}, F1", on, f"{found.f1:.3f}", peers)


if __name__ == "__main__":
    print(report())
