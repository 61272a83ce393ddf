"""Scores the lexer alone on the hand-made gold: which number spans it finds, and what they allow."""

import json
from pathlib import Path

from assets.core.facts.lexer import lex

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def _documents():
    texts = {}
    for line in (GOLD / "development_docs.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        texts[record["id"]] = record["text"]
    for path in (GOLD.parent / "seeds").glob("*.txt"):
        texts[path.name] = path.read_text(encoding="utf-8")
    return texts


def _place(record, text):
    if "start" in record:
        start = record["start"]
    else:
        start = text.index(record["context"]) + record["context"].index(record["number"])
    return start, start + len(record["number"])


def compare(name, *, verbose=False):
    """Print errors; return counts."""
    texts = _documents()
    gold = {}
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold.setdefault(record["doc"], []).append(record)
    counts = dict.fromkeys(
        ("wanted", "found", "value", "bound", "unit", "emitted", "optional", "extra"), 0
    )
    import re

    for doc, records in gold.items():
        text = texts[doc]
        found = []
        for m in re.finditer(r"[^\n]+", text):
            for q in lex(m.group()):
                found.append((q.start + m.start(), q.end + m.start(), q))
        counts["emitted"] += len(found)
        used = set()
        for record in records:
            s, e = _place(record, text)
            hits = [i for i, (a, b, q) in enumerate(found) if a < e and s < b and i not in used]
            context = text[max(0, s - 40) : e + 30].replace("\n", "/")
            if record["optional"]:
                used.update(hits[:1])
                counts["optional"] += bool(hits)
                continue
            counts["wanted"] += 1
            if not hits:
                if verbose:
                    print("MISSED ", record["number"], "|", context)
                continue
            i = hits[0]
            used.add(i)
            q = found[i][2]
            counts["found"] += 1
            if q.unit == "fraction" and record["whole"]:
                ok = abs(q.value * record["whole"] - record["value"]) < 1
            else:
                ok = (
                    q.value == record["value"]
                    and q.low == record["low"]
                    and q.high == record["high"]
                )
            if record["value"] is not None:
                okv = ok or q.value == record["value"]
            else:
                okv = ok
            counts["value"] += okv
            counts["bound"] += okv and q.bound == record["bound"]
            counts["unit"] += okv and q.unit == record["unit"]
            if verbose and not (
                okv and q.bound == record["bound"] and q.unit in (record["unit"], "fraction")
            ):
                print(
                    "DIFFERS",
                    text[found[i][0] : found[i][1]],
                    q.value,
                    q.low,
                    q.high,
                    q.bound,
                    q.unit,
                    "GOLD",
                    record["number"],
                    record["value"],
                    record["low"],
                    record["high"],
                    record["bound"],
                    record["unit"],
                    "|",
                    context,
                )
            if verbose and text[found[i][0] : found[i][1]] != record["number"]:
                print("SPAN", text[found[i][0] : found[i][1]], "GOLD", record["number"])
        for i, (a, b, q) in enumerate(found):
            if i not in used:
                counts["extra"] += 1
                if verbose:
                    print(
                        "EXTRA  ", text[a:b], "|", text[max(0, a - 40) : b + 30].replace("\n", "/")
                    )
    return counts


if __name__ == "__main__":
    for name in ("seeds.jsonl", "development.jsonl"):
        print(name, compare(name, verbose=True))
