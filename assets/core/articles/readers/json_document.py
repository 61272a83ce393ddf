"""JSON documents: one article, a list of them, or an object that holds such a list.

The keys are those of `fields.py`: ours, or schema.org's as in `{"@type": "NewsArticle", …}` and
`{"@graph": […]}`.
"""

import json
from collections.abc import Iterator
from typing import Final

from assets.core.articles.readers import fields
from assets.core.articles.readers.decoding import BLANKS, decode, whole
from assets.core.articles.readers.record import Record, Source, UnreadableError
from assets.raw.files.quarantine import Refusal

FORMAT: Final = "json"


def sniff(head: bytes) -> bool:
    """Tell the format by its first bracket, and what may follow that in JSON."""
    start = head.lstrip(BLANKS)
    following = start[1:].lstrip()[:1]
    return start[:1] in {b"{", b"["} and following in {b"", b'"', b"{", b"[", b"]", b"}"}


def read(source: Source) -> Iterator[Record | Refusal]:
    """Yield the record of each object that should be one."""
    content = parse(whole(source.stream))
    found = list(_objects(content))
    if not found:
        raise UnreadableError("bad_record", "nothing in it is an article")
    for number, one in enumerate(found, start=1):
        if isinstance(one, dict):
            yield fields.record(one, f"item {number}")
        else:
            detail = "an article is an object with keys, this is none"
            yield Refusal("bad_record", detail, f"item {number}")


def parse(content: bytes) -> object:
    """Return what the JSON says. Raises `UnreadableError` where it is none or nests too deeply."""
    try:
        return json.loads(decode(content))
    except RecursionError as error:
        raise UnreadableError("too_deep", "lists or objects nested too deeply") from error
    except ValueError as error:
        raise UnreadableError("bad_json", f"not JSON: {error}") from error


def _objects(content: object) -> Iterator[object]:
    """Yield what should be articles: the document, or the items of the lists in it.

    Items that schema.org's `@type` says to be something else, as a publisher, are left out.
    """
    if not isinstance(content, dict):
        items = content if isinstance(content, list) else [content]
    elif any(name.lower() in fields.TEXT for name in content):
        items = [content]
    else:
        lists = [value for value in content.values() if isinstance(value, list)]
        items = [item for value in lists for item in value if isinstance(item, dict)] or [content]
    yield from (item for item in items if not _is_other(item))


def _is_other(item: object) -> bool:
    """Tell whether an item says of itself that it is no article."""
    kind = fields.said_by(item.get("@type")) if isinstance(item, dict) else None
    return kind is not None and not kind.endswith(("Article", "Posting", "Report"))
