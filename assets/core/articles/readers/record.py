"""What a reader takes and hands back.

Belongs here: the protocol that the formats share. Not here: any format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Protocol

from assets.raw.files.quarantine import Refusal


@dataclass(frozen=True, slots=True)
class Source:
    """A document's bytes, and what its surroundings say of it.

    `name` is that of a member inside an `archive` (its format); `url` and `encoding` are those that
    a crawl noted.
    """

    stream: BufferedReader
    name: str | None = None
    archive: str | None = None
    url: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An article as its file gives it, its text free of markup; None is what the file leaves open.

    `outlet` is who published it, `channel` the site or feed it was found in, which may be another.
    `published` is as written, by the document or (`source`) by the feed that lists it. Of a scrape,
    a page kept under its address with no title, it is the day somebody fetched it. `captions` are
    paragraphs of the text that the markup tells to be captions.
    """

    text: str
    key: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    channel: str | None = None
    url: str | None = None
    published: str | None = None
    source: str = "document"
    is_scrape: bool = False
    captions: frozenset[str] = frozenset()
    language: str | None = None


class UnreadableError(Exception):
    """A document of which nothing more can be read; holds what the quarantine is to say."""

    def __init__(self, reason: str, detail: str) -> None:
        self.refusal = Refusal(reason, detail)
        super().__init__(detail)


class Reader(Protocol):
    """A module that reads one format."""

    @property
    def FORMAT(self) -> str:  # noqa: N802 - a constant of the module
        """Its name in `raw.files`."""

    def sniff(self, head: bytes) -> bool:
        """Tell whether a document that starts so is of this format."""

    def read(self, source: Source) -> Iterator[Record | Refusal]:
        """Yield each record, or why it is none; raises `UnreadableError` where the rest is lost."""
