"""From files to articles: every record becomes an article version or a row of the quarantine.

Belongs here: putting together what record, manifest and text say of one article. Not here: the
formats (`readers/`), the passages (`segments.py`), and what depends on other articles
(`versions.py`, `origins.py`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import polars as pl

from assets.catalogue.entries import Outlet
from assets.contract import empty
from assets.core.articles import corrections
from assets.core.articles.contract import Articles, Corrections
from assets.core.articles.dates import day_in_address, infer, parse_day, settle
from assets.core.articles.outlets import Outlets
from assets.core.articles.readers import reading
from assets.core.articles.readers.record import Record
from assets.core.articles.segments import Credits, Segment, segment
from assets.identity import content_id
from assets.raw.files import archive, quarantine
from assets.raw.files.quarantine import Refusal, Refused

READER: Final = "reader-1"  # another number has every file read anew
OUTCOMES: Final = {
    "file_id": pl.String, "format": pl.String, "status": pl.String, "n_records": pl.Int64,
    "n_articles": pl.Int64, "n_repeats": pl.Int64, "n_refused": pl.Int64,
}  # fmt: skip
TRACKING: Final = re.compile(
    r"utm_.*|.*clid|at_.*|ns_.*|ref|ref_src|cmpid|cmp|smid|xtor", re.IGNORECASE
)
BRACKETED: Final = re.compile(r"\(\s*([^()]+?)\s*\)")


class Reading(NamedTuple):
    """What files say. All rows of a file replace those of an earlier reading of it.

    Version and origin are of each article by itself: `assign_versions` and `assign_origins` settle
    them over the whole table. `outcomes` has the columns of `OUTCOMES`, for `raw.files`.
    """

    articles: pl.DataFrame
    corrections: pl.DataFrame
    quarantine: pl.DataFrame
    outcomes: pl.DataFrame


def read_articles(
    files: pl.DataFrame, archive_folder: Path, outlets: Iterable[Outlet], now: datetime
) -> Reading:
    """Read the articles of the files (rows of `Files`) from the archive; `now` is in UTC."""
    known = Outlets.of(outlets)
    credits_ = Credits(known)
    articles: dict[str, dict[str, Any]] = {}
    notices: list[tuple[Any, ...]] = []
    refused: list[Refused] = []
    outcomes: list[tuple[Any, ...]] = []
    for file in files.sort("received_at", "raw_path").iter_rows(named=True):
        if file["format"] == "manifest":
            continue
        seen: set[str] = set()
        n_records, n_refused = 0, 0
        kind, found = reading.read_file(archive.place(archive_folder, file["file_id"]))
        if len(found) > 1:  # the manifest's address and title can be those of one article only
            file |= {"url": None, "title": None}
        for record in found:
            n_records += 1
            if isinstance(record, Refusal):
                n_refused += 1
                refused.append(Refused(file["file_id"], file["raw_path"], record))
                continue
            article, corrected = _article(record, file, known, credits_)
            seen.add(article["article_id"])
            if articles.setdefault(article["article_id"], article) is article:
                notices += corrected
        n_repeats = n_records - n_refused - len(seen)
        status = "parsed" if seen else "quarantined"
        outcome = (file["file_id"], kind, status, n_records, len(seen), n_repeats, n_refused)
        outcomes.append(outcome)
    return Reading(
        pl.DataFrame(list(articles.values()), schema=empty(Articles).schema),
        pl.DataFrame(notices, schema=empty(Corrections).schema, orient="row"),
        quarantine.frame(refused, "read", now),
        pl.DataFrame(outcomes, schema=OUTCOMES, orient="row"),
    )


def _article(
    record: Record, file: dict[str, Any], outlets: Outlets, credits_: Credits
) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    """Return the row of an article version, and those of its correction notices."""
    text = record.text
    title = record.title or file["title"]
    segments = list(segment(text, title, credits_, record.captions))
    passages = _passages(text, segments)
    url = record.url or file["url"]
    outlet, agency = _names(record, file, passages, outlets)
    published = settle(
        {
            record.source: parse_day(record.published) or parse_day(passages.get("dateline")),
            "manifest": file["published_on"],
            "url": day_in_address(url),
        },
        is_scrape=record.is_scrape,
    )
    if published.on is None:
        published = infer(text, file["received_at"].date())
    name = record.key or (f"{title} ({published.on})" if title else None)
    key = article_key(url, outlet, name, file["raw_path"])
    title = title or passages.get("headline")
    article_id = content_id(key, title, text)
    notices = list(_notices(article_id, text, segments, published.on))
    row = {
        "article_id": article_id,
        "received_at": file["received_at"],
        "article_key": key,
        "version": 1,
        "is_latest": True,
        "file_id": file["file_id"],
        "raw_path": file["raw_path"],
        "record_key": record.key,
        "outlet": outlet,
        "agency": agency,
        "title": title,
        "byline": record.byline or _byline(passages),
        "url": url,
        "published_on": published.on,
        "published_source": published.source,
        "published_evidence": published.evidence,
        "is_date_disputed": published.is_disputed,
        "revised_on": max((notice[1] for notice in notices if notice[1]), default=None),
        "text": text,
        "segments": [{"role": s.role, "start": s.start, "end": s.end} for s in segments],
        "origin_id": content_id(text),
        "language": _language(record.language),
    }
    return row, notices


def _notices(
    article_id: str, text: str, segments: Iterable[Segment], published_on: date | None
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the correction notices in a text."""
    for role, start, end in segments:
        if role == "correction":
            notice = text[start:end]
            day = corrections.corrected_on(notice, published_on)
            yield article_id, day, start, end, notice


def article_key(url: str | None, outlet: str | None, key: str | None, raw_path: str) -> str:
    """Return the name of the continuing work: its address, else its outlet's name for it.

    >>> article_key("https://www.post.example/a/?utm_source=x&page=2#top", None, None, "a.txt")
    'post.example/a?page=2'
    >>> article_key(None, "Post", "17", "a.txt"), article_key(None, None, None, "a.txt")
    ('Post:17', 'a.txt')
    """
    if url:
        return _address(url)
    return ":".join(dict.fromkeys((outlet or raw_path, key or raw_path)))


def _address(url: str) -> str:
    """Return an address without what does not tell pages apart: scheme, www, fragment, tracking."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # brackets that hold no IPv6 address
        return url.strip()
    query = urlencode([one for one in parse_qsl(parts.query) if not TRACKING.fullmatch(one[0])])
    host = parts.netloc.lower().removeprefix("www.")
    return host + parts.path.rstrip("/") + ("?" + query if query else "")


def _passages(text: str, segments: Iterable[Segment]) -> dict[str, str]:
    """Return the words of headline, dateline and credits, by role."""
    passages: dict[str, str] = {}
    for role, start, end in segments:
        if role in {"headline", "dateline", "credit"}:
            passages[role] = "\n".join(filter(None, (passages.get(role), text[start:end])))
    return passages


def _names(
    record: Record, file: dict[str, Any], passages: dict[str, str], outlets: Outlets
) -> tuple[str | None, str | None]:
    """Return the outlet and the agencies of an article.

    The outlet is what the document says, else the manifest, the address, the site or feed, the
    dateline's bracket, and at last the agency that is credited.
    """
    bracketed = list(_bracketed(passages.get("dateline", ""), outlets))
    credited = outlets.credited(passages.get("credit", ""))
    agencies = [*credited, *(entry for entry in bracketed if entry.is_agency)]
    outlet = (
        outlets.named(record.outlet)
        or outlets.named(file["outlet"])
        or outlets.at(record.url or file["url"])
        or outlets.named(record.channel)
        or next((entry.name for entry in bracketed if not entry.is_agency), None)
        or next((entry.name for entry in agencies), None)
    )
    own = outlets.known(outlet) if outlet else None
    if not agencies and own and own.is_agency:
        agencies = [own]
    return outlet, ", ".join(dict.fromkeys(entry.name for entry in agencies)) or None


def _bracketed(dateline: str, outlets: Outlets) -> Iterator[Outlet]:
    """Yield the outlets in the brackets of a dateline: "(Reuters)", "(Post – Delivered by X)"."""
    for bracket in BRACKETED.findall(dateline):
        for name in re.split(r"\s+[—–-]+\s+|/", bracket):
            if entry := outlets.known(name):
                yield entry


def _byline(passages: dict[str, str]) -> str | None:
    """Return the author line among the credits, without its "By"."""
    found = re.search(r"^By (.+)", passages.get("credit", ""), re.MULTILINE)
    return found[1] if found else None


def _language(declared: str | None) -> str | None:
    """Return the ISO 639-1 code of a declared language.

    >>> _language("en-GB"), _language("English"), _language(None)
    ('en', None, None)
    """
    found = re.match(r"[a-z]{2}(?![a-z])", (declared or "").lower())
    return found[0] if found else None
