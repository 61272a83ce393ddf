"""Refusals: what could not be read, as values, and the rows of `raw.quarantine` they become.

Belongs here: the one shape in which every stage hands back what it could not take. Not here: any
decision to refuse.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from assets.contract import empty
from assets.identity import content_id
from assets.raw.files.contract import Quarantine


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not taken: a reason of the closed list, and a sentence to mend it by."""

    reason: str
    detail: str
    record_key: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal and the file it is about; `file_id` is None where its bytes were not kept."""

    file_id: str | None
    raw_path: str
    refusal: Refusal


def frame(refused: Iterable[Refused], stage: str, now: datetime) -> pl.DataFrame:
    """Return the rows of `Quarantine`, each different refusal once, in the order given."""
    rows: dict[str, tuple[str | None, ...]] = {}
    for one in refused:
        refusal = one.refusal
        key = (one.file_id, one.raw_path, refusal.record_key, stage, refusal.reason, refusal.detail)
        rows.setdefault(content_id(*key), key)
    return pl.DataFrame(
        [(quarantine_id, *key, now) for quarantine_id, key in rows.items()],
        schema=empty(Quarantine).schema,
        orient="row",
    )
