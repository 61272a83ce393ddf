"""The archive: every content that ever arrived, kept under the hash of its bytes.

Belongs here: putting bytes in and finding them again. Not here: what they mean, and how they came.
A content once kept is never changed or removed, so offsets into it hold for ever.
"""

import hashlib
import os
from pathlib import Path

CHUNK_BYTES = 1 << 20


def place(archive: Path, file_id: str) -> Path:
    """Return where the content of this hash lies, or would lie."""
    return archive / f"{file_id[:2]}/{file_id}"


def keep(archive: Path, source: Path) -> tuple[str, int]:
    """Copy a file into the archive and return its sha256 and its length in bytes.

    It is hashed while it is copied, so what is kept is what was hashed even if somebody is writing
    to the source, and it appears under its name whole or not at all. It is safe from a power cut
    only after `settle`. Raises OSError.
    """
    digest, size = hashlib.sha256(), 0
    incoming = archive / f".incoming-{os.getpid()}"
    with source.open("rb") as original, incoming.open("wb") as copy:
        while chunk := original.read(CHUNK_BYTES):
            digest.update(chunk)
            size += copy.write(chunk)
    target = place(archive, digest.hexdigest())
    try:
        incoming.replace(target)
    except FileNotFoundError:  # the first content whose hash begins so
        target.parent.mkdir(exist_ok=True)
        incoming.replace(target)
    return target.name, size


def settle() -> None:
    """Have the system write to the disk all that was kept: once, because once a file is slow.

    Nothing may remember a file as kept before this returns.
    """
    os.sync()
