"""Names of several words, found in text word by word.

Belongs here: what two spellings of a name share, and the search for many names at once. Not here:
what any name means (the catalogue).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

# A word ends before its possessive; initials are one word, with or without blanks ("U. N.").
WORD: Final = re.compile(r"[A-Z]\.(?:\s?[A-Z]\.)+|[^\W_]+(?:['\u2019](?![sS]\b)[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: as compared, as written, and where."""

    key: str
    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a phrase: its words `first` to `last` (exclusive) mean `meaning`."""

    meaning: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """The number of its words."""
        return self.last - self.first


def words_of(phrase: str) -> list[Word]:
    """Return the words of a phrase without possessive endings; acronyms keep their capitals.

    >>> [word.key for word in words_of("Gaza's Hamas-run health ministry, U. N. says")]
    ['gaza', 'hamas', 'run', 'health', 'ministry', 'UN', 'says']
    """
    return [
        Word(_key(match.group()), match.group(), match.start(), match.end())
        for match in WORD.finditer(phrase)
        if match.group() not in {"s", "S"} or phrase[match.start() - 1] not in "'\u2019"
    ]


def slug(text: str) -> str:
    """Return a snake_case id of a name, without accents.

    >>> slug("São Paulo"), slug("Procter & Gamble"), slug("B'Tselem")
    ('sao_paulo', 'procter_gamble', 'btselem')
    """
    joined = re.sub(r"\b([A-Z])\.\s?(?=[A-Z]\.)", r"\1", text.replace("\u2019", "'"))
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore")
    return "_".join(re.findall(r"[a-z0-9]+", re.sub(r"['.]", "", plain.decode()).lower()))


def _key(word: str) -> str:
    bare = word if word.isalnum() else re.sub(r"[.\s]", "", word).replace("\u2019", "'")
    return bare if len(bare) > 1 and bare.isupper() else bare.lower()


class Names:
    """Names of many words compiled for search: by first word, the longest first."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, meaning in meanings:
            keys = tuple(word.key for word in words_of(name))
            self._by_first.setdefault(keys[0], []).append((keys, meaning))
        for names in self._by_first.values():
            names.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: list[Word]) -> Iterator[Name]:
        """Yield every name in the words; of those with one beginning only the longest."""
        for first, word in enumerate(words):
            longest = 0
            for keys, meaning in self._by_first.get(word.key, ()):
                if len(keys) < longest:
                    break
                last = first + len(keys)
                if tuple(other.key for other in words[first:last]) == keys:
                    longest = len(keys)
                    yield Name(meaning, first, last)

    def longest(self, words: list[Word]) -> Name | None:
        """Return the name with the most words, the first of equals."""
        return max(self.find(words), key=lambda name: name.size, default=None)

    def any_in(self, words: list[Word]) -> bool:
        """Tell whether the words hold a name."""
        return next(self.find(words), None) is not None
