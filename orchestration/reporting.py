"""The static site of the published edition, made once an edition.

Belongs here: telling whether it is made already. Not here: its pages (`assets/out/report`).
"""

from pathlib import Path

import duckdb

from assets.identity import content_id
from assets.out.report import report
from assets.out.report.report import Report, build
from orchestration.place import place_at
from orchestration.settings import Settings

MADE_OF = ".made_of"  # file beside the pages: a hash of what they are made of
SOURCES = frozenset({".py", ".sql", ".html", ".css", ".csv"})


def build_report(settings: Settings) -> Report:
    """Make the site, touching only pages that changed; nothing is touched if it is made already."""
    marker, wanted = settings.report / MADE_OF, made_of(settings)
    if marker.is_file() and marker.read_text() == wanted:
        n_pages = sum(1 for _ in settings.report.rglob("*.html"))
        return Report(settings.report / "index.html", n_pages, n_written=0, n_removed=0)
    with duckdb.connect(settings.published, read_only=True) as con:
        made = build(con, settings.report)
    place_at(settings.report).put(MADE_OF, wanted.encode())
    return made


def made_of(settings: Settings) -> str:
    """Return a hash of the edition's name and time, and of the code and templates of the pages."""
    edition = settings.published.resolve()
    folder = Path(report.__file__).parent
    sources = (path for path in sorted(folder.rglob("*")) if path.suffix in SOURCES)
    return content_id(
        edition.name, edition.stat().st_mtime_ns, *(path.read_text("utf-8") for path in sources)
    )
