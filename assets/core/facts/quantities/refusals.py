"""Refusals: what looks like a quantity and is none.

Belongs here: dates, times, ordinals, ages, names, labels and pronouns, told by their own shape or
by the words beside them. Not here: scores, which two numbers make (`ranges.py`), and which numbers
matter, which is the catalogue's business.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.core.facts.quantities.hedges import hedge_before
from assets.core.facts.quantities.numerals import (
    CARDINALS,
    GAP,
    PARTS,
    RATIO,
    SCALE,
    TENS,
    WORDS,
    either,
)

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
    "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_MONTH: Final = rf"(?-i:{either([*_MONTHS, *map(str.upper, _MONTHS)])}\b\.?)"
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?!,?\d)"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.]\d)"
_DASH: Final = r"\s?[-\u2013]\s?"
_DAYS: Final = rf"{_DAY}(?:(?:{_DASH}|\s?(?:,|/|to|and|or)\s?){_DAY})*"
_NUMBER: Final = rf"(?>\d{{1,4}}(?:\.\d)?(?!\d|,\d)|{WORDS})"
_JOIN: Final = rf"(?:{_DASH}|-?\s+(?:to|and|or)\s+|-to-|,\s+)"
# A plural noun, or what stands for one: the number before it counts something.
_PLURAL: Final = (
    r"(?:\s+(?:people|men|women|children|others|dead|killed|injured|wounded|hurt|missing|more"
    r"|troops|police|staff|personnel|aircraft|livestock|[a-z]{3,}s(?<!ss)(?<!us)(?<!is)\b))"
)
_COUNTED: Final = rf"(?:(?:\s+(?:of(?=\s)|[\w-]+))?{_PLURAL}|\s+of\s+(?:them|whom|the)\b)"

# What starts with a number and is something else; it is passed over as a whole.
_CLOCK: Final = r"\d{1,2}(?:[:.]\d{2}){0,2}\s?[ap]\.?\s?m\b\.?"
_OLD: Final = r"[\s-]+(?:year|month|week|day)s?(?:[\s-]+olds?\b|\s+of\s+age\b)"
_OLD_THINGS: Final = (
    "war", "conflict", "ceasefire", "truce", "siege", "blockade", "dispute", "regime",
    "government", "company", "civil",
)  # fmt: skip
_STREETS: Final = (
    "Street", "Road", "Avenue", "Lane", "Drive", "Boulevard", "Way", "Place", "Square", "Close",
    "Court", "Terrace", "Crescent", "St", "Rd", "Ave",
)  # fmt: skip
_IDLE_SECONDS: Final = (  # second parts of compounds that count nothing: "two-way"
    "times?", "way", "states?", "parts?", "off", "sided", "faced", "handed", "star", "pronged",
    "nil", "fold", "figures?", "size", "liners?", "stop", "by", "on", "upmanship",
)  # fmt: skip
_SHAPES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        rf"{_DAYS}\s*(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_DAY},\s{_YEAR}",
        r"\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}(?!\d)",
        rf"{_YEAR}[-\u2013/](?:\d\d|{_YEAR})(?!\d)",
        r"\d{0,3}0['\u2019]?s\b",
    ),
    "time": (
        rf"(?:\d{{1,2}}(?:[:.]\d\d)?(?:{_DASH}|\s?(?:to|and|until)\s?))?{_CLOCK}",
        r"\d{1,2}:\d{2}(?::\d{2})?",
        r"\d{1,2}(?:[:.]?\d\d)?\s?(?-i:GMT|UTC|BST|EST|EDT|CET|IST|ET)\b",
        r"\d\d[:.]?\d\d\s?hrs\b",
        rf"(?:\d{{1,2}}|{either(CARDINALS)})\s+o['\u2019]?clock\b",
    ),
    "ordinal": (
        r"\d[\d,]*(?:st|nd|rd|th)\b",
        rf"{TENS}{GAP}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    ),
    "age": (rf"(?:{_NUMBER}{_JOIN})*{_NUMBER}{_OLD}(?!\s+{either(_OLD_THINGS)})",),
    "number": (  # ratios, telephones, formations, versions, sequences, codes
        rf"(?!(?:\d{{1,3}}[\s-])?{RATIO})\d+(?:/\d+)+",
        r"(?:1-)?\d{3}-\d{3}-\d{4}|0\d{2,4}[)]?[\s-]\d[\d\s-]{4,}\d",
        r"\d{1,3}(?:[-\u2013]\d{1,3}){2,}",
        r"(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d+(?:\.\d+){2,}",
        r"1,\s?2(?:,\s?\d+)+",
        r"0\d+(?!\d|[.,]\d)",
    ),
    "name": (
        rf"\d{{1,5}}(?:-\d+)?\s(?-i:(?:[A-Z][\w'\u2019-]+\s){{1,3}}{either(_STREETS)}\b)",
        r"7[0-8]7(?:-\d+|\s(?:Max|Dreamliner|jet|plane|aircraft)\b)",
    ),
    "compound": (
        rf"{_NUMBER}-{either(_IDLE_SECONDS)}\b",
        r"half\s?(?:time|term|way|past|back|brother|sister|naked|asleep|full|empty|open|dressed)\b",
        rf"half-(?!(?:{SCALE}|dozen|hour|mile|day|year|century|inch|percent|point)\b)\w+",
    ),
}
_SHAPE: Final = re.compile(
    "|".join(f"(?:{shape})" for shapes in _SHAPES.values() for shape in shapes), re.IGNORECASE
)

# What a number may follow to be no quantity: the words before it, and how far the refusal reaches.
_LABELS: Final = (
    "airbus", "amendment", "article", "boeing", "category", "channel", "chapter", "clause",
    "episode", "flight", "ftse", "highway", "interstate", "motorway", "nikkei", "page",
    "paragraph", "part", "phase", "protocol", "radio", "resolution", "route", "section", "stoxx",
    "type", "version", "volume", r"s\s?&?\s?p",
)  # fmt: skip
_CAPITAL_LABELS: Final = (
    "Act", "Apartment", "Area", "Big", "Block", "Chicago", "Class", "Day",
    "District", "Force", "Formula", "Fortune", "Game", "Gate", "Grade", "Group", "Lane", "Level",
    "Line", "Lot", "Match", "Platform", "Point", "Race", "Room", "Round", "Rule", "Stage", "Suite",
    "Terminal", "Tier", "Title", "Unit", "War", "Ward", "Week", "Year", "Zone",
)  # fmt: skip
_CAPITAL_LABEL: Final = rf"(?:(?-i:Nos?|no)\.|(?-i:No|{either(_CAPITAL_LABELS)})(?:\s+of)?)"
_TURN: Final = r"(?:on|in|by|at|until|into|of)\s+(?:day|week|round|game|stage|level)"
_AGED: Final = r"\bage[sd]?(?:\s[-\u2013\u2014]|:)?\s+"
_AGE_HEDGE: Final = r"(?:(?:of|between|from|over|under|around|about|just|only|at\s+least)\s+)"
_WHO_IS: Final = (
    r"\b(?:(?:he|she|i|who|they|you)(?:\s+(?:is|was|were|am|are)|['\u2019](?:s|m|re))"
    r"|turn(?:s|ed|ing))\s+"
)
_MEASURED: Final = rf"\s*%|,\d|\s+(?:per|years?|months?|weeks?|days?|hours?)\b|{_PLURAL}"
_PEOPLE: Final = (
    "people", "child", "children", "adults?", "men", "women", "boys", "girls", "kids", "those",
    "anyone", "everyone", "voters", "citizens", "patients", "residents", "individuals", "males?",
    "females?",
)  # fmt: skip
_TELEPHONE: Final = (
    "call(?:ing)?", "dial(?:ling|ing)?", "ring(?:ing)?", "(?:free)?phone", "helpline", "hotline",
)  # fmt: skip
_PAIRS: Final = (
    "sides", "countries", "nations", "parties", "leaders", "states", "governments", "neighbou?rs",
    "peoples", "communities", "rivals", "allies", "enemies",
)  # fmt: skip
_AT_ONE: Final = r"one(?=\s+(?:point|stage|time)\b)"
_HOUR: Final = r"(?:[01]\d|2[0-3])[0-5]\d"  # "at 1500"
_PLACES: Final[Mapping[str, tuple[str, str]]] = {
    "month": (
        rf"(?<!\bin\s){_MONTH}\s*",
        rf"{_DAY}(?:(?:{_DASH}|\s(?:to|and|or)\s){_DAY}(?!\s+[a-z]+s\b))*(?:,?\s+{_YEAR})?|{_YEAR}",
    ),
    "year": (rf"{_MONTH},?\s+", _YEAR),
    "age": (
        rf"{_AGED}{_AGE_HEDGE}*",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*(?:\s+(?:and|or)\s+(?:over|above|under|older|younger)\b)?",
    ),
    "own_age": (
        rf"{_WHO_IS}(?:(?:now|only|just|nearly|almost|about|still)\s+)?",
        rf"{_NUMBER}(?=\s*(?:[,;:!?)]|\.(?!\d)|$|\s(?:and|when|or|but|so|at|in|with)\b))",
    ),
    "ages": (r",\s+(?:both|each|all)\s+", r"\d{1,3}(?=[,.;)])"),  # "Ana and Ali Roe, both 78, …"
    "then_age": (r"\b(?:is|was|were)\s+", rf"{_NUMBER}(?=\s+when\b)"),
    "age_group": (
        rf"\b{either(_PEOPLE)}\s+(?:under|over|above|below)\s+",
        rf"{_NUMBER}(?!{_MEASURED})",
    ),
    "minor": (r"\bunder\s+", rf"18(?!\d|{_MEASURED})"),
    "label": (
        rf"(?:\b(?:{either(_LABELS)}s?|{_CAPITAL_LABEL}|{_TURN})\s+|#|\u2116\s?)",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER}\b(?!{_COUNTED}))*",
    ),
    "number": (r"\bnumbers?\s+", rf"{_NUMBER}(?!{_COUNTED})"),
    "code": (
        r"(?<!magnitude)(?<=[^\W\d_])-|[@#]\w*|\b[A-Z]{1,3}\.|=[\"']",
        r"\w[\w./-]*",
    ),
    "address": (r"(?:https?://|www\.)\S*", r"\S+"),
    "telephone": (
        rf"\+|\b{either(_TELEPHONE)}\s+(?:on\s+)?",
        rf"\d[\d\s().-]{{6,}}\d|\d{{3}}(?:\s\d{{3,4}})*(?!{_COUNTED})",
    ),
    "rate": (r"\bper\s+", rf"\d[\d,]*|{_NUMBER}"),
    "pair": (
        r"\b(?:the|these|those|our|their|its)\s+",
        rf"two(?=\s+(?:\w+\s+)?{either(_PAIRS)}\b)",
    ),
    "or_two": (r"\ban?\s+\w+\s+or\s+", r"two\b"),
    "at": (r"\bat\s+", rf"{_AT_ONE}|{_HOUR}(?!\w|[,.]\d|{_COUNTED})|{_NUMBER}(?=,?\s(?:he|she)\b)"),
}
_PLACE: Final = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{before})" for name, (before, _) in _PLACES.items()) + r")\Z",
    re.IGNORECASE,
)
_REACHES: Final = {name: re.compile(reach, re.IGNORECASE) for name, (_, reach) in _PLACES.items()}
_LOOK_BACK: Final = 60  # code points; of a longer web address a number may slip through


def refused_until(text: str, start: int) -> int | None:
    """Return one past what is refused at `start`, where a numeral starts; None if nothing is.

    >>> [refused_until("7 October 2023, 12-year-olds", at) for at in (0, 16)]
    [14, 28]
    >>> refused_until("Articles 5 and 6", 9), refused_until("12 people", 0)
    (16, None)
    """
    if shape := _SHAPE.match(text, start):
        return shape.end()
    place = _PLACE.search(text, max(0, start - _LOOK_BACK), start)
    if place is None or place.lastgroup is None:
        return None
    reach = _REACHES[place.lastgroup].match(text, start)
    return reach.end() if reach else None


# Words beside a numeral that has no unit.
_PREVIOUS: Final = re.compile(r"([\w&'\u2019]+)[^\w.,;:]{1,2}\Z")
_NEXT: Final = re.compile(r"[\s\"\u201c\u2018'\u2019]*([^\W\d_]\w*)")
_PLURAL_NEXT: Final = re.compile(_PLURAL, re.IGNORECASE)
_COUNTED_NEXT: Final = re.compile(_COUNTED, re.IGNORECASE)
_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|early|late|mid|circa|year|this|last"
    r"|through|as|its|summer|winter|spring|autumn|fall|ending|the|a|on"
    r"|(?:19|20)\d\d,?\s(?:and|or|to))[\s-]+|[(\-\u2013/\u2019'\u00a9]\s*)\Z",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(r"\b[A-Z][\w'\u2019-]+,\s+\Z")
_AFTER_WORD: Final = re.compile(r"[^\W\d_],\s+\Z")
_APPOSED: Final = re.compile(
    r"\s*(?:[,;:)]|\.?\s*\Z|\.\s|\s[-\u2013\u2014]\s|\s(?:and|who|from|was|is|of\s[A-Z])\b)"
    r"(?!,?\s?(?:and\s|of\s)?\d)"
)
_NUMBERED: Final = re.compile(r"\b[A-Z]\w+ \((\d+)\)")  # "Kerala (9), Delhi (8)"
_LEAST_NUMBERED: Final = 3
_LIST_MARK: Final = re.compile(r"[.)]\s")
_PART_OF_PLAY: Final = re.compile(
    r"\b(?:first|second|third|other|each|this|last|latter|opening|closing|better|either|next"
    r"|previous)[\s-]+\Z",
    re.IGNORECASE,
)
_ORDINAL_PART: Final = re.compile(
    rf"an?\s+{either(part for part in PARTS if part not in {'half', 'quarter'})}", re.IGNORECASE
)
_OF_WHICH: Final = re.compile(
    r"\s+(?:of|are|were|have|said|say|more|less|fewer|higher|lower)\b", re.IGNORECASE
)
_TO_WHICH: Final = re.compile(
    r"\b(?:about|almost|around|by|nearly|only|over|roughly|than|to)\s+\Z", re.IGNORECASE
)
_OR_MORE: Final = re.compile(r"-|\s+(?:or|to)\s+(?:two|three|more)\b", re.IGNORECASE)
_FUNCTION_WORDS: Final = frozenset(
    (
        "a", "about", "across", "after", "against", "along", "also", "always", "among", "an", "and",
        "another", "are", "around", "as", "at", "be", "because", "been", "before", "behind",
        "being", "between", "but", "by", "can", "could", "day", "did", "do", "does", "down",
        "during", "ever", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how",
        "i", "if", "in", "inside", "into", "is", "it", "its", "just", "like", "may", "might",
        "must", "near", "never", "not", "of", "off", "on", "only", "or", "out", "over", "per", "s",
        "shall", "she", "should", "since", "so", "still", "such", "than", "that", "the", "their",
        "then", "there", "these", "they", "thing", "this", "those", "through", "to", "too", "under",
        "until", "up", "via", "was", "we", "were", "what", "when", "where", "which", "while", "who",
        "whom", "whose", "will", "with", "within", "without", "would", "yet", "you",
    )
)  # fmt: skip
_SAID_OR_DONE: Final = re.compile(
    r"\s+(?:said|says|told|tells|added|wrote|writes|recalled|explained|asked"
    r"|(?!killed|injured|wounded|arrested|detained|missing)\w+(?:ed|ing)"
    rf"\s+{either(_FUNCTION_WORDS)})\b",
    re.IGNORECASE,
)
_IS_A_SPEAKER: Final = re.compile(  # "one source inside the town, who gave no name, told us"
    r"(?:\s+[\w'\u2019-]+){1,5}(?:,\s(?:who\b|(?-i:[A-Z]))[^,]{2,60},)?"
    r"\s+(?:said|says|told|tells|added|wrote)\b"
    r"|\s+(?:example|[\w-]+(?:\s\w+)?\s+after\s+another|more\s+[a-z]+\s+that)\b",
    re.IGNORECASE,
)
_BEFORE_PRONOUN: Final = frozenset(
    (
        "no", "another", "this", "that", "the", "each", "every", "any", "which", "some", "big",
        "good", "new", "only", "last", "next", "such", "same", "old", "right", "wrong", "best",
        "first", "loved",
    )
)  # fmt: skip
_OLDEST: Final = 120


def is_no_quantity(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a numeral without a unit make it none of a quantity."""
    if end - start == len(text):
        return False
    numeral = _Numeral(text, start, end)
    if numeral.previous.lower() in {"top", "bottom"}:  # a rank
        return True
    hedge = hedge_before(text, start)
    is_bound = hedge is not None and hedge.bound not in {"approximately", "milestone"}
    if numeral.words.isdigit():
        return not numeral.is_ranked() and (
            (not is_bound and numeral.is_year())
            or numeral.is_tag()
            or numeral.is_apposed_age()
            or numeral.ends_a_name()
        )
    if numeral.words.lower() in CARDINALS and (numeral.is_child_age() or numeral.is_in_a_name()):
        return True
    return not is_bound and numeral.is_none_in_words()


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A numeral at `text[start:end]` and the words beside it."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def previous(self) -> str:
        """The word right before, empty where punctuation stands between."""
        found = _PREVIOUS.search(self.text, max(0, self.start - 30), self.start)
        return found[1] if found else ""

    @property
    def following(self) -> str:
        """The word right after, empty where punctuation stands between."""
        found = _NEXT.match(self.text, self.end)
        return found[1] if found else ""

    def follows(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.text, max(0, self.start - 30), self.start) is not None

    def precedes(self, pattern: re.Pattern[str]) -> bool:
        return pattern.match(self.text, self.end) is not None

    def is_year(self) -> bool:
        """Tell whether digits are a year: a word before says so, or nothing is counted after."""
        number = int(self.words)
        if not 1500 <= number <= 2099:
            return False
        return self.follows(_BEFORE_YEAR) or (number >= 1800 and not self.precedes(_PLURAL_NEXT))

    def is_tag(self) -> bool:
        """Tell a number in brackets, and the number of a list's line."""
        around = self.text[self.start - 1 : self.start] + self.text[self.end : self.end + 1]
        opens_line = not self.text[: self.start].strip()
        return around in {"()", "[]"} or (opens_line and self.precedes(_LIST_MARK))

    def is_ranked(self) -> bool:
        """Tell counts in brackets after names, from the greatest to the least, from ages."""
        if self.text[self.start - 1 : self.start] != "(":
            return False
        numbers = [int(number) for number in _NUMBERED.findall(self.text)]
        return len(numbers) >= _LEAST_NUMBERED and numbers == sorted(numbers, reverse=True)

    def is_apposed_age(self) -> bool:
        return int(self.words) <= _OLDEST and self.follows(_AFTER_WORD) and self.precedes(_APPOSED)

    def is_child_age(self) -> bool:
        """Tell an age in words, set after a name: "Amal, four, and …"."""
        return self.follows(_AFTER_NAME) and self.precedes(_APPOSED)

    def ends_a_name(self) -> bool:
        """Tell whether digits end a name, as in a sequel's title: nothing is counted after them."""
        previous = self.previous
        if previous == previous.lower() or previous.endswith(("'s", "\u2019s")):
            return False
        opens_sentence = self.text[: self.start].strip(" \"'\u201c\u2018") == previous
        if opens_sentence and previous[1:].islower():  # unlike "PlayStation"
            return False
        return not self.precedes(_COUNTED_NEXT) and not _is_headline(self.text)

    def is_in_a_name(self) -> bool:
        """Tell whether a number word with a capital stands beside another capital."""
        if not self.previous or not self.words[0].isupper():
            return False
        beside = (self.previous, self.following)
        return any(word[:1].isupper() for word in beside) and not _is_headline(self.text)

    def is_none_in_words(self) -> bool:
        """Tell a half of play, a zero that counts nothing, a pronoun, and an ordinal: "a third"."""
        match self.words.lower():
            case "half":
                return self.follows(_PART_OF_PLAY)
            case "zero":
                return not self.precedes(_COUNTED_NEXT)
            case "one":
                return not self.precedes(_OR_MORE) and (
                    not self.following
                    or self.following.lower() in _FUNCTION_WORDS
                    or self.precedes(_SAID_OR_DONE)
                    or self.precedes(_IS_A_SPEAKER)
                    or self.previous.lower() in _BEFORE_PRONOUN
                )
            case words:
                is_share = self.precedes(_OF_WHICH) or self.follows(_TO_WHICH)
                return not is_share and _ORDINAL_PART.fullmatch(words) is not None


def _is_headline(text: str) -> bool:
    """Tell whether most words have a capital, so that a capital says nothing."""
    words = re.findall(r"\b[^\W\d_]{3,}", text)
    return len(words) >= 4 and sum(word[0].isupper() for word in words) > len(words) * 0.75
