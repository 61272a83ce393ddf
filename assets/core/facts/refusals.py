"""Refusals: what looks like a quantity and is none.

Belongs here: dates, times, ordinals, ages, names, labels and pronouns, told by their own shape or by
the words beside them. Not here: scores, which two numbers make (`ranges.py`), and which numbers
matter, which is the catalogue's business.
"""

import re
from collections.abc import Mapping
from typing import Final

from assets.core.facts.hedges import hedge_before
from assets.core.facts.numerals import CARDINALS, GAP, PARTS, RATIO, SCALE, TENS, WORDS, either

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct",
    "Nov", "Dec",
)  # fmt: skip
_MONTH: Final = rf"(?-i:{either([*_MONTHS, *map(str.upper, _MONTHS)])}\b\.?)"
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?!,?\d)"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.]\d)"
_NUMBER: Final = rf"(?:\d{{1,4}}(?:\.\d)?(?![\d,]\d)|{WORDS})"
_JOIN: Final = r"(?:\s?[-–]\s?|-?\s+(?:to|and|or)\s+|-to-|,\s+)"
# A plural noun, or what stands for one: the number before it counts something.
_PLURAL: Final = (
    r"(?:\s+(?:people|men|women|children|others|dead|killed|injured|wounded|hurt|missing|more|troops"
    r"|police|staff|personnel|aircraft|livestock|[a-z]{3,}(?<!ss)(?<!us)(?<!is)s\b))"
)
_COUNTED: Final = rf"(?:(?:\s+(?:of(?=\s)|[\w-]+))?{_PLURAL}|\s+of\s+(?:them|whom|the)\b)"

# What starts with a number and is something else; it is passed over as a whole.
_CLOCK: Final = r"\d{1,2}(?:[:.]\d{2}){0,2}\s?[ap]\.?\s?m\b\.?"
_SHAPES: Final = (
    # dates and decades
    rf"{_DAY}(?:\s?(?:[-–,/]|to|and|or)\s?{_DAY})*\s*(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    rf"{_DAY},\s{_YEAR}",
    r"\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}(?!\d)",
    r"(?:1[5-9]|20)\d\d[-–/](?:\d\d|(?:1[5-9]|20)\d\d)(?!\d)",
    r"\d{0,3}0['’]?s\b",
    # times of day
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:-|–|to|and|until)\s?)?{_CLOCK}",
    r"\d{1,2}:\d{2}(?::\d{2})?",
    r"\d{1,2}(?:[:.]?\d\d)?\s?(?:(?-i:GMT|UTC|BST|EST|EDT|CET|IST|ET)\b|hrs\b)",
    rf"(?:\d{{1,2}}|{either(CARDINALS)})\s+o['’]?clock\b",
    # ordinals
    r"\d[\d,]*(?:st|nd|rd|th)\b",
    rf"{TENS}{GAP}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    # ages of people, but a war may be four months old
    rf"(?:{_NUMBER}{_JOIN})*{_NUMBER}[\s-]+(?:year|month|week|day)s?(?:[\s-]+olds?\b|\s+of\s+age\b)"
    r"(?!\s+(?:war|conflict|ceasefire|truce|siege|blockade|dispute|regime|government|company|civil))",
    # ratios, telephone and version numbers, formations, sequences
    rf"(?!(?:\d{{1,3}}[\s-])?{RATIO})\d+(?:/\d+)+",
    r"(?:1-)?\d{3}-\d{3}-\d{4}|0\d{2,4}[)]?[\s-]\d[\d\s-]{4,}\d|\d{1,3}(?:[-–]\d{1,3}){2,}",
    r"(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}",
    r"1,\s?2(?:,\s?\d+)+",
    # addresses and types of aircraft
    r"\d{1,5}(?:-\d+)?\s(?-i:(?:[A-Z]\w+\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Way|Place"
    r"|Square|Close|Court|Terrace|Crescent|St|Rd|Ave)\b)",
    r"7[0-8]7(?:-\d+|\s(?:Max|Dreamliner|jet|plane|aircraft)\b)",
    # compounds that count nothing
    rf"{_NUMBER}-(?:times?|way|states?|parts?|off|sided|faced|handed|star|pronged|nil|fold|figures?"
    r"|size|liners?|stop|by|on|upmanship)\b",
    r"half\s?(?:time|term|way|past|back|brother|sister|naked|asleep|full|empty|open|dressed)\b",
    rf"half-(?!(?:{SCALE}|dozen|hour|mile|day|year|century|inch|percent|point)\b)\w+",
)  # fmt: skip
_SHAPE: Final = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES), re.IGNORECASE)

# What a number may follow to be no quantity: the words before it, and how far the refusal reaches.
_LABELS: Final = (
    "amendment", "article", "category", "channel", "chapter", "clause", "episode", "flight", "ftse",
    "highway", "interstate", "motorway", "nikkei", "number", "numbers", "page", "paragraph", "part",
    "phase", "protocol", "radio", "resolution", "route", "section", "stoxx", "type", "version",
    "volume", r"s\s?&?\s?p",
)  # fmt: skip
_CAPITAL_LABELS: Final = (
    "Act", "Airbus", "Apartment", "Area", "Big", "Block", "Boeing", "Chicago", "Class", "Day",
    "District", "Force", "Formula", "Fortune", "Game", "Gate", "Grade", "Group", "Lane", "Level",
    "Line", "Lot", "Match", "Platform", "Point", "Race", "Room", "Round", "Rule", "Stage", "Suite",
    "Terminal", "Tier", "Title", "Unit", "War", "Ward", "Week", "Year", "Zone",
)  # fmt: skip
_PLACES: Final[Mapping[str, tuple[str, str]]] = {
    "month": (
        rf"(?<!\bin\s){_MONTH}\s*",
        rf"{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and|or)\s){_DAY}(?!\s+[a-z]+s\b))*(?:,?\s+{_YEAR})?|{_YEAR}",
    ),
    "year": (rf"{_MONTH},?\s+", _YEAR),
    "age": (
        r"\bage[sd]?(?:\s[-–—]|:)?\s+(?:(?:of|between|from|over|under|around|about|just|only|at\s+least)\s+)*",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*(?:\s+(?:and|or)\s+(?:over|above|under|older|younger|up)\b)?",
    ),
    "own_age": (
        r"\b(?:(?:he|she|i|who|they|you)(?:\s+(?:is|was|were|am|are)|['’](?:s|m|re))|turn(?:s|ed|ing))\s+"
        r"(?:(?:now|only|just|nearly|almost|about|still)\s+)?",
        rf"{_NUMBER}(?=\s*(?:[,.;:!?)]|$|\s(?:and|when|or|but|at|in|with)\b))",
    ),
    "age_group": (
        r"\b(?:people|child|children|adults?|men|women|boys|girls|kids|those|anyone|everyone|voters"
        r"|citizens|patients|residents)\s+(?:under|over|above|below)\s+",
        rf"{_NUMBER}(?!\s*%|\s+(?:per|years?|months?|weeks?|days?|hours?)\b|{_COUNTED})",
    ),
    "label": (
        rf"(?:\b(?:{either(_LABELS)}s?|(?-i:Nos?|no)\.|(?-i:No|{either(_CAPITAL_LABELS)})(?:\s+of)?"
        r"|(?:on|in|by|at|until|into|of)\s+(?:day|week|round|game|stage|level))\s+|#|№\s?)",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER}\b(?!{_COUNTED}))*",
    ),
    "code": (
        r"(?<!magnitude)(?<=[^\W\d_])-|[@#]\w*|\b[A-Z]{1,3}\.|=[\"']|(?:https?://|www\.)\S*",
        r"\w[\w./-]*",
    ),
    "telephone": (
        r"\+|\b(?:call(?:ing)?|dial(?:ling|ing)?|ring(?:ing)?|(?:free)?phone|helpline|hotline)\s+(?:on\s+)?",
        rf"\d[\d\s().-]{{6,}}\d|\d{{3}}(?:\s\d{{3,4}})*(?!{_COUNTED})",
    ),
    "rate": (r"\bper\s+", rf"{_NUMBER}[\d,]*"),
    "both": (
        r"\b(?:the|these|those|our|their|its)\s+",
        r"two(?=\s+(?:\w+\s+)?(?:sides|countries|nations|parties|leaders|states|governments|neighbours"
        r"|neighbors|peoples|communities|rivals|allies|enemies)\b)",
    ),
    "or_two": (r"\ban?\s+\w+\s+or\s+", r"two\b"),
    "at_one": (r"\bat\s+", r"one(?=\s+(?:point|stage|time)\b)"),
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


# Words beside a numeral. These are asked only of a numeral that has no unit.
_PREVIOUS: Final = re.compile(r"([\w&'’]+)[^\w.,;:]{1,2}\Z")
_NEXT: Final = re.compile(r"[\s\"“‘'’]*([^\W\d_][\w'’]*)")
_PLURAL_NEXT: Final = re.compile(_PLURAL, re.IGNORECASE)
_COUNTED_NEXT: Final = re.compile(_COUNTED, re.IGNORECASE)
_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|early|late|mid|circa|year|this|last|through|as"
    r"|its|summer|winter|spring|autumn|fall|ending|the|a|on|(?:19|20)\d\d,?\s(?:and|or|to))[\s-]+"
    r"|[(\-–/’'©]\s*)\Z",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(r"\b[A-Z][\w'’-]+,\s+\Z")
_AFTER_WORD: Final = re.compile(r"[^\W\d_],\s+\Z")
_APPOSED: Final = re.compile(
    r"\s*(?:[,;:)]|\.?\s*\Z|\.\s|\s[-–—]\s|\s(?:and|who|from|was|is|of\s[A-Z])\b)(?!,?\s?(?:and\s|of\s)?\d)"
)
_LIST_MARK: Final = re.compile(r"[.)]\s")
_RANKS: Final = frozenset(("top", "bottom"))
_PART_OF_PLAY: Final = re.compile(
    r"\b(?:first|second|third|other|each|this|last|latter|opening|closing|better|either|top|bottom|next"
    r"|previous)[\s-]+\Z",
    re.IGNORECASE,
)
_ORDINAL_PART: Final = re.compile(
    rf"an?\s+{either(part for part in PARTS if part not in {'half', 'quarter'})}", re.IGNORECASE
)
_SHARE_NEXT: Final = re.compile(
    r"\s+(?:of|are|were|have|said|say|more|less|fewer|higher|lower)\b|\s*[.,;:)]|\s*\Z",
    re.IGNORECASE,
)
_TWO_OR_MORE: Final = re.compile(r"-|\s+(?:or|to)\s+(?:two|three|more)\b", re.IGNORECASE)
_FUNCTION_WORDS: Final = frozenset(
    "a about across after against along also always among an and another are around as at be because"
    " been before behind being between but by can could day did do does down during ever for from had"
    " has have he here how i if in inside into is it just like may might must near never not of off on"
    " only or out over per s shall she should since so still such than that the then there these they"
    " thing this those through to too under until up via was we were what when where which while who"
    " whom whose will with within without would yet you".split()
)
_SPEECH: Final = "said|says|told|tells|added|wrote|writes|recalled|explained|asked"
_PARTICIPLE: Final = re.compile(
    rf"\s+(?:{_SPEECH}|(?!killed|injured|wounded|arrested|detained|missing)\w+(?:ed|ing)"
    rf"\s+{either(_FUNCTION_WORDS | {'their', 'his', 'her', 'its'})})\b",
    re.IGNORECASE,
)
_BEFORE_PRONOUN: Final = frozenset(
    "no another this that the each every any which some big good new only last next such same old right"
    " wrong best first loved".split()
)


def is_no_quantity(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a numeral without a unit make it none of a quantity."""
    numeral = text[start:end]
    if len(numeral) == len(text):
        return False
    previous = _PREVIOUS.search(text, max(0, start - 30), start)
    if previous is not None and previous[1].lower() in _RANKS:
        return True
    hedge = hedge_before(text, start)
    is_bound = hedge is not None and hedge.bound != "approximately"
    if numeral.isdigit():
        return (
            (not is_bound and _is_year(text, start, end))
            or _is_age_or_tag(text, start, end)
            or _is_named(text, previous, end)
        )
    word = numeral.lower()
    if word == "half":
        return _PART_OF_PLAY.search(text, max(0, start - 20), start) is not None
    if word == "zero":
        return not _COUNTED_NEXT.match(text, end)
    if word in CARDINALS and (
        _is_age_in_words(text, start, end) or _is_titular(text, previous, start, end)
    ):
        return True
    if is_bound:
        return False
    if word == "one":
        return _is_pronoun(text, previous, end)
    return _ORDINAL_PART.fullmatch(word) is not None and not _SHARE_NEXT.match(text, end)


def _is_year(text: str, start: int, end: int) -> bool:
    """Tell whether digits are a year: a word before them says so, or nothing is counted after."""
    if not 1500 <= int(text[start:end]) <= 2099:
        return False
    if _BEFORE_YEAR.search(text, max(0, start - 14), start):
        return True
    return int(text[start:end]) >= 1800 and not _PLURAL_NEXT.match(text, end)


def _is_age_or_tag(text: str, start: int, end: int) -> bool:
    """Tell an age set between commas, a number in brackets, and the number of a list's line."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before, after) in {("(", ")"), ("[", "]")}:
        return True
    if not text[:start].strip() and _LIST_MARK.match(text, end):
        return True
    return (
        int(text[start:end]) <= 120
        and _AFTER_WORD.search(text, max(0, start - 4), start) is not None
        and _APPOSED.match(text, end) is not None
    )


def _is_age_in_words(text: str, start: int, end: int) -> bool:
    """Tell the age of a small child, set after a name: "Amal, four, and …"."""
    after_name = _AFTER_NAME.search(text, max(0, start - 30), start)
    return after_name is not None and _APPOSED.match(text, end) is not None


def _is_named(text: str, previous: re.Match[str] | None, end: int) -> bool:
    """Tell whether digits end a name, as in a sequel's title: nothing is counted after them."""
    if previous is None or previous[1] == previous[1].lower() or previous[1].endswith(("'s", "’s")):
        return False
    opens_sentence = not text[: previous.start()].strip(" \"'“‘")
    if opens_sentence and not previous[1].isupper():
        return False
    return not _COUNTED_NEXT.match(text, end) and not _is_headline(text)


def _is_titular(text: str, previous: re.Match[str] | None, start: int, end: int) -> bool:
    """Tell whether a number word with a capital is part of a name: another capital is beside it."""
    if previous is None or not text[start].isupper():
        return False
    following = _NEXT.match(text, end)
    beside = (previous[1], following[1] if following else "")
    return any(word[:1].isupper() for word in beside) and not _is_headline(text)


def _is_headline(text: str) -> bool:
    """Tell whether most words have a capital, so that a capital says nothing."""
    words = re.findall(r"\b[^\W\d_]{3,}", text)
    return len(words) >= 4 and sum(word[0].isupper() for word in words) > len(words) * 0.75


def _is_pronoun(text: str, previous: re.Match[str] | None, end: int) -> bool:
    """Tell whether "one" stands for a thing, not for a number of things."""
    if _TWO_OR_MORE.match(text, end):
        return False
    following = _NEXT.match(text, end)
    return (
        following is None
        or following[1].lower() in _FUNCTION_WORDS
        or _PARTICIPLE.match(text, end) is not None
        or (previous is not None and previous[1].lower() in _BEFORE_PRONOUN)
    )
