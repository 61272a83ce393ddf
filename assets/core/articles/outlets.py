"""Outlets and agencies by the ways they are named: aliases, web domains, credit lines.

Belongs here: finding a name of the catalogue in what a document says. Not here: the names, which
are data (`assets/catalogue/outlets.yaml`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from assets.catalogue.entries import Outlet


@dataclass(frozen=True)
class Outlets:
    """The catalogue's outlets, ready to be looked up."""

    entries: tuple[Outlet, ...]

    @classmethod
    def of(cls, entries: Iterable[Outlet]) -> "Outlets":
        """Take the outlets of a catalogue."""
        return cls(tuple(entries))

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {
            name.casefold(): entry
            for entry in self.entries
            for name in (entry.name, *entry.aliases, *entry.credits)
        }

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {domain: entry for entry in self.entries for domain in entry.domains}

    @cached_property
    def credit(self) -> str:
        """A pattern of all credits of agencies, the longest first; letter case counts."""
        written = {c for e in self.entries if e.is_agency for c in (*e.credits, e.name)}
        written |= {credit.upper() for credit in written}
        ordered = sorted(written, key=lambda credit: (-len(credit), credit))
        return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else "(?!)"

    def named(self, name: str | None) -> str | None:
        """Return the name we use for a name as written, itself where it is not in the catalogue."""
        if not name or not name.strip():
            return None
        entry = self._by_name.get(name.strip().casefold())
        return entry.name if entry else name.strip()

    def known(self, name: str) -> Outlet | None:
        """Return the outlet of that name, if the catalogue has it."""
        return self._by_name.get(name.strip().casefold())

    def credited(self, passage: str) -> list[Outlet]:
        """Return the agencies that a credit line names, in its order."""
        names = re.findall(rf"(?<!\w){self.credit}(?!\w)", passage)
        return [entry for name in names if (entry := self.known(name))]

    def at(self, url: str | None) -> str | None:
        """Return the outlet whose domain an address is at, by the longest domain that fits."""
        host = _host(url)
        while host:
            if entry := self._by_domain.get(host):
                return entry.name
            _, _, host = host.partition(".")
        return None


def _host(url: str | None) -> str:
    """Return the host of an address, lower case; empty if it has none."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:  # brackets that hold no IPv6 address
        return ""
