"""Findings in worlds with a known truth: how many of the planted ones are found, and how many of
those found were planted; and what is said of worlds in which nothing is wrong.

Belongs here: the tables. The worlds themselves are made in `tests/planted.py`.
"""

from collections import Counter, defaultdict

from tests.evaluation.scoring import table
from tests.planted import (
    PLANTING,
    QUIET,
    Plant,
    Topic,
    loud,
    missed_and_false,
    reconciled,
    scores,
    topics,
)

SEED, TOPICS_OF_A_KIND = 1, 100
RECALL_BAR, PRECISION_BAR = 0.98, 0.95
SIZES = ((0.05, "under 5 %"), (0.2, "5 to 20 %"), (1.0, "over 20 %"))
"""How large a planted thing is, as a share of the figure: up to, and how it is headed."""
SHOWN = 10


def report() -> str:
    return "\n\n".join((*tables(topics(SEED, PLANTING, TOPICS_OF_A_KIND)), quiet()))


def tables(made: list[Topic]) -> tuple[str, str, str]:
    """The scores, recall by size, and the worst of what was missed and falsely found."""
    plants = [plant for topic in made for plant in topic.plants]
    with reconciled(made) as con:
        rows = [
            (
                score.kind,
                str(score.planted),
                f"{score.recall:.3f}",
                str(score.findings),
                f"{score.precision:.3f}",
            )
            for score in scores(con, plants)
        ]
        missed, false, _ = missed_and_false(con, plants)
    return (
        table(
            f"Planted worlds: findings of {len(plants):,} planted things in {len(made):,} topics",
            [
                ("", "planted", "recall", "found", "precision"),
                *rows,
                ("bar", "", f"{RECALL_BAR:.2f}", "", f"{PRECISION_BAR:.2f}"),
            ],
        ),
        table("Recall by size, as a share of the figure", by_size(plants, missed)),
        "\n".join(
            [
                f"Missed: {len(missed)}; false: {len(false)}",
                *(f"  missed {plant.kind}: {plant.quotes[0]}" for plant in rarest(missed)),
                *(f"  false {kind}: {told}" for kind, _, told in false[:SHOWN]),
            ]
        ),
    )


def rarest(missed: list[Plant]) -> list[Plant]:
    """The missed ones, those of the kinds that are missed least often first."""
    counts = Counter(plant.kind for plant in missed)
    return sorted(missed, key=lambda plant: (counts[plant.kind], plant.kind))[:SHOWN]


def by_size(plants: list[Plant], missed: list[Plant]) -> list[tuple[str, ...]]:
    """Rows of recall by kind and size; a stale copy has none of its own."""
    planted, lost = defaultdict(Counter), defaultdict(Counter)
    for plant in plants:
        planted[plant.kind][heading(plant)] += 1
    for plant in missed:
        lost[plant.kind][heading(plant)] += 1
    names = [name for _, name in SIZES]
    rows = [("", *names)]
    for kind in sorted(planted):
        if any(plant.size for plant in plants if plant.kind == kind):
            cells = (
                f"{1 - lost[kind][name] / planted[kind][name]:.2f} of {planted[kind][name]}"
                if planted[kind][name]
                else "-"
                for name in names
            )
            rows.append((kind, *cells))
    return rows


def heading(plant: Plant) -> str:
    return next((name for most, name in SIZES if plant.size < most), SIZES[-1][1])


def quiet() -> str:
    """What is said above `info` of consistent worlds with lags, hedges, revisions and reprints."""
    made = topics(SEED, QUIET, TOPICS_OF_A_KIND)
    with reconciled(made) as con:
        said = loud(con)
    return "\n".join(
        [f"Findings above info in {len(made)} quiet topics: {len(said)}", *said[:SHOWN]]
    )
