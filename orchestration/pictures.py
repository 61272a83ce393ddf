"""A small picture of what an asset's table holds, for its page in Dagster.

Belongs here: the rows of `sql/pictures/<schema>/<table>.sql` → a PNG within markdown. Not here: how
charts look (`assets/out/report/chart.py`). No word of the news goes into markdown.
"""

import base64
from pathlib import Path
from typing import Final

import dagster as dg
import polars as pl

from assets.identity import content_id
from assets.out.report import chart
from assets.tables import split_header
from orchestration.store import Store

QUERIES: Final = Path(__file__).parent.parent / "sql" / "pictures"
SIZE: Final = (420, 160)  # pixels; an event that carries it stays near 10 kB


def picture(store: Store, table: str) -> dict[str, dg.MetadataValue]:
    """Return the picture of a table, under the title of its query; nothing where none is asked for.

    A picture is drawn once and kept beside the report, by what it shows.
    """
    path = QUERIES / f"{table.replace('.', '/')}.sql"
    if not path.is_file():
        return {}
    (title,), query = split_header(path)
    with store.warehouse.reading() as con:
        rows = con.sql(query).pl()
    kept = store.settings.home / "pictures" / f"{table}-{content_id(query, rows.write_json())}.png"
    if not kept.is_file():
        drawing = drawn(rows)
        if drawing is None:
            return {}
        kept.parent.mkdir(parents=True, exist_ok=True)
        for past in kept.parent.glob(f"{table}-*.png"):
            past.unlink()
        kept.write_bytes(chart.png(drawing))
    encoded = base64.b64encode(kept.read_bytes()).decode()
    return {title: dg.MetadataValue.md(f"![{title}](data:image/png;base64,{encoded})")}


def drawn(rows: pl.DataFrame) -> chart.Drawing | None:
    """Return the chart that suits the columns, levels or counts; None where there is nothing."""
    if rows.is_empty():
        return None
    if "best" not in rows.columns:
        return chart.bars(rows, SIZE)
    levels = [chart.Level(**row) for row in rows.iter_rows(named=True)]
    return chart.draw(levels, [], [], [], SIZE)
