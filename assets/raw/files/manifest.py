"""The manifest: a table in the inbox that says of its files what they do not say themselves.

Belongs here: reading `manifest.csv` (raw_path, outlet, published_on, url, title; all but the path
may be empty). Not here: what holds when the document says otherwise (`assets/core/articles/`).
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from assets.raw.files.quarantine import Refusal

NAME: Final = "manifest.csv"
COLUMNS: Final = ("raw_path", "outlet", "published_on", "url", "title")


class Given(NamedTuple):
    """What the manifest gives for one file."""

    outlet: str | None = None
    published_on: date | None = None
    url: str | None = None
    title: str | None = None


NOTHING: Final = Given()


@dataclass(slots=True)
class Manifest:
    """What is given, by path, and what is wrong with the manifest, by line."""

    given: dict[str, Given] = field(default_factory=dict)
    problems: list[Refusal] = field(default_factory=list)

    def refuse(self, line: int, detail: str) -> None:
        """Note a line that cannot be used."""
        self.problems.append(Refusal("bad_manifest", detail, f"line {line}"))


def read(path: Path) -> Manifest:
    """Read a manifest; where there is none, nothing is given. A bad row spoils no other."""
    manifest = Manifest()
    if path.is_symlink() or not path.is_file():
        return manifest
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        manifest.refuse(1, f"not UTF-8 ({error.reason}): save it as UTF-8")
        return manifest
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if "raw_path" not in (rows.fieldnames or ()):
            manifest.refuse(1, f"needs a header with raw_path and any of {', '.join(COLUMNS[1:])}")
            return manifest
        for row in rows:
            _add(manifest, row, rows.line_num)
    except csv.Error as error:
        manifest.refuse(rows.line_num, f"not CSV: {error}")
    return manifest


def _add(manifest: Manifest, row: Mapping[str | None, object], line: int) -> None:
    """Add one row, or note what is wrong with it."""
    raw_path, outlet, day, url, title = (
        str(row.get(name) or "").strip() or None for name in COLUMNS
    )
    if raw_path is None:
        manifest.refuse(line, "raw_path is empty: name the file, relative to the inbox")
    elif None in row:
        manifest.refuse(line, "more cells than the header: quote a cell that holds a comma")
    elif raw_path in manifest.given:
        manifest.refuse(line, f"a second row for {raw_path}: the first one holds")
    else:
        try:
            published_on = date.fromisoformat(day) if day else None
        except ValueError:
            manifest.refuse(line, f"published_on {day!r} is no date: write it as 2024-02-08")
        else:
            manifest.given[raw_path] = Given(outlet, published_on, url, title)
