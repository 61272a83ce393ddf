"""Victim counts on MUC-3/4 (terrorism news of 1988 to 1991, public domain): tst1 and tst2.

A document's gold is the set of numbers of two and more that its templates give for people killed,
injured or kidnapped; any alternative of a fill will do, and optional fills are free. Ours are the
values of facts whose metric is one of those. The texts are in capitals and broken at column 70, so
lines are joined to paragraphs and sentences put into ordinary case first: no model of today knows
capitals. Peers are number libraries with a naive reader, measured on the same documents.
"""

import re
from collections.abc import Iterator

from assets.catalogue.catalogue import load
from assets.core.facts.extract import extract
from tests.evaluation.gold import article, table as articles
from tests.evaluation.scoring import ABSENT, HEADER, SHARED, Score, records, table

FOLDER = SHARED / "benchmarks" / "muc34"
PARTS = ("tst1", "tst2")
HARMED = frozenset(("DEATH", "INJURY"))
METRICS = frozenset(
    (
        "killed",
        "injured",
        "soldiers_killed",
        "hostages_taken",
        "hostages_held",
        "hostages_dead",
        "detained",
        "hostages_released",
    )
)
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


def gold(record: dict) -> tuple[list[frozenset[float]], set[float]]:
    """Return the wanted numbers, each a set of alternatives, and the numbers that are free."""
    wanted, free = [], set()
    for template in record["gold"]:
        for human in template["human"]:
            is_harm = HARMED & set(human["effect"]) or "KIDNAPPING" in template["type"]
            values = {alt["value"] for alt in human["alts"] if alt.get("value") is not None}
            if not is_harm or not values or max(values) < 2:
                continue
            if template["optional"] or any(alt["opt"] for alt in human["alts"]):
                free |= values
            else:
                wanted.append(frozenset(values))
    return list(dict.fromkeys(wanted)), free


def predicted(documents: list[dict]) -> Iterator[set[float]]:
    """Yield the numbers of people harmed that extraction finds in each document."""
    rows = [article(d["id"], restored(d["text"]), "MUC", None, None) for d in documents]
    facts = extract(articles(rows), load())
    by_article: dict[str, set[float]] = {row["article_id"]: set() for row in rows}
    for fact in facts.iter_rows(named=True):
        if fact["metric"] in METRICS and (fact["value"] or 0) >= 2:
            by_article[fact["article_id"]].add(fact["value"])
    yield from by_article.values()


def score(*, show: bool = False) -> Score:
    total = Score()
    documents = [record for part in PARTS for record in records(FOLDER / f"{part}.jsonl")]
    for document, found in zip(documents, predicted(documents), strict=True):
        wanted, free = gold(document)
        hits = [alternatives for alternatives in wanted if alternatives & found]
        matched = set().union(*hits) if hits else set()
        extra = found - matched - free
        total.add(len(hits), len(hits) + len(extra), len(wanted))
        if show and (extra or len(hits) < len(wanted)):
            print(
                document["id"], "EXTRA", extra, "MISSED", [set(w) for w in wanted if not w & found]
            )
    return total


def report() -> str:
    if not FOLDER.is_dir():
        return ABSENT.format("MUC-3/4")
    rows = [score().row("ours"), ("spaCy with a naive reader", "", "", f"{SPACY_PEER:.3f}", "")]
    return table(
        "MUC-3/4 tst1 + tst2, numbers of people killed, injured, kidnapped", [HEADER, *rows]
    )


if __name__ == "__main__":
    score(show=True)
    print(report())
