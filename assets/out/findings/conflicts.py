"""What identities say of figures that are told together: implied values, and conflicts.

Belongs here: asking the arithmetic of every article and every day, and putting the answers into
rows. Not here: the arithmetic itself (`arithmetic.py`), or which figures are told together
(`sql/tables/core/together.sql`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from math import inf
from typing import Final

import polars as pl

from assets.contract import empty
from assets.out.findings.arithmetic import (
    ANYTHING,
    Bond,
    Interval,
    Stated,
    gathered,
    implied,
    propagate,
    smallest_conflict,
)
from assets.out.findings.contract import Conflicts, Identities

OVERSHADOWED: Final = timedelta(days=30)
"""For how long a conflict inside one article says why all figures of that day conflict too."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that cannot hold together, as a row of `core.conflicts`."""

    kind: str
    severity: str
    series: str
    as_of: date
    parties: tuple[str, ...]
    gap: float | None
    gap_share: float | None
    fact_ids: tuple[str, ...]
    explanation: str

    def joined(self, other: "Conflict | None") -> "Conflict":
        """Return the same conflict as told by both, since the earlier of the two."""
        if other is None:
            return self
        first = min(self, other, key=lambda conflict: conflict.as_of)
        return replace(first, fact_ids=tuple(sorted({*self.fact_ids, *other.fact_ids})))


@dataclass(frozen=True, slots=True)
class Implication:
    """What is said of a series, and what the others of an identity leave for it, on a day."""

    identity: str
    series: str
    as_of: date
    role: str
    stated_low: float | None
    stated_best: float | None
    stated_high: float | None
    implied_low: float | None
    implied_best: float | None
    implied_high: float | None
    is_feasible: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity of the catalogue: its bond, and how it is told."""

    id: str
    description: str
    network: str
    bond: Bond


@dataclass(frozen=True, slots=True)
class Told:
    """What one article, or everybody, says of one series."""

    series: str
    party: str | None
    low: float | None
    high: float | None
    best: float | None
    slack: float
    wording: str
    fact_ids: tuple[str, ...]

    @property
    def interval(self) -> Interval:
        """Return what the words allow; an open end is as far as it can be."""
        return Interval(self.low or 0.0, inf if self.high is None else self.high)

    @property
    def stated(self) -> Stated:
        """Return the figure with what rounding may have taken from it."""
        held = self.interval
        return Stated(self.series, Interval(held.low - self.slack, held.high + self.slack))


@dataclass(frozen=True, slots=True)
class Account:
    """The figures of a network of series as told together."""

    network: str
    article_id: str | None
    as_of: date
    figures: Mapping[str, Told]


def read_identities(rows: pl.DataFrame) -> list[Identity]:
    """Return the identities of the table `catalogue.identities`, in the order of their ids."""
    found = []
    for key, members in groupby(
        sorted(rows.iter_rows(named=True), key=lambda row: row["identity"]),
        key=lambda row: row["identity"],
    ):
        group = list(members)
        whole = next(row["series"] for row in group if row["role"] == "whole")
        parts = tuple(row["series"] for row in group if row["role"] == "part")
        first = group[0]
        bond = Bond(first["relation"], whole, parts)
        found.append(Identity(key, first["description"], first["network"], bond))
    return found


def read_accounts(rows: pl.DataFrame) -> Iterator[Account]:
    """Yield the accounts of the table `core.together`, those of articles before those of days."""
    keys = ("network", "article_id", "as_of")
    ordered = rows.sort(*keys, "series", nulls_last=True).iter_rows(named=True)
    for (network, article_id, as_of), members in groupby(
        ordered, key=lambda row: tuple(row[key] for key in keys)
    ):
        figures = {
            row["series"]: Told(
                row["series"],
                row["party"],
                row["low"],
                row["high"],
                row["best"],
                row["slack"],
                row["wording"],
                tuple(row["fact_ids"]),
            )
            for row in members
        }
        yield Account(network, article_id, as_of, figures)


def find(together: pl.DataFrame, identities: pl.DataFrame) -> pl.DataFrame:
    """Return a row for each different set of figures that cannot hold together.

    The figures of a day are asked only where no article has told a conflict of its own lately.
    """
    known = read_identities(identities)
    found: dict[tuple[str, ...], Conflict] = {}
    told_on: dict[str, list[date]] = {}
    for account in read_accounts(together):
        days = told_on.setdefault(account.network, [])
        if account.article_id is None and any(
            timedelta(0) <= account.as_of - day < OVERSHADOWED for day in days
        ):
            continue
        conflict = conflict_of(account, [i for i in known if i.network == account.network])
        if conflict is not None:
            found[conflict.parties] = conflict.joined(found.get(conflict.parties))
            if account.article_id is not None:
                days.append(account.as_of)
    return pl.DataFrame(
        [asdict(found[parties]) for parties in sorted(found)], schema=empty(Conflicts).schema
    )


def conflict_of(account: Account, identities: Sequence[Identity]) -> Conflict | None:
    """Return why the figures of an account cannot all hold, or None if they can."""
    stated = [told.stated for told in account.figures.values()]
    smallest = smallest_conflict([identity.bond for identity in identities], stated)
    if not smallest:
        return None
    names = {figure.series for figure in smallest}
    broken = next((i for i in identities if propagate([i.bond], gathered(smallest)) is None), None)
    members = names if broken is None else {broken.bond.whole, *broken.bond.parts}
    figures = [told for series, told in account.figures.items() if series in members]
    gap, larger = excess(broken, account) if broken else (None, None)
    return Conflict(
        kind="part_exceeds_whole" if broken and is_order(broken.bond) else "identity_broken",
        severity="error" if is_one_voice(account, names) else "warn",
        series=(broken or identities[0]).bond.whole,
        as_of=account.as_of,
        parties=tuple(f"{name}: {account.figures[name].wording}" for name in sorted(names)),
        gap=gap,
        gap_share=gap / larger if gap is not None and larger else None,
        fact_ids=tuple(sorted({fact_id for told in figures for fact_id in told.fact_ids})),
        explanation=explain(broken, figures, names, gap),
    )


def is_order(bond: Bond) -> bool:
    """Tell whether a bond says only that parts are at most the whole."""
    return bond.relation == "at_most"


def is_one_voice(account: Account, names: set[str]) -> bool:
    """Tell whether one party gives all of the figures in one article."""
    parties = {account.figures[name].party for name in names}
    return account.article_id is not None and len(parties) == 1 and None not in parties


def excess(identity: Identity, account: Account) -> tuple[float, float]:
    """Return by how much the parts miss the whole, and the larger of the two."""
    bond = identity.bond
    known = {name: told.interval for name, told in account.figures.items()}
    whole = known.get(bond.whole, ANYTHING)
    parts = [known.get(part, ANYTHING) for part in bond.parts]
    lows = [part.low for part in parts]
    low = max(lows) if is_order(bond) else sum(lows)
    if low > whole.high:
        return low - whole.high, low
    return whole.low - sum(part.high for part in parts), whole.low


def explain(
    broken: Identity | None, figures: Sequence[Told], names: set[str], gap: float | None
) -> str:
    """Say in a sentence which figures cannot hold together."""
    listed = "; ".join(f"{told.series.replace('_', ' ')}: {told.wording}" for told in figures)
    if broken is None or gap is None:
        return f"These figures cannot all be true, by several identities together: {listed}."
    spare = [told.series.replace("_", " ") for told in figures if told.series not in names]
    without = f" They conflict even without {', '.join(spare)}." if spare else ""
    return f"{broken.description}, but that does not hold of {listed} ({gap:,.0f} apart).{without}"


def imply(together: pl.DataFrame, identities: pl.DataFrame) -> pl.DataFrame:
    """Return what each day's figures leave for every series of each identity."""
    known = read_identities(identities)
    rows = [
        row
        for account in read_accounts(together)
        if account.article_id is None
        for row in implications_of(account, known)
    ]
    return pl.DataFrame([asdict(row) for row in rows], schema=empty(Identities).schema).sort(
        "identity", "as_of", "role", "series"
    )


def implications_of(account: Account, identities: Sequence[Identity]) -> Iterator[Implication]:
    """Yield a row for each series of the identities that an account tells something of."""
    bound = [identity for identity in identities if identity.network == account.network]
    bonds = [identity.bond for identity in bound]
    known = {name: told.interval for name, told in account.figures.items()}
    is_feasible = not smallest_conflict(bonds, [told.stated for told in account.figures.values()])
    for identity in bound:
        for series in (identity.bond.whole, *identity.bond.parts):
            told = account.figures.get(series)
            left = implied(bonds, known, series)
            yield Implication(
                identity=identity.id,
                series=series,
                as_of=account.as_of,
                role="whole" if series == identity.bond.whole else "part",
                stated_low=told.low if told else None,
                stated_best=told.best if told else None,
                stated_high=told.high if told else None,
                implied_low=left.low if left else None,
                implied_best=implied_best(identity.bond, account.figures, series),
                implied_high=left.high if left and left.high < inf else None,
                is_feasible=is_feasible,
            )


def implied_best(bond: Bond, figures: Mapping[str, Told], series: str) -> float | None:
    """Return the one value that the best figures of all the others leave, if they leave one."""
    best = {name: told.best for name, told in figures.items() if told.best is not None}
    others = [name for name in (bond.whole, *bond.parts) if name != series]
    if is_order(bond) or any(name not in best for name in others):
        return None
    parts = sum(best[name] for name in others if name != bond.whole)
    value = parts if series == bond.whole else best[bond.whole] - parts
    return value if value >= 0 else None
