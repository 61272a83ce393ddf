"""Refusals: what looks like a quantity and is none.

Belongs here: dates, times, ordinals, ages, names, scores and pronouns, told by their own shape or by
the words beside them. Not here: which numbers matter; that is the catalogue's business.
"""

import re
from typing import Final

from assets.core.facts.numerals import CARDINALS, DIGITS, GAP, RATIO, TENS, WORDS, either
from assets.core.facts.units import MONEY_BEFORE

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sept",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
MONTH: Final = rf"(?-i:{either([*_MONTHS, *map(str.upper, _MONTHS)])}\b\.?)"
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?![\d,]\d|\d)"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.]\d)"
_NUMBER: Final = rf"(?:\d{{1,3}}(?:\.\d)?(?![\d,]\d)|{WORDS})"
_JOIN: Final = r"(?:\s?[-–]\s?|-?\s+(?:to|and|or)\s+|-to-|,\s+)"

_DATES: Final = (
    rf"{_DAY}(?:\s?(?:[-–,/]|to|and|or)\s?{_DAY})*\s*(?:of\s+)?{MONTH}(?:,?\s+{_YEAR})?",
    rf"(?<![Ii]n\s){MONTH}\s*{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and|or)\s){_DAY}(?!\s+[a-z]+s\b))*(?:,?\s+{_YEAR})?",
    rf"{MONTH},?\s+{_YEAR}",
    r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)",
    r"(?:mid-?|early\s|late\s)?['’]?\d{1,3}0['’]?s\b",
)  # fmt: skip
_CLOCK: Final = r"\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:[ap]\.?\s?m\b\.?|noon\b)"
_TIMES: Final = (
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:-|–|to|and|until)\s?)?{_CLOCK}",
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:GMT|UTC))?",
    r"\d{1,2}(?:[:.]?\d\d)?\s?(?:(?-i:GMT|UTC|BST|EST|EDT|CET|IST|ET)\b|hrs\b)",
    rf"(?:\d{{1,2}}|{either(CARDINALS)})\s+o['’]?clock\b",
)
_ORDINALS: Final = (
    r"\d[\d,]*(?:st|nd|rd|th)\b",
    rf"{TENS}{GAP}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
)
_THINGS: Final = (
    r"war|conflict|ceasefire|truce|siege|blockade|dispute|regime|rule|government|company|firm|building|"
    r"ban|law|deal|treaty|record|strike|campaign|offensive|civil"
)
_AGES: Final = (
    rf"(?:{_NUMBER}{_JOIN})*{_NUMBER}[\s-]+(?:year|month|week|day)s?(?:[\s-]+olds?\b(?!\s+(?:{_THINGS})\b)|\s+of\s+age\b)",
    rf"age[sd]?\s+(?:(?:of|between|from|over|under|around|about|just|only|at\s+least|up\s+to)\s+)*"
    rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*(?:\s+(?:and|or)\s+(?:over|above|under|older|younger|up)\b)?",
)
_LABELS: Final = [
    "article",
    "section",
    "chapter",
    "page",
    "room",
    "route",
    "highway",
    "motorway",
    "interstate",
    "channel",
    "flight",
    "resolution",
    "phase",
    "stage",
    "level",
    "tier",
    "grade",
    "type",
    "category",
    "class",
    "episode",
    "volume",
    "version",
    "paragraph",
    "clause",
    "rule",
    "amendment",
    "protocol",
    "gate",
    "terminal",
    "platform",
    "lane",
    "apartment",
    "apt",
    "suite",
    "psalm",
    "verse",
    "unit",
    "formula",
    "area",
    "boeing",
    "airbus",
    "ftse",
    "nikkei",
    "fortune",
    "number",
    "numbers",
]
_NAMES: Final = (
    rf"(?:{either(_LABELS)}s?|(?-i:Nos?|no)\.?|(?-i:Day|Week|Year|Game|Round|Match|Race|Act|Part)"
    rf"|(?:on|in|by|at|until|into|from|of)\s+(?:day|week|round|game))\s+#?{_NUMBER}",
    r"(?-i:Group|Big|World\s+War|Air\s+Force|Chicago)\s+(?:of\s+)?" + _NUMBER,
    rf"(?!(?:{MONEY_BEFORE}|minus-)\d)[A-Za-z]++-?\d[\w-]*",  # F-16, COVID-19, G7
)
_OTHERS: Final = (
    r"(?:https?://|www\.)\S+",
    r"[#@]\w+",
    r"\+\d[\d\s().-]{7,}\d",
    r"(?:1-)?\d{3}-\d{3}-\d{4}",
    r"\(?0\d{2,4}\)?[\s-]\d[\d\s-]{4,}\d",
    r"\[\d+\]",
    rf"(?!(?:\d{{1,3}}[\s-])?{RATIO})\d+(?:/\d+)+",  # 24/7, 9/11
    r"\d{1,3}(?:[-–]\d{1,3}){2,}",  # 4-3-3
    r"per\s+" + f"(?:{DIGITS}|{WORDS}|hundred|thousand|million)",
)
REFUSED: Final = (
    "|".join(
        f"(?:{pattern})" for pattern in (*_DATES, *_TIMES, *_ORDINALS, *_AGES, *_NAMES, *_OTHERS)
    )
    .replace(r"([/.-])", "(?P<mark>[/.-])")
    .replace(r"\1", "(?P=mark)")
)

_PREVIOUS: Final = re.compile(r"(?P<word>[\w&'’]+)(?P<gap>[^\w]{0,3})\Z")
_NEXT: Final = re.compile(r"(?P<gap>[\s\"'“”‘’]*)(?P<word>[A-Za-z][\w'’]*)")

_AFTER_ONE: Final = frozenset(
    [
        "of",
        "another",
        "by",
        "is",
        "was",
        "has",
        "had",
        "have",
        "will",
        "would",
        "could",
        "can",
        "should",
        "may",
        "might",
        "must",
        "and",
        "or",
        "but",
        "who",
        "that",
        "which",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "as",
        "if",
        "when",
        "where",
        "what",
        "how",
        "not",
        "s",
        "ever",
        "never",
        "also",
        "only",
        "the",
        "a",
        "an",
        "he",
        "she",
        "they",
        "it",
        "we",
        "you",
        "i",
        "than",
        "then",
        "there",
        "here",
        "this",
        "these",
        "those",
        "did",
        "does",
        "do",
        "are",
        "were",
        "be",
        "been",
        "after",
        "before",
        "because",
        "so",
        "until",
        "while",
        "since",
        "about",
        "between",
        "against",
        "under",
        "over",
        "into",
        "day",
    ]
)
_BEFORE_ONE: Final = frozenset(
    [
        "no",
        "another",
        "this",
        "that",
        "the",
        "each",
        "every",
        "any",
        "which",
        "some",
        "big",
        "good",
        "new",
        "only",
        "last",
        "next",
        "someone",
        "a",
        "such",
        "everyone",
    ]
)
_COMPOUNDS: Final = re.compile(
    r"-(?:time|way|state|off|sided|handed|star|pronged|nil|wheel|horse|fold|upmanship|liner|stop|size|up|"
    r"sum|tolerance|brother|sister|mast|hearted|baked|term|life|marathon|price|final|finals|back)\w*\b",
    re.IGNORECASE,
)
_PLURAL_NEXT: Final = re.compile(
    r"\s+(?:more\s+|other\s+|\w+-\w+\s+)?(?:people|men|women|children|others|dead|killed|injured|wounded|more|troops|police|"
    r"\w+(?<!ss)(?<!us)(?<!is)s\b|\w+\s+(?:people|men|women|children|\w{3,}s)\b)",
    re.IGNORECASE,
)
_YEAR_BEFORE: Final = re.compile(
    r"\b(?:in|since|of|by|until|till|from|to|during|before|after|early|late|mid|circa|the|and|year|summer|winter|"
    r"spring|autumn|fall|for|this|next|last|around|about|through|between|as|at|on|a|an|its|or|late|ending)[\s-]+\Z|[(,\-–/’']\s*\Z",
    re.IGNORECASE,
)


def previous_word(text: str, start: int) -> str:
    """Return the word that stands before a place, with nothing but a blank or sign between."""
    found = _PREVIOUS.search(text, max(0, start - 30), start)
    return found["word"] if found else ""


def next_word(text: str, end: int) -> str:
    """Return the word that follows a place with nothing but blanks or quotation marks between."""
    found = _NEXT.match(text, end)
    return found["word"] if found else ""


def is_age_or_label(text: str, start: int, end: int) -> bool:
    """Tell whether a bare whole number is an apposed age or a bracketed label."""
    before, after = text[:start], text[end : end + 6]
    if re.search(r"[A-Za-z.)\"”]\s?\(\Z", before) and after.startswith(")"):
        return True
    if re.search(r"[A-Za-z'’]{2,},\s\Z", before) and re.match(
        r"[,.;:)]|\s(?:and|who|from|of|was|is)\b|\Z", after
    ):
        return not re.match(r",\s\d|\s(?:and|of)\s\d", text[end:])
    return bool(re.match(r"\s*\Z", before) and re.match(r"[.)]\s", after))


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four bare digits read as a year: told so before them, or by no plural after."""
    number = int(text[start:end])
    if not 1500 <= number <= 2099 or (start == 0 and end == len(text)):
        return False
    if _YEAR_BEFORE.search(text, max(0, start - 12), start):
        return True
    return number >= 1800 and not _PLURAL_NEXT.match(text, end)


def is_pronoun_one(text: str, start: int, end: int) -> bool:
    """Tell whether "one" stands for a thing, not for a number of them."""
    if start == 0 and end == len(text):
        return False
    before, after = previous_word(text, start).lower(), next_word(text, end)
    if text[end : end + 1] == "-":
        return False
    return not after or after.lower() in _AFTER_ONE or before in _BEFORE_ONE


def is_named(text: str, start: int, end: int) -> bool:
    """Tell whether a bare number continues a name: "Boeing 737", "the S&P 500"."""
    before = previous_word(text, start)
    if not before[:1].isupper() or text.isupper():
        return False
    if text[:start].strip() == before and not before.isupper():
        return False
    return not _PLURAL_NEXT.match(text, end)


def is_compound(text: str, end: int) -> bool:
    """Tell whether a number is the first half of a word that counts nothing: "two-way"."""
    return _COMPOUNDS.match(text, end) is not None
