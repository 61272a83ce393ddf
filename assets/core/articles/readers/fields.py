"""A mapping of names to values, as JSON, a table or a page's metadata gives it, to a record.

Belongs here: the names under which people keep the parts of an article, ours and schema.org's
(`NewsArticle`) first. Not here: how a format is taken apart into such mappings.
"""

from collections.abc import Mapping
from typing import Final

from assets.core.articles.readers.record import Record
from assets.raw.files.quarantine import Refusal

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "articleBody", "body", "content", "maintext", "description", "summary"),
    "key": ("id", "identifier", "guid", "@id"),
    "title": ("title", "headline", "name"),
    "byline": ("byline", "author", "authors", "creator"),
    "outlet": ("outlet", "publisher", "source", "sitename", "publication"),
    "url": ("url", "link", "mainEntityOfPage"),
    "published": ("published", "datePublished", "published_on", "published_at", "date"),
    "language": ("language", "inLanguage", "lang"),
}


def record(fields: Mapping[str, object], where: str) -> Record | Refusal:
    """Return the record that the fields give; `where` names it if it has no key of its own."""
    found = {part: _first(fields, names) for part, names in NAMES.items()}
    text, key = found["text"], found["key"]
    if text is None:
        expected = ", ".join(NAMES["text"])
        return Refusal("no_text", f"no text under any of {expected}", key or where)
    return Record(
        text=text,
        key=key,
        title=found["title"],
        byline=found["byline"],
        outlet=found["outlet"],
        url=found["url"],
        published=found["published"],
        language=found["language"],
    )


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the first of the named values that says something."""
    for name in names:
        if said := _words(fields.get(name)):
            return said
    return None


def _words(value: object) -> str | None:
    """Return a value's words: of a person or organisation its name, of several all of them.

    >>> _words({"@type": "Organization", "name": "Harbour Post"}), _words(["A", {"name": "B"}])
    ('Harbour Post', 'A, B')
    """
    match value:
        case str():
            return value.strip() or None
        case bool() | None:
            return None
        case int() | float():
            return str(value)
        case list():
            return ", ".join(words for words in map(_words, value) if words) or None
        case dict():
            return _first(value, ("name", "@value", "@id", "url"))
        case _:
            return str(value)
