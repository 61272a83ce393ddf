"""A mapping of names to values, as JSON or a table gives it, to a record.

Belongs here: the names under which people keep the parts of an article, ours and schema.org's
(`NewsArticle`) first. Not here: how a format is taken apart into such mappings.
"""

from collections.abc import Mapping
from typing import Final

from assets.core.articles.readers.decoding import unescape
from assets.core.articles.readers.markup import TAG, words
from assets.core.articles.readers.record import Record
from assets.raw.files.quarantine import Refusal

TEXT: Final = ("text", "articlebody", "body", "content", "maintext", "description", "summary")
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "key": ("id", "identifier", "guid", "@id"),
    "title": ("title", "headline", "name"),
    "byline": ("byline", "author", "authors", "creator"),
    "outlet": ("outlet", "publisher", "source", "sitename", "publication"),
    "url": ("url", "link", "mainentityofpage"),
    "published": ("published", "datepublished", "published_on", "published_at", "date", "pubdate"),
    "language": ("language", "inlanguage", "lang"),
}


def record(fields: Mapping[str, object], where: str) -> Record | Refusal:
    """Return the record that the fields give; `where` names it if nothing of its own does.

    Letter case does not count in the names of fields.
    """
    known = {name.lower(): value for name, value in fields.items()}
    found = {part: _first(known, names) for part, names in NAMES.items()}
    text, key = _first(known, TEXT), found["key"]
    if text is None:
        detail = f"no text under any of {', '.join(TEXT)}"
        return Refusal("no_text", detail, key or where)
    return Record(
        text=words(text) if TAG.search(text) else unescape(text),
        key=key or (None if found["title"] or found["url"] else where),
        title=unescape(found["title"] or "") or None,
        byline=found["byline"],
        outlet=found["outlet"],
        url=found["url"],
        published=found["published"],
        language=found["language"],
    )


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the first of the named values that says something."""
    for name in names:
        if said := said_by(fields.get(name)):
            return said
    return None


def said_by(value: object) -> str | None:
    """Return a value's words: of a person or organisation its name, of several all of them.

    >>> said_by({"@type": "Organization", "name": "Harbour Post"}), said_by(["A", {"name": "B"}])
    ('Harbour Post', 'A, B')
    """
    match value:
        case str():
            return value.strip() or None
        case bool() | None:
            return None
        case list() | tuple():
            return ", ".join(said for said in map(said_by, value) if said) or None
        case dict():
            return _first(value, ("name", "@value", "@id", "url"))
        case _:
            return str(value)
