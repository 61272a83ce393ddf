"""What a run found, in plain words, read from the published file.

Belongs here: the sentences that `make run` ends with. Not here: findings' own explanations, which
come with them.
"""

import duckdb

from assets.out.report.words import many
from orchestration.settings import Settings

SHOWN = 12  # findings, and sources; the rest is one query away


def summarise(con: duckdb.DuckDBPyConnection, settings: Settings, *, is_new: bool) -> str:
    """Return the closing words of a run over the published file."""
    if not con.execute("select 1 from raw.files limit 1").fetchall():
        return f"There is nothing to read yet: no file has arrived in {settings.inbox}."
    parts = [news(is_new=is_new), counts(con), sources(con), refusals(con), findings(con)]
    parts.append(places(settings))
    return "\n".join(part for part in parts if part)


def news(*, is_new: bool) -> str:
    """Say whether the run changed anything."""
    if is_new:
        return "Published a new edition."
    return "Nothing new: no row was written, and the published edition stands."


def counts(con: duckdb.DuckDBPyConnection) -> str:
    """Say how much was read."""
    row = con.execute(
        """
        select
            (select count(*) from raw.files),
            (select count(*) from core.articles),
            (select count(distinct outlet) from core.articles),
            (select count(*) from core.facts),
            (select count(*) from core.facts where series is not null),
            (select count(distinct series) from core.claims)
        """
    ).fetchall()[0]
    files, articles, outlets, facts, tracked, series = row
    return (
        f"Read {many(files, 'file')}: {many(articles, 'article')} of {many(outlets, 'outlet')}, "
        f"{many(facts, 'figure')}, {tracked:,} of them in {series:,} series."
    )


def sources(con: duckdb.DuckDBPyConnection) -> str:
    """Say what became of the records of each folder, and of each file that holds several."""
    rows = con.execute(
        """
        select
            case
                when contains(raw_path, '/') then split_part(raw_path, '/', 1) || '/'
                when n_records > 1 then raw_path
                else 'files of one article'
            end as source,
            count(*),
            sum(n_records),
            sum(n_articles),
            sum(n_repeats),
            sum(n_refused)
        from raw.files
        group by source
        order by sum(n_records) desc, source
        """
    ).fetchall()
    told = [
        f"  {source}: {many(files, 'file')}, {many(records, 'record')}; "
        f"{many(articles, 'article')}, {many(repeats, 'repeat')}, {refused:,} refused"
        for source, files, records, articles, repeats, refused in rows
    ]
    return "\n".join(first(told, "raw.files"))


def refusals(con: duckdb.DuckDBPyConnection) -> str:
    """Name what could not be read, by reason."""
    rows = con.execute(
        """
        select reason, count(*), min(raw_path)
        from raw.quarantine
        group by reason
        order by count(*) desc, reason
        """
    ).fetchall()
    if not rows:
        return ""
    named = "; ".join(f"{reason} {count:,} (such as {path})" for reason, count, path in rows)
    return f"Could not read, and kept in quarantine: {named}."


def findings(con: duckdb.DuckDBPyConnection) -> str:
    """Tell the findings, the gravest first."""
    rows = con.execute(
        """
        select severity, kind, explanation
        from out.findings
        where status = 'open'
        order by
            case severity when 'error' then 0 when 'warn' then 1 else 2 end,
            gap_share desc nulls last,
            finding_id
        """
    ).fetchall()
    if not rows:
        return "Every figure that can be compared fits with the others."
    told = [f"  {severity:5}  {kind}: {text}" for severity, kind, text in rows]
    return "\n".join([f"{many(len(rows), 'finding')}:", *first(told, "out.findings")])


def first(lines: list[str], table: str) -> list[str]:
    """Return the first lines, and where the rest of them is."""
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], f"  … and {more} more in {table}"] if more > 0 else lines


def places(settings: Settings) -> str:
    """Say where to look."""
    return (
        f"Read it:   {settings.report / 'index.html'}\n"
        f"Query it:  duckdb -readonly {settings.published}\n"
        "Run it:    make ui, then http://127.0.0.1:3000"
    )
