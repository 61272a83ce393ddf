"""What a contract is made of: the words and column kinds that more than one table uses.

Belongs here: closed lists of values and the small column makers. A table's own contract stands in
its folder, `assets/<schema>/<table>/contract.py`; SQL-made tables are declared in their SQL file.
"""

from typing import Final

import dataframely as dy
import polars as pl

SEGMENT_ROLES: Final = (
    "headline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "credit",
    "related_link",
    "correction",
    "disclaimer",
)


def one_of(values: tuple[str, ...], description: str, *, nullable: bool = False) -> dy.String:
    """Declare a text column that holds one of a closed list of values."""
    return dy.String(
        nullable=nullable,
        check=lambda column: column.is_in(list(values)),
        description=f"{description}: {', '.join(values)}",
    )


def identifier(description: str, *, primary_key: bool = False, nullable: bool = False) -> dy.String:
    """Declare a content hash: lower-case hexadecimal, the same for the same content for ever."""
    return dy.String(
        primary_key=primary_key, nullable=nullable, regex=r"^[0-9a-f]+$", description=description
    )


def empty(contract: type[dy.Schema]) -> pl.DataFrame:
    """Return the contract's table with no rows."""
    return contract.create_empty()


def descriptions(contract: type[dy.Schema]) -> dict[str, str]:
    """Return the description of each column of a contract."""
    return {name: column.description or "" for name, column in contract.columns().items()}
