"""What a reader is, and what it hands back.

Belongs here: the protocol that the formats share. Not here: any format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from assets.raw.files.quarantine import Refusal

HEAD_BYTES: Final = 65_536
"""How much of a content is looked at to tell its format."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article as its file gives it; None is what the file does not say.

    `published` is as written, by the document itself or (`source`) by the feed that lists it. Of a
    scrape, a page kept under its address with no title, it is the day somebody fetched it.
    """

    text: str
    key: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    source: str = "document"
    is_scrape: bool = False
    language: str | None = None


class UnreadableError(Exception):
    """A content from which nothing more can be read; holds what the quarantine must say."""

    def __init__(self, reason: str, detail: str) -> None:
        self.refusal = Refusal(reason, detail)
        super().__init__(detail)


class Reader(Protocol):
    """A module that reads one format."""

    @property
    def FORMAT(self) -> str:  # noqa: N802 - a constant of the module
        """Its name in `raw.files`."""

    def sniff(self, head: bytes) -> bool:
        """Tell whether a content that starts so is of this format."""

    def read(self, stream: BinaryIO) -> Iterator[Record | Refusal]:
        """Yield each record, or why it is none; raises `UnreadableError` where the rest is lost."""
