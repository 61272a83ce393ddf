"""The inbox: which files lie in it, and which of them are new.

Belongs here: walking the folder, telling new or changed files from known ones, and the rows of
`raw.files` that follow. Not here: what the files say (`assets/core/articles/`). The inbox itself is
never changed, and a file that vanishes from it keeps its row.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from assets.contract import empty
from assets.identity import content_id
from assets.raw.files import archive, manifest, quarantine
from assets.raw.files.contract import Files, Inventory
from assets.raw.files.manifest import Given
from assets.raw.files.quarantine import Refusal, Refused

MAX_FILE_BYTES: Final = 4 << 30


class Scan(NamedTuple):
    """What a look into the inbox yields.

    `files` has the contents that are new, and those of which the manifest now says something else;
    `inventory` all paths seen now or before, which is what the next scan must be told.
    """

    files: pl.DataFrame
    inventory: pl.DataFrame
    quarantine: pl.DataFrame


class Entry(NamedTuple):
    """A path of the inbox with its content and the moment that content was first seen."""

    raw_path: str
    size_bytes: int
    mtime_ns: int
    file_id: str
    given_id: str
    received_at: datetime


class Content(NamedTuple):
    """What a path holds: the first fields of its entry."""

    size_bytes: int
    mtime_ns: int
    file_id: str


def scan(inbox: Path, archive_folder: Path, known: pl.DataFrame, now: datetime) -> Scan:
    """Look into the inbox and keep in the archive what is new; only that is read.

    `known` is the inventory of the last scan (`empty(Inventory)` before the first); `now` is in
    UTC. Raises FileNotFoundError, with a sentence, if there is no inbox.
    """
    if not inbox.is_dir():
        raise FileNotFoundError(f"There is no inbox at {inbox}: make that folder or name another.")
    archive_folder.mkdir(parents=True, exist_ok=True)
    before = {entry.raw_path: entry for entry in (Entry(*row) for row in known.iter_rows())}
    told = manifest.read(inbox / manifest.NAME)
    refused = [Refused(None, manifest.NAME, problem) for problem in told.problems]
    found: dict[str, Entry] = {}
    for raw_path, path in walk(inbox):
        last = before.get(raw_path)
        content = _take(path, last, archive_folder)
        if isinstance(content, Refusal):
            refused.append(Refused(None, raw_path, content))
            continue
        given = told.given.get(raw_path, manifest.NOTHING)
        since = last.received_at if last and last.file_id == content.file_id else now
        found[raw_path] = Entry(raw_path, *content, content_id(*given), since)
    if any(entry != before.get(raw_path) for raw_path, entry in found.items()):
        archive.settle()
    refused += _unmatched(told.given, before | found)
    return Scan(
        _rows(before, found, told.given),
        pl.DataFrame(
            [entry for _, entry in sorted((before | found).items())],
            schema=empty(Inventory).schema,
            orient="row",
        ),
        quarantine.frame(refused, "inbox", now),
    )


def walk(inbox: Path) -> Iterator[tuple[str, Path]]:
    """Yield (path relative to the inbox, path) of the files in it, sorted.

    With them come links, which are named but never followed, so that nothing outside is looked at,
    and at last the folders that may not be read.
    """
    closed: list[OSError] = []
    for folder, folders, files in os.walk(inbox, onerror=closed.append):
        folders.sort()
        within = Path(folder).relative_to(inbox)
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted(files + links):
            yield _as_text(within / name), Path(folder, name)
    for error in closed:
        path = Path(error.filename)
        yield _as_text(path.relative_to(inbox)), path


def _as_text(path: Path) -> str:
    """Return a path as text even where its name is none."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _take(path: Path, last: Entry | None, archive_folder: Path) -> Content | Refusal:
    """Return what a path holds, its bytes kept; a file that did not change is not opened."""
    try:
        status = path.lstat()
        if refusal := _unfit(status):
            return refusal
        size, mtime = status.st_size, status.st_mtime_ns
        if last and (last.size_bytes, last.mtime_ns) == (size, mtime):
            return Content(size, mtime, last.file_id)
        file_id, size = archive.keep(archive_folder, path)
    except OSError as error:
        return Refusal("unreadable", f"the file cannot be read: {error.strerror}")
    return Content(size, mtime, file_id)


def _unfit(status: os.stat_result) -> Refusal | None:
    """Say why a path cannot be taken in, if so."""
    if stat.S_ISLNK(status.st_mode):
        return Refusal("unsafe_link", "a link; put the file itself into the inbox")
    if stat.S_ISDIR(status.st_mode):
        return Refusal("unreadable", "a folder that may not be read")
    if not stat.S_ISREG(status.st_mode):
        return Refusal("unreadable", "not a file but a device, pipe or socket")
    if status.st_size == 0:
        return Refusal("empty", "the file has no bytes")
    if status.st_size > MAX_FILE_BYTES:
        return Refusal("too_large", f"over {MAX_FILE_BYTES:,} bytes; split the file")
    return None


def _unmatched(given: Iterable[str], seen: Mapping[str, Entry]) -> Iterator[Refused]:
    """Yield a refusal for each path of the manifest at which no file was ever seen."""
    for raw_path in given:
        parts = Path(raw_path).parts
        if ".." in parts or Path(raw_path).is_absolute():
            detail = (
                f"{manifest.NAME} names a path outside the inbox: name it relative to the inbox"
            )
            yield Refused(None, raw_path, Refusal("unsafe_path", detail))
        elif raw_path not in seen:
            detail = f"{manifest.NAME} names it, but the inbox does not hold it"
            yield Refused(None, raw_path, Refusal("missing_file", detail))


def _rows(
    before: Mapping[str, Entry], found: Mapping[str, Entry], given: Mapping[str, Given]
) -> pl.DataFrame:
    """Return a row of `Files` for each content that is new or newly described.

    Of equal contents the path that was seen first gives the row, then the first in order.
    """
    owners: dict[str, str] = {}
    for raw_path, entry in [*sorted(before.items()), *found.items()]:
        owners.setdefault(entry.file_id, raw_path)
    rows = []
    for raw_path, entry in found.items():
        last = before.get(raw_path)
        is_known = last and (last.file_id, last.given_id) == (entry.file_id, entry.given_id)
        if owners[entry.file_id] == raw_path and not is_known:
            told = given.get(raw_path, manifest.NOTHING)
            is_manifest = raw_path == manifest.NAME
            rows.append(
                {
                    "file_id": entry.file_id,
                    "raw_path": raw_path,
                    "format": "manifest" if is_manifest else "unknown",
                    "size_bytes": entry.size_bytes,
                    "received_at": entry.received_at,
                    "outlet": told.outlet,
                    "published_on": told.published_on,
                    "url": told.url,
                    "title": told.title,
                    "status": "parsed",
                    "n_records": 0,
                    "n_articles": 0,
                    "n_repeats": 0,
                    "n_refused": 0,
                }
            )
    return pl.DataFrame(rows, schema=empty(Files).schema)
