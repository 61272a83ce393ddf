"""Victim counts on MUC-3/4 (terrorism news of 1988 to 1991, public domain): tst1 and tst2.

A document's gold is the set of numbers of two and more that its templates give for people killed,
injured or kidnapped; any alternative of a fill will do. Free are optional fills, totals, and how
many victims a template names one by one. Ours are the values of facts whose metric is one of those.

The texts are in capitals and broken at column 70, so lines are joined to paragraphs and sentences
put into ordinary case first. The key has victims of terrorism alone: neither the armed who fell in
combat nor the dead of a whole war. `strict` holds these against us as against the peers; `victims`
leaves out counts of the armed and running totals.
"""

import re
from collections.abc import Iterator
from functools import cache

from assets.catalogue.catalogue import load
from assets.core.facts.extract import extract
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Measured, Score, records, table
from tests.extraction import article, articles

FOLDER = SHARED / "benchmarks" / "muc34"
PARTS = ("tst1", "tst2")
HARMED = frozenset(("DEATH", "INJURY"))
METRICS = frozenset(
    ("killed", "injured", "soldiers_killed", "hostages_taken", "hostages_held", "hostages_dead")
)
ARMED = re.compile(
    r"soldier|troop|guerrilla|rebel|insurgent|subversive|terrorist|marine|officer|polic|guard|military"
)
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
SPACY_PEER = 0.41


def restored(text: str) -> str:
    """Return a text in capitals as paragraphs on a line each, in ordinary case.

    >>> restored("THE ARMY SAID\\nTWO DIED.  IT WAS\\n\\nLATE IN MAY.")
    'The army said two died. It was\\nLate in May.'
    """
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    lowered = "\n".join(paragraphs).lower()
    months = "january february march april may june july august september october november december"
    lowered = re.sub(
        rf"\b(?:{'|'.join(months.split())})\b", lambda m: m.group().capitalize(), lowered
    )
    return re.sub(r"(?:^|[.!?]\s+|\n|\]\s)[^\w\n]*\w", lambda m: m.group().upper(), lowered)


def numbers(fills: list[dict]) -> set[float]:
    """Return the numbers of two and more among the alternatives of a fill."""
    stated = (fill.get("value") or fill.get("low") or fill.get("high") or 0 for fill in fills)
    return {number for number in stated if number >= 2}


def gold(record: dict) -> tuple[list[frozenset[float]], set[float]]:
    """Return the wanted numbers, each a set of alternatives, and the numbers that are free."""
    wanted: dict[frozenset[float], None] = {}
    free: set[float] = set()
    for template in record["gold"]:
        free |= set().union(*map(numbers, template["total"]))
        is_kidnapping = "KIDNAPPING" in template["type"]
        harmed = [h for h in template["human"] if is_kidnapping or HARMED & set(h["effect"])]
        free.add(len(harmed))
        for human in harmed:
            if not (alternatives := numbers(human["alts"])):
                continue
            if template["optional"] or any(fill["opt"] for fill in human["alts"]):
                free |= alternatives
            else:
                wanted[frozenset(alternatives)] = None
    return list(wanted), free


def predicted(documents: list[dict]) -> Iterator[list[dict]]:
    """Yield the facts of each document that count people harmed."""
    rows = [article(d["id"], restored(d["text"]), outlet="MUC") for d in documents]
    by_article: dict[str, list[dict]] = {row["article_id"]: [] for row in rows}
    for fact in extract(articles(rows), load()).iter_rows(named=True):
        if fact["metric"] in METRICS and (fact["value"] or 0) >= 2:
            by_article[fact["article_id"]].append(fact)
    yield from by_article.values()


def is_of_victims(fact: dict) -> bool:
    """Tell whether a fact counts victims of one event: not the armed, nor a running total."""
    return fact["kind"] != "cumulative" and not ARMED.search((fact["counted"] or "").lower())


@cache
def scores() -> tuple[Score, Score]:
    """Return the strict score, and that of victims alone."""
    strict, victims = Score(), Score()
    documents = [record for part in PARTS for record in records(FOLDER / f"{part}.jsonl")]
    for document, facts in zip(documents, predicted(documents), strict=True):
        wanted, free = gold(document)
        for total, kept in ((strict, facts), (victims, filter(is_of_victims, facts))):
            found = {fact["value"] for fact in kept}
            hits = [alternatives for alternatives in wanted if alternatives & found]
            extra = found - free.union(*hits)
            total.add(len(hits), len(hits) + len(extra), len(wanted))
    return strict, victims


def report() -> str:
    if not FOLDER.is_dir():
        return ABSENT.format("MUC-3/4")
    strict, victims = scores()
    peer = ("spaCy with a naive reader", "", "", f"{SPACY_PEER:.3f}", "")
    rows = [HEADER, strict.row("strict"), victims.row("victims"), peer]
    return table("MUC-3/4 tst1 + tst2, numbers of people killed, injured, kidnapped", rows)


def measured() -> Iterator[Measured]:
    """Yield the strict score beside the best number library's."""
    if FOLDER.is_dir():
        strict, _ = scores()
        what, on = "numbers of killed, injured and kidnapped, F1", "MUC-3/4, tst1 and tst2"
        yield Measured(what, on, f"{strict.f1:.3f}", f"spaCy with a naive reader {SPACY_PEER:.3f}")


if __name__ == "__main__":
    print(report())
