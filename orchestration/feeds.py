"""The feeds in CROSSTALLY_HOME: each finding once, when it is first published as open.

Belongs here: `findings.jsonl`, which only grows and so is also the record of what has been told,
and `findings.atom`, its newest entries for feed readers. Not here: sending (`alerts.py`).
A finding that a person decided on before it was told is never told; one told stays in the feed.
"""

import fcntl
import json
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import duckdb
import polars as pl

from orchestration.place import place_at
from orchestration.settings import Settings

Finding = dict[str, Any]
ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 100  # entries of the Atom feed
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def update_feeds(settings: Settings, now: datetime) -> int:
    """Tell the open findings of the published edition that were not told yet; return how many."""
    with lines_of(settings).open("a+b") as feed:
        fcntl.flock(feed, fcntl.LOCK_EX)
        told, end = read_feed(settings)
        feed.truncate(end)  # half a line, which a crash left: that finding is told anew
        known = {finding["finding_id"] for finding in told}
        new = [
            {**finding, "told_at": now.isoformat(timespec="seconds")}
            for finding in open_findings(settings)
            if finding["finding_id"] not in known
        ]
        feed.writelines(json.dumps(finding).encode() + b"\n" for finding in new)
        feed.flush()
        os.fsync(feed.fileno())
        if new or not atom_of(settings).exists():
            newest = [*told, *new][: -NEWEST - 1 : -1]
            place_at(settings.home).put(atom_of(settings).name, atom(newest, now))
    return len(new)


def read_feed(settings: Settings, start: int = 0) -> tuple[list[Finding], int]:
    """Return the findings that were told from a byte offset on, and the offset after the last."""
    path = lines_of(settings)
    if not path.exists():
        return [], start
    with path.open("rb") as feed:
        feed.seek(start)
        content = feed.read()
    whole = content[: content.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()], start + len(whole)


def lines_of(settings: Settings) -> Path:
    """Return where the JSON-lines feed lies."""
    return settings.home / "findings.jsonl"


def atom_of(settings: Settings) -> Path:
    """Return where the Atom feed lies."""
    return settings.home / "findings.atom"


def open_findings(settings: Settings) -> list[Finding]:
    """Return the published findings that nobody has decided on, the gravest first."""
    with duckdb.connect(settings.published, read_only=True) as con:
        rows: pl.DataFrame = con.sql(
            """
            select
                finding_id,
                kind,
                severity,
                series,
                cast(as_of as varchar) as as_of,
                outlets,
                explanation
            from out.findings
            where status = 'open'
            order by
                case severity when 'error' then 0 when 'warn' then 1 else 2 end,
                gap_share desc nulls last,
                finding_id
            """
        ).pl()
    return rows.to_dicts()


def atom(findings: Sequence[Finding], now: datetime) -> bytes:
    """Return an Atom feed of the findings; their words are text, never markup."""
    feed = ET.Element("feed", xmlns=ATOM)
    add(feed, "id", "urn:crosstally:findings")
    add(feed, "title", "Crosstally: findings")
    add(feed, "updated", now.isoformat(timespec="seconds"))
    add(ET.SubElement(feed, "author"), "name", "Crosstally")
    for finding in findings:
        entry = ET.SubElement(feed, "entry")
        add(entry, "id", f"urn:crosstally:finding:{finding['finding_id']}")
        add(entry, "title", title(finding))
        add(entry, "updated", finding["told_at"])
        add(entry, "summary", finding["explanation"])
    document: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def add(parent: ET.Element, tag: str, text: str) -> None:
    """Add an element that holds a text, without the characters that XML cannot hold."""
    ET.SubElement(parent, tag).text = NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def title(finding: Finding) -> str:
    """Return what a finding is about, in a line.

    >>> title({"severity": "warn", "kind": "stale_copy", "series": None, "as_of": "2024-02-10"})
    'warn: stale copy, 2024-02-10'
    """
    about = [finding["kind"], finding["series"], finding["as_of"]]
    return f"{finding['severity']}: " + ", ".join(part.replace("_", " ") for part in about if part)
