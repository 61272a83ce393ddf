"""SQL files that make tables and views: the statement, and what its header says of the result.

Belongs here: reading such a file. Not here: running it. A file is one select statement; the
comment lines above it hold the description, the grain, the parameters where it takes any, and a
line for each column. The path is the name: `sql/tables/core/claims.sql` makes `core.claims`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIELD = re.compile(r"^(?P<name>[a-z][a-z0-9_]*): (?P<text>.+)$")


class HeaderError(Exception):
    """A SQL file whose header does not say what it must; names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class SqlTable:
    """A table, view or table macro as its file declares it; `columns` are in the file's order."""

    name: str
    description: str
    grain: str
    columns: dict[str, str]
    query: str
    parameters: tuple[str, ...] = ()
    scope: str = "series"


def read_table(path: Path) -> SqlTable:
    """Read a SQL file whose header declares a table; a header that lacks something is an error."""
    header, query = split_header(path)
    prose, fields = read_fields(header)
    grain = fields.pop("grain", "")
    parameters = fields.pop("parameters", "")
    scope = fields.pop("scope", "series")
    for what, found in (("a description", prose), ("a grain", grain)):
        if not found:
            raise HeaderError(f"{path}: the header lacks {what}; see any other file beside it")
    return SqlTable(
        name=f"{path.parent.name}.{path.stem}",
        description=prose,
        grain=grain,
        columns=fields,
        query=query,
        parameters=tuple(re.split(r", *", parameters)) if parameters else (),
        scope=scope,
    )


def read_tables(folder: Path) -> dict[str, SqlTable]:
    """Read all SQL files in and below a folder, by table name."""
    tables = (read_table(path) for path in sorted(folder.rglob("*.sql")))
    return {table.name: table for table in tables}


def definition(view: SqlTable) -> str:
    """Return the statement that makes a view, or a table macro where the file takes parameters.

    >>> definition(SqlTable("out.late", "", "", {}, "from out.facts"))
    'create or replace view out.late as from out.facts'
    >>> one = SqlTable("main.of", "", "", {}, "from out.facts where day = $on_day", ("on_day",))
    >>> definition(one)
    'create or replace macro main.of(on_day) as table from out.facts where day = on_day'
    """
    if not view.parameters:
        return f"create or replace view {view.name} as {view.query}"
    names = "|".join(view.parameters)
    body = re.sub(rf"\$({names})\b", r"\1", view.query)
    return f"create or replace macro {view.name}({', '.join(view.parameters)}) as table {body}"


def split_header(path: Path) -> tuple[list[str], str]:
    """Return the comment lines above a file's statement, without their marks, and the statement."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    query = "\n".join(lines[count:]).strip().removesuffix(";")
    if not query:
        raise HeaderError(f"{path}: there is no statement below the header")
    return [line.removeprefix("--").strip() for line in lines[:count]], query


def read_fields(header: list[str]) -> tuple[str, dict[str, str]]:
    """Tell the prose of a header from its `name: text` lines; a field may run over lines.

    >>> read_fields(["What it is,", "at length.", "", "grain: a row", "value: what", "was said"])
    ('What it is, at length.', {'grain': 'a row', 'value': 'what was said'})
    """
    prose: list[str] = []
    fields: dict[str, str] = {}
    for name, text in _labelled(header):
        if name is None:
            prose.append(text)
        else:
            fields[name] = f"{fields[name]} {text}" if name in fields else text
    return " ".join(prose), fields


def _labelled(header: list[str]) -> Iterator[tuple[str | None, str]]:
    """Yield each line with the field it belongs to; lines above the first field have none."""
    name = None
    for line in filter(None, header):
        if match := FIELD.match(line):
            name = match["name"]
            yield name, match["text"]
        else:
            yield name, line
