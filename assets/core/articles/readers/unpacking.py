"""Archives: the documents inside .gz, .zst, .zip, .tar and WARC files, one after the other.

Belongs here: unpacking within bounds. Nothing is ever written to a disk, so no name can climb out
of anywhere; a member with such a name, or that is a link, is refused all the same. Not here: what
the documents are (`reading.py`).
"""

import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol, cast

import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from assets.core.articles.readers.decoding import MAX_DOCUMENT_BYTES, whole
from assets.core.articles.readers.record import Source, UnreadableError
from assets.raw.files.quarantine import Refusal

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_RATIO: Final = 200  # news packs to a tenth, or to a fiftieth where it repeats; bombs to 1/1,000
FREE_BYTES: Final = 64 << 20
MAX_DEPTH: Final = 4  # a .jsonl.gz in a .tar.gz is three deep
BROKEN: Final = (
    zlib.error, EOFError, OSError, ValueError, RuntimeError, zstandard.ZstdError,
    zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip
"""What the packing libraries raise on broken bytes; a password is a RuntimeError of zipfile."""
PAGES: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion

Member = Source | Refusal


class BombError(UnreadableError):
    """An archive that unpacks to more than news ever does; nothing of it is read any further."""


class Budget:
    """How many bytes may still be unpacked from one file, whatever is nested in it."""

    def __init__(self, packed_bytes: int) -> None:
        self.limit = FREE_BYTES + MAX_RATIO * packed_bytes
        self.left = self.limit

    def spend(self, count: int) -> None:
        """Count unpacked bytes. Raises `BombError` when there are too many."""
        self.left -= count
        if self.left < 0:
            detail = f"unpacks to over {self.limit:,} bytes, which no news archive does"
            raise BombError("too_large", detail)


class Packed(Protocol):
    """What the packing libraries give to read from."""

    def read1(self, size: int, /) -> bytes:
        """Return some bytes, none at the end."""


class Unpacked(io.RawIOBase):
    """Unpacked bytes that spend the budget and fail in one way, whatever the library."""

    def __init__(self, packed: Packed, budget: Budget) -> None:
        self.packed, self.budget, self.position = packed, budget, 0

    def tell(self) -> int:
        """Return how many bytes were read: fastwarc asks, and falls over if there is no answer."""
        return self.position

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer. Raises `UnreadableError`."""
        view = memoryview(buffer).cast("B")
        try:
            content = self.packed.read1(len(view))
        except BROKEN as error:
            raise UnreadableError("bad_archive", f"the archive is broken: {error}") from error
        self.budget.spend(len(content))
        view[: len(content)] = content
        self.position += len(content)
        return len(content)


def documents(source: Source, budget: Budget, depth: int = 0) -> Iterator[Member]:
    """Yield the documents of an archive, and of archives in it; a document is its own only one.

    Each must be read before the next is asked for. Raises `UnreadableError` where the rest is lost.
    """
    unpack = packing(source.stream.peek())
    if unpack is None:
        yield source
        return
    if depth == MAX_DEPTH:
        raise UnreadableError("too_deep", f"archives in archives, more than {MAX_DEPTH} deep")
    try:
        for member in unpack(source, budget):
            if isinstance(member, Source):
                yield from _inside(member, budget, depth + 1)
            else:
                yield member
    except BROKEN as error:
        raise UnreadableError("bad_archive", f"the archive is broken: {error}") from error


def _inside(member: Source, budget: Budget, depth: int) -> Iterator[Member]:
    """Yield the documents of a member; a broken one spoils no other."""
    try:
        yield from documents(member, budget, depth)
    except BombError:
        raise
    except UnreadableError as unreadable:
        yield replace(unreadable.refusal, record_key=member.name)


def packing(head: bytes) -> Callable[[Source, Budget], Iterator[Member]] | None:
    """Return what unpacks a content that starts so; None where it is a document."""
    if head.startswith(b"\x1f\x8b"):
        return _gzip
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstandard
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip
    if head[257:262] == b"ustar":
        return _tar
    return _warc if head.startswith(b"WARC/") else None


def _gzip(source: Source, budget: Budget) -> Iterator[Member]:
    """Yield the one document of a .gz."""
    unpacked = Unpacked(gzip.GzipFile(fileobj=source.stream), budget)
    yield replace(source, stream=BufferedReader(unpacked))


def _zstandard(source: Source, budget: Budget) -> Iterator[Member]:
    """Yield the one document of a .zst."""
    unpacker = zstandard.ZstdDecompressor().stream_reader(source.stream, read_across_frames=True)
    yield replace(source, stream=BufferedReader(Unpacked(unpacker, budget)))


def _zip(source: Source, budget: Budget) -> Iterator[Member]:
    """Yield the members of a .zip."""
    stream = source.stream if source.stream.seekable() else BytesIO(whole(source.stream))
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            is_link = stat.S_ISLNK(member.external_attr >> 16)
            if refusal := _unsafe(member.filename, is_link=is_link):
                yield refusal
            elif not member.filename.endswith("/"):  # `is_dir` fails where a name is lost
                try:
                    packed = archive.open(member)
                except BROKEN as error:
                    yield Refusal("bad_archive", f"cannot be unpacked: {error}", member.filename)
                else:
                    yield _member(source, member.filename, cast("Packed", packed), budget)


def _tar(source: Source, budget: Budget) -> Iterator[Member]:
    """Yield the members of a .tar."""
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for member in archive:
            is_link = not (member.isfile() or member.isdir())
            if refusal := _unsafe(member.name, is_link=is_link):
                yield refusal
            elif unpacked := archive.extractfile(member):
                yield _member(source, member.name, cast("Packed", unpacked), budget)


def _member(source: Source, name: str, packed: Packed, budget: Budget) -> Source:
    """Return a member of an archive as a source; inside another archive it bears both names."""
    full_name = f"{source.name}/{name}" if source.name else name
    return Source(BufferedReader(Unpacked(packed, budget)), full_name, source.archive or "archive")


def _unsafe(name: str, *, is_link: bool) -> Refusal | None:
    """Say why a member is not to be touched, if so."""
    if is_link:
        return Refusal("unsafe_link", "a link or device inside an archive", name)
    if name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
        return Refusal("unsafe_path", "a name that climbs out of the archive", name)
    return None


def _warc(source: Source, budget: Budget) -> Iterator[Member]:
    """Yield the pages of a crawl; requests and notes on the crawl are none."""
    kinds = PAGES | WarcRecordType.unknown
    for record in ArchiveIterator(source.stream, record_types=kinds, auto_decode="transfer"):
        yield _page(record, budget)


def _page(record: WarcRecord, budget: Budget) -> Member:
    """Return a record of a crawl as a source, or why it is none."""
    url = record.headers.get("WARC-Target-URI")
    content = record.reader.read(MAX_DOCUMENT_BYTES + 1)
    budget.spend(len(content))
    if record.record_type == WarcRecordType.unknown or len(content) < record.content_length:
        return Refusal("bad_archive", "a record of the crawl is cut short", url)
    if len(content) > MAX_DOCUMENT_BYTES:
        return Refusal("too_large", f"a page of over {MAX_DOCUMENT_BYTES:,} bytes", url)
    return Source(BufferedReader(BytesIO(content)), url, "warc", url, record.http_charset)
