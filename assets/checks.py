"""SQL files that check a table: a query that returns the offending rows, and why one should care.

Belongs here: reading such a file. Not here: running it. The folder is the severity, the file name
is the statement that must be true (`facts__quotes_are_verbatim`), the header says why it matters,
which asset it is about, for a disagreement the `kind` of finding, and for a check that counts what
a comparison could not see the checks that it `covers`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from assets.tables import HeaderError, read_fields, split_header

Severity = Literal["ERROR", "WARN"]
SEVERITIES: Final[dict[str, Severity]] = {"invariants": "ERROR", "disagreements": "WARN"}


@dataclass(frozen=True, slots=True)
class Check:
    """A statement about an asset that must be true; its query returns the rows that break it."""

    name: str
    asset: str
    severity: Severity
    blocking: bool
    description: str
    query: str
    kind: str | None = None
    covers: tuple[str, ...] = ()


def read_check(path: Path) -> Check:
    """Read a check; the file must lie in `invariants/` or `disagreements/` and name its asset."""
    header, query = split_header(path)
    prose, fields = read_fields(header)
    severity = SEVERITIES.get(path.parent.name)
    if severity is None:
        raise HeaderError(f"{path}: a check lies in one of the folders {', '.join(SEVERITIES)}")
    if not prose or "asset" not in fields:
        raise HeaderError(f"{path}: the header must say why to care, then `-- asset: schema.table`")
    return Check(
        name=path.stem,
        asset=fields["asset"],
        severity=severity,
        blocking=severity == "ERROR",
        description=prose,
        query=query,
        kind=fields.get("kind"),
        covers=tuple(fields.get("covers", "").replace(",", " ").split()),
    )


def read_checks(folder: Path) -> list[Check]:
    """Read all checks of `<folder>/<severity>/`, by name."""
    return sorted(map(read_check, folder.glob("*/*.sql")), key=lambda check: check.name)
