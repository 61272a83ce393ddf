"""Where staged bytes lie: a folder of this machine, or a bucket that several machines reach.

Belongs here: putting named bytes there whole or not at all, getting and listing them. Not here:
what they hold (`stage.py`). A bucket is named by an address such as `s3://bucket/folder`; its keys
come from the environment, as its own tools expect them.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import fsspec


class Place(Protocol):
    """Named bytes; names use slashes."""

    def put(self, name: str, content: bytes) -> None:
        """Write the bytes; no reader ever sees half of them."""

    def get(self, name: str) -> bytes:
        """Return the bytes; raise FileNotFoundError if there are none of this name."""

    def names(self, folder: str, suffix: str) -> list[str]:
        """Return the names, without suffix, of what lies in a folder, sorted; none if it is not."""


def place_at(address: Path | str) -> Place:
    """Return the place at an address: a path, or whatever fsspec knows by its `protocol://`."""
    if isinstance(address, Path):
        return Folder(address)
    return Bucket(address)


@dataclass(frozen=True, slots=True)
class Folder:
    """A place on this machine's disk, or on one that is mounted here."""

    path: Path

    def put(self, name: str, content: bytes) -> None:
        """Write beside the name, force to the disk, rename: a power cut leaves old or new."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
        try:
            beside.write_bytes(content)
            replace_durably(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def get(self, name: str) -> bytes:
        """Return the bytes."""
        return (self.path / name).read_bytes()

    def names(self, folder: str, suffix: str) -> list[str]:
        """Return the names in a folder."""
        return sorted(path.stem for path in (self.path / folder).glob(f"*{suffix}"))


@dataclass(frozen=True, slots=True)
class Bucket:
    """A place in an object store, where one put is whole or not at all by itself."""

    address: str

    def put(self, name: str, content: bytes) -> None:
        """Upload the bytes in one piece."""
        files, root = self._open()
        files.pipe_file(f"{root}/{name}", content)

    def get(self, name: str) -> bytes:
        """Download the bytes."""
        files, root = self._open()
        return bytes(files.cat_file(f"{root}/{name}"))

    def names(self, folder: str, suffix: str) -> list[str]:
        """List a folder anew: other machines write to it."""
        files, root = self._open()
        files.invalidate_cache()
        found = files.glob(f"{root}/{folder}/*{suffix}")
        return sorted(Path(name).name.removesuffix(suffix) for name in found)

    def _open(self) -> tuple[Any, str]:
        """Return the file system and our folder in it; fsspec keeps one of each open."""
        files, root = fsspec.url_to_fs(self.address.rstrip("/"))
        return files, root


def replace_durably(source: Path, target: Path) -> None:
    """Rename a complete file to its place; after a power cut it is old or new, never half."""
    sync(source)
    source.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Have the system write a file or folder to the disk now."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
