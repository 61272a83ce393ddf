"""The archive: every content that ever arrived, kept under the hash of its bytes.

Belongs here: putting bytes in and finding them again. Not here: what they mean, and how they came.
A content once kept is never changed or removed, so offsets into it hold for ever.
"""

import hashlib
import os
import tempfile
from pathlib import Path

CHUNK_BYTES = 1 << 20


def place(archive: Path, file_id: str) -> Path:
    """Return where the content of this hash lies, or would lie."""
    return archive / file_id[:2] / file_id


def keep(archive: Path, source: Path) -> tuple[str, int]:
    """Copy a file into the archive and return its sha256 and its length in bytes.

    The copy is hashed while it is written, so what is kept is what was hashed even if the source is
    being changed. It appears under its name whole or not at all. Raises OSError.
    """
    archive.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, temporary = tempfile.mkstemp(dir=archive, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
            while chunk := original.read(CHUNK_BYTES):
                digest.update(chunk)
                size += len(chunk)
                copy.write(chunk)
            file_id = digest.hexdigest()
            target = place(archive, file_id)
            if target.exists():
                return file_id, size
            copy.flush()
            os.fsync(copy.fileno())
        target.parent.mkdir(exist_ok=True)
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return file_id, size
