"""Who is meant by "it", "the ministry" or "Mr Haddad": a look back in the text.

Belongs here: finding the fuller name that a short one stands for. Not here: the sentence's own
grammar (`sources.py`), ids (`authorities.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution.authorities import resolve
from assets.core.facts.attribution.context import Context
from assets.core.facts.attribution.parties import Parties, parties
from assets.core.facts.attribution.speakers import LOOK_BACK, Span, speakers_before
from assets.core.facts.text.cues import Cues
from assets.core.facts.text.names import Name, Word, words_of
from assets.core.facts.text.sentence import Article

PEOPLE: Final = frozenset({"he", "she"})
PRONOUNS: Final = PEOPLE | {"it", "they", "who", "which"}
SORTS: Final = frozenset({"armed", "global", "international", "islamist", "militant"})
SPOKESPEOPLE: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
PERSONAL: Final = ("titles", "ranks", "roles")
POINTING: Final = frozenset({"the", "this", "a"})
NAME: Final = r"[A-Z](?:[\w'\u2019-]|\.(?=\w))*"
INITIALS: Final = r"(?-i:(?:[A-Z]\.\s?)+[A-Z]\.)"
WHERE: Final = r"(?: (?:of|in|for) (?:the )?(?-i:[A-Z]\w+(?: [A-Z]\w+)*))*"
DETERMINERS: Final = frozenset({"the", "a", "an", "her", "his", "its", "our", "their"})
SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z])[.!?]['\u2019\"\u201d]?\s|\n")  # "U. S. troops"
SENTENCE: Final = 200  # code points in which a party may have been named without speaking
LONGEST_NAME: Final = 80  # code points
LONGEST_SENTENCE: Final = 500  # code points
LONGEST_OPENING: Final = 8  # words
BEFORE_NAME: Final = 100  # code points that a person's office may take before the name
OPENING: Final = re.compile(  # two words at least: a sentence gives a capital to any first word
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:The )?(?:{NAME}['\u2019]s (?=[A-Z]))?"
    rf"(?P<who>(?:(?<=s )|(?<=The )|{NAME} ){NAME}(?: {NAME})*)(?=['\u2019]s | [a-z(]|,)"
)
POSSESSED: Final = re.compile(r"['\u2019]s?\b")
SPELT_OUT: Final = re.compile(rf"{NAME}(?:\s+(?:of|for|to|and|the|on|{NAME}))*\s+$")


def antecedent(start: int, end: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the span of the fuller name that the words at `text[start:end]` stand for, if any."""
    words = words_of(article.text[start:end])
    return _Search(start, article, catalogue).for_words(words) if words else None


def poll_meant(text: str, start: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the poll, named before, that a sentence about those asked goes on to tell of."""
    known = parties(catalogue)
    if not any(word.key in known.cues["asked"] for word in words_of(text)):
        return None
    search = _Search(start, article, catalogue)
    return search.evidence("poll") or search.evidence("survey")


def whole_name(start: int, end: int, article: Article, catalogue: Catalogue) -> Span:
    """Return the span with the rest of a known name that a parse has cut: "Doctors Without"."""
    words = words_of(article.text[start : end + LONGEST_NAME])
    bodies = parties(catalogue).cues["bodies"]
    for name in parties(catalogue).full.find(words):
        first, last = start + words[name.first].start, start + words[name.last - 1].end
        sort = words[name.first - 1] if article.text[end:first] == " " and name.first else None
        if first < end < last or (sort is not None and sort.key in bodies):
            return start, last
    return start, end


@dataclass(frozen=True, slots=True)
class _Search:
    """A look back from a position of an article."""

    position: int
    article: Article
    catalogue: Catalogue

    @property
    def known(self) -> Parties:
        return parties(self.catalogue)

    @property
    def cues(self) -> Cues:
        return self.known.cues

    def for_words(self, words: list[Word]) -> Span | None:
        """Return what a pronoun, a bare noun, an acronym or a surname stands for."""
        words = self.plain(words)
        first, last = words[0], words[-1]
        if len(words) == 1 and first.key in PRONOUNS:
            return self.speaker(first.key)
        is_bare = len(words) == 2 and first.key in POINTING and last.key.islower()
        if is_bare or self.is_of_body(words):
            return self.noun(last.key)
        if first.key == "its" and self.is_of_party(last):
            return self.subject() or self.opening()
        if len(words) <= 2 and last.key.isupper():
            return self.acronym(last.text)
        return self.introduction(last.text) if self.is_surname(words) else None

    def plain(self, words: list[Word]) -> list[Word]:
        """Return words without what tells no party: "a post (on X)", "the (armed) group"."""
        if len(words) > 2 and words[-2].key == "on" and words[-1].key in self.cues["platforms"]:
            return words[:-2]
        is_sort = len(words) == 3 and words[0].key == "the" and words[1].key in SORTS
        return [words[0], words[2]] if is_sort else words

    def is_of_body(self, words: list[Word]) -> bool:
        """Tell "a spokesman for the group"."""
        is_last = len(words) > 2 and words[-2].key == "the" and words[-1].key in self.cues["bodies"]
        has_role = any(word.key in self.cues["roles"] for word in words)
        return is_last and has_role and sum(word.is_capital for word in words) <= 1

    def is_of_party(self, noun: Word) -> bool:
        """Tell what speaks for the party whose it is: "its director", "its report"."""
        return noun.key in self.cues["roles"] or self.known.is_evidence([noun])

    def noun(self, noun: str) -> Span | None:
        """Return the fuller name that "the ministry", "the study" or "the official" stands for."""
        bodies = self.cues["bodies"]
        if noun in self.cues["evidence"]:
            found = self.evidence(noun)
            if found or noun not in bodies:
                return found
        for span in self.back(rf"(?:(?:{INITIALS}|[\w'\u2019-]+) ){{1,5}}{noun}\b{WHERE}"):
            start, end = self.trimmed(span)
            phrase = self.text((start, end))
            if self.is_fuller(words_of(phrase)) and resolve(phrase, Context(), self.catalogue):
                return start, end
        if noun in SPOKESPEOPLE:  # "a spokesman said": of who spoke before
            return self.speaker("it")
        if noun not in bodies:
            return None
        return self.speaker("it") or (None if self.known.knows(noun) else self.opening())

    def is_fuller(self, words: list[Word]) -> bool:
        """Tell words that name a party from "the official" again and "said in a statement"."""
        is_bare = len(words) == 2 and words[0].key in POINTING and not words[1].is_capital
        is_clause = self.known.is_evidence(words[-1:]) and self.cues["said"].intersection(
            word.key for word in words
        )
        return not (is_bare or is_clause) and self.known.knows(" ".join(w.text for w in words))

    def speaker(self, pronoun: str) -> Span | None:
        """Return the source named before that a pronoun can stand for.

        "It" is first of all what opens its own sentence ("Israel has said that it …"), or the one
        before, unless somebody has spoken since.
        """
        if pronoun == "it" and (subject := self.subject()):
            return subject
        for span in self.speakers():
            words = words_of(self.text(span))
            if not self.is_name(words):
                continue
            if pronoun == "they" or self.is_person(words) == (pronoun in PEOPLE):
                return antecedent(*span, self.article, self.catalogue) or span
        return self.party() if pronoun == "it" else None

    def subject(self) -> Span | None:
        """Return the party that begins this sentence or, if none spoke since, the one before."""
        text = self.article.text
        floor = max(0, self.position - LONGEST_SENTENCE)
        ends = (m.end() for m in SENTENCE_END.finditer(text, floor, self.position))
        *_, before, here = (floor, floor, *ends)
        if found := self.opens(here):
            return found
        last = next(self.speakers(), None)
        return self.opens(before) if last is None or last[0] < before else None

    def opens(self, start: int) -> Span | None:
        """Return the party that a sentence begins with: "Israel …", "The US military …"."""
        words = words_of(self.article.text[start : self.position])[:LONGEST_OPENING]
        names = (*self.known.full.find(words), *self.known.countries.find(words))
        first = next((name for name in names if name.first <= 1), None)
        if first is None or POSSESSED.match(self.article.text, start + words[first.last - 1].end):
            return None
        is_body = first.last < len(words) and words[first.last].key in self.cues["bodies"]
        last = words[first.last - 1 + is_body]
        return start + words[first.first].start, start + last.end

    def party(self) -> Span | None:
        """Return the last party of the catalogue that was named a sentence or so before."""
        start = max(0, self.position - SENTENCE)
        words = words_of(self.article.text[start : self.position])
        names = list(self.known.full.find(words))
        return _span_of(names[-1], words, start) if names else None

    def opening(self) -> Span | None:
        """Return the name that opens this sentence or the one before: its likeliest subject."""
        floor = max(0, self.position - SENTENCE)
        found = [m.span("who") for m in OPENING.finditer(self.article.text, floor, self.position)]
        openers = self.cues["openers"]
        named = [s for s in found if words_of(self.text(s))[0].key not in openers]
        return named[-1] if named else None

    def evidence(self, noun: str) -> Span | None:
        """Return the last study, report or poll of that noun that says whose it is."""
        names = rf"(?-i:{NAME}(?:[\s/]+{NAME})*)"
        after = rf"\b{noun}\b[^.;\n]{{0,40}}? (?:in|by|from|for) (?:the )?[^.,;\n]*?{names}"
        before = rf"\b(?:an?|the) (?:[a-z]+ ){{0,2}}{names} (?:[a-z]+ )?{noun}\b"
        return next(self.back(rf"{after}|{before}"), None)

    def acronym(self, acronym: str) -> Span | None:
        """Return the full name that an acronym was set behind: "… Research Group (ARG)"."""
        text = self.article.text
        found = text.find(f"({acronym})", 0, self.position)
        full = SPELT_OUT.search(text, max(0, found - BEFORE_NAME), found) if found >= 0 else None
        return (full.start(), full.start() + len(full.group().rstrip())) if full else None

    def introduction(self, surname: str) -> Span | None:
        """Return the words that first name a person, with the office before or after the name."""
        text = self.article.text
        found = re.search(rf"\b{re.escape(surname)}\b", text[: self.position])
        if found is None:
            return None
        before, after = _office_around(self.catalogue)
        ahead = before.search(text, max(0, found.start() - BEFORE_NAME), found.start())
        behind = after.match(text, found.end(), self.position)
        start = ahead.start("office") if ahead else found.start()
        end = behind.end() if behind else found.end()
        return (start, end) if (start, end) != found.span() else None

    def is_name(self, words: list[Word]) -> bool:
        """Tell whether words before a verb can name somebody."""
        unnamed = self.cues["unnamed"]
        if not words or any(word.key in unnamed for word in words):
            return False
        is_noun = words[0].key in DETERMINERS or any(word.is_capital for word in words)
        return is_noun or self.known.knows(" ".join(word.text for word in words))

    def trimmed(self, span: Span) -> Span:
        """Return a span without words before its name that belong to the clause."""
        openers = self.cues["openers"] | self.cues["no_speaker"]
        for word in words_of(self.text(span)):
            if word.key not in openers:
                return span[0] + word.start, span[1]
        return span

    def is_person(self, words: list[Word]) -> bool:
        """Tell a person by a title, a role, or a name that no party has."""
        cues = self.cues
        if any(word.key in cues[sort] for word in words for sort in (*PERSONAL, "people")):
            return True
        phrase = " ".join(word.text for word in words)
        return not self.known.knows(phrase) and not words[-1].key.isupper()

    def is_surname(self, words: list[Word]) -> bool:
        """Tell whether words are a surname, bare or with a title."""
        if len(words) == 2:
            return words[0].key in self.cues["titles"]
        return len(words) == 1 and words[0].is_capital and not self.known.knows(words[0].text)

    def speakers(self) -> Iterator[Span]:
        return speakers_before(self.position, self.article, self.catalogue)

    def back(self, pattern: str) -> Iterator[Span]:
        """Yield where a pattern stands before, the nearest first."""
        floor = max(0, self.position - LOOK_BACK)
        found = re.compile(pattern, re.IGNORECASE).finditer(self.article.text, floor, self.position)
        yield from reversed([match.span() for match in found])

    def text(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]


@lru_cache(maxsize=4)
def _office_around(catalogue: Catalogue) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a person's office before the name and after it."""
    cues = parties(catalogue).cues
    words = frozenset().union(*(cues[sort] for sort in (*PERSONAL, "people")))
    role = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    before = rf"(?:^|\s)(?P<office>(?:{NAME}|{role}),?\s(?:(?:{NAME}|of|the|for|and|{role}),?\s)*)$"
    after = (
        rf"(?:,? \([^)]*\))?, (?:the |a |an )?[^,.;:]{{0,40}}?\b(?:{role})\b[^,.;:]{{0,100}}?"
        rf"(?=[,.;:]|\s(?:{'|'.join(sorted(cues['said']))})\b)"
    )
    return re.compile(before), re.compile(after)


def _span_of(name: Name, words: list[Word], start: int) -> Span:
    return start + words[name.first].start, start + words[name.last - 1].end
