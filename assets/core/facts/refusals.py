"""Refusals: what looks like a quantity and is none.

Belongs here: dates, times, ordinals, ages, names, scores and pronouns, told by their own shape or by
the words beside them. Not here: which numbers matter; that is the catalogue's business.
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
    r"(?:\s+(?:people|men|women|children|others|dead|killed|injured|wounded|hurt|missing|more|troops|police|"
    r"staff|personnel|aircraft|[a-z]{3,}(?<!ss)(?<!us)(?<!is)s\b))"
)
_COUNTED: Final = rf"(?:(?:\s+(?:of(?=\s)|[\w-]+))?{_PLURAL}|\s+of\s+(?:them|whom|the)\b)"

# What starts with a number and is something else. Each is refused as a whole.
_CLOCK: Final = r"\d{1,2}(?:[:.]\d{2}){0,2}\s?[ap]\.?\s?m\b\.?"
_SHAPES: Final = (
    # dates, decades
    rf"{_DAY}(?:\s?(?:[-–,/]|to|and|or)\s?{_DAY})*\s*(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    r"\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}(?!\d)",
    rf"{_DAY},\s{_YEAR}",
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
    # ages of people; a war may be four months old
    rf"(?:{_NUMBER}{_JOIN})*{_NUMBER}[\s-]+(?:year|month|week|day)s?(?:[\s-]+olds?\b|\s+of\s+age\b)"
    r"(?!\s+(?:war|conflict|ceasefire|truce|siege|blockade|dispute|regime|government|company|civil))",
    # ratios, telephone and version numbers, formations, tags
    rf"(?!(?:\d{{1,3}}[\s-])?{RATIO})\d+(?:/\d+)+",
    r"(?:1-)?\d{3}-\d{3}-\d{4}|0\d{2,4}[)]?[\s-]\d[\d\s-]{4,}\d|\d{1,3}(?:[-–]\d{1,3}){2,}",
    r"(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}",
    # addresses, aircraft
    r"\d{1,5}(?:-\d+)?\s(?-i:(?:[A-Z]\w+\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Way|Place|Square|Close|Court|Terrace|Crescent|St|Rd|Ave)\b)",
    r"7[0-8]7(?:-\d+|\s(?:Max|Dreamliner|jet|plane|aircraft)\b)",
    # compounds that count nothing
    rf"{_NUMBER}-(?:times?|way|states?|parts?|off|sided|handed|star|pronged|nil|fold|figures?|size|liners?|stop|by|on|upmanship)\b",
    r"half\s?(?:time|term|way|past|back|brother|sister)\b",
    rf"half-(?!(?:{SCALE}|dozen|hour|mile|day|year|century|inch|percent|point)\b)\w+",
)  # fmt: skip
_SHAPE: Final = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES), re.IGNORECASE)

# What a number may follow to be no quantity, and how far the refusal then reaches.
_LABELS: Final = (
    "article section chapter page resolution channel flight route highway motorway interstate phase "
    "category episode volume version paragraph clause amendment protocol type part number numbers radio ftse nikkei stoxx"
).split()
_CAPITAL_LABELS: Final = (
    "Day Week Year Game Round Match Race Act Part Room Class Grade Level Stage Tier Gate Lane Platform "
    "Terminal Unit Area Zone Ward District Line Lot Block Formula Boeing Airbus Fortune FTSE Nikkei "
    "Group Big Chicago War Force Apartment Suite Title Rule Point"
).split()
_BEFORE: Final[Mapping[str, tuple[str, str]]] = {
    "month": (
        rf"(?<!\bin\s){_MONTH}\s*",
        rf"{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and|or)\s){_DAY}(?!\s+[a-z]+s\b))*(?:,?\s+{_YEAR})?|{_YEAR}",
    ),
    "year": (rf"{_MONTH},?\s+", _YEAR),
    "age": (
        r"\bage[sd]?:?\s+(?:(?:of|between|from|over|under|around|about|just|only|at\s+least)\s+)*",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*(?:\s+(?:and|or)\s+(?:over|above|under|older|younger|up)\b)?",
    ),
    "own_age": (
        r"\b(?:he|she|i|who|they|you)(?:\s+(?:is|was|were|am|are|turn(?:s|ed|ing)?)|['’](?:s|m|re))"
        r"(?:\s+(?:now|only|just|nearly|almost|about|still|aged))?\s+",
        rf"{_NUMBER}(?=\s*(?:[,.;:!?)]|$|\s(?:and|when|or|but|at|in|with|years?\s+old)\b))",
    ),
    "pair": (
        r"\b(?:the|these|those|our|their|its)\s+",
        r"two(?=\s+(?:\w+\s+)?(?:sides|countries|nations|parties|leaders|states|governments|neighbours|"
        r"neighbors|peoples|communities|rivals|allies|enemies)\b)",
    ),
    "age_group": (
        r"\b(?:people|children|child|adults?|men|women|boys|girls|kids|those|anyone|everyone|voters|under-?"
        r"|citizens|patients|residents)\s+(?:under|over|above|below)\s+(?:the\s+age\s+of\s+)?",
        rf"{_NUMBER}(?!\s*%|\s+(?:per|years?|months?|weeks?|days?|hours?)\b|{_COUNTED})",
    ),
    "label": (
        rf"(?:\b(?:{either(_LABELS)}s?|(?-i:Nos?|no)\.|(?-i:No|{either(_CAPITAL_LABELS)})(?:\s+of)?"
        r"|(?:on|in|by|at|until|into|of)\s+(?:day|week|round|game|stage|level))\s+|#|№\s?)",
        rf"{_NUMBER}(?:{_JOIN}{_NUMBER}\b(?!{_COUNTED}))*",
    ),
    "code": (
        r"(?<!magnitude)(?<=[^\W\d_])-|[@#]\w*|\b[A-Z]\.|(?:https?://|www\.)\S*",
        r"\w[\w./-]*",
    ),
    "rate": (r"\bper\s+", _NUMBER + r"[\d,]*"),
    "telephone": (r"\+", r"\d[\d\s().-]{6,}\d"),
}
_PLACE: Final = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{before})" for name, (before, _) in _BEFORE.items()) + r")\Z",
    re.IGNORECASE,
)
_REACHES: Final = {name: re.compile(reach, re.IGNORECASE) for name, (_, reach) in _BEFORE.items()}
_LOOK_BACK: Final = 60  # code points; an address (URL) may be longer, and then is no great loss


def refused_until(text: str, start: int) -> int | None:
    """Return one past what is refused at `start`, a place where a numeral starts; None if nothing.

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


_COUNTED_NEXT: Final = re.compile(_COUNTED, re.IGNORECASE)
_PLURAL_NEXT: Final = re.compile(_PLURAL, re.IGNORECASE)
_YEAR_PLACE: Final = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|early|late|mid|circa|year|this|last|through|as|its|summer|"
    r"winter|spring|autumn|fall|ending|the|a|on|(?:19|20)\d\d,?\s(?:and|or|to))[\s-]+|[(\-–/’'©]\s*)\Z",
    re.IGNORECASE,
)
_APPOSED: Final = re.compile(r"(?<=[^\W\d_]),\s+\Z")
_AFTER_APPOSED: Final = re.compile(
    r"\s*(?:[,;:)]|\.?\s*\Z|\.\s|\s(?:and|who|from|was|is|of\s[A-Z])\b)(?!,?\s?(?:and\s|of\s)?\d)"
)
_PREVIOUS: Final = re.compile(r"([\w&'’]+)[^\w.,;:]{1,2}\Z")
_NEXT: Final = re.compile(r"[\s\"“‘'’]*([^\W\d_][\w'’]*)")
_ORDINAL_PART: Final = re.compile(
    rf"an?\s+{either(part for part in PARTS if part not in {'half', 'quarter'})}", re.IGNORECASE
)
_SHARE_NEXT: Final = re.compile(
    r"\s+(?:of|are|were|have|said|say|more|less|fewer|higher|lower)\b|\s*[.,;:)]|\s*\Z",
    re.IGNORECASE,
)

_AFTER_PRONOUN: Final = frozenset(
    "a about across after against along also always among an and another are around as at be because been before "
    "behind being between but by can could day did do does down during ever for from had has have he here how i if "
    "in inside into is it just like may might must near never not of off on only or out over per s shall she should "
    "since so still such than that the then there these they thing this those through to too under until up via was "
    "we were what when where which while who whom whose will with within without would yet you".split()
)
_BEFORE_PRONOUN: Final = frozenset(
    "no another this that the each every any which some big good new only last next a such same "
    "old right wrong best first".split()
)
_POSSESSIVE: Final = ("'s", "’s")
_RANK: Final = frozenset(("top", "bottom"))
_PART_OF_PLAY: Final = re.compile(
    r"\b(?:first|second|third|other|each|this|last|latter|opening|closing|better|either|top|bottom|next|previous)[\s-]+\Z",
    re.IGNORECASE,
)


def is_no_quantity(text: str, start: int, end: int) -> bool:
    """Tell whether a numeral without a unit is none of a quantity, by the words beside it."""
    numeral = text[start:end]
    hedge = hedge_before(text, start)
    hedged = hedge is not None and hedge.bound != "approximately"
    if len(numeral) == len(text.strip()):
        return False
    if numeral.isdigit():
        return (
            (not hedged and _is_year(text, start, end))
            or _is_age_or_tag(text, start, end)
            or _is_named(text, start, end)
        )
    previous = _PREVIOUS.search(text, max(0, start - 30), start)
    if previous is not None and previous[1].lower() in _RANK:
        return True
    if numeral[0].isupper() and _is_titular(text, previous, end):
        return True
    if numeral.lower() == "zero":
        return not _COUNTED_NEXT.match(text, end)
    if numeral.lower() == "half":
        return _PART_OF_PLAY.search(text, max(0, start - 20), start) is not None
    if numeral.lower() == "one":
        return not hedged and _is_pronoun(text, start, end)
    if _ORDINAL_PART.fullmatch(numeral):
        return not hedged and not _SHARE_NEXT.match(text, end)
    return False


def _is_year(text: str, start: int, end: int) -> bool:
    """Tell whether digits are a year: a word before them says so, or nothing is counted after."""
    if not 1500 <= int(text[start:end]) <= 2099:
        return False
    if _YEAR_PLACE.search(text, max(0, start - 14), start):
        return True
    return int(text[start:end]) >= 1800 and not _PLURAL_NEXT.match(text, end)


def _is_age_or_tag(text: str, start: int, end: int) -> bool:
    """Tell an age set between commas, a number in brackets after a name, and a list's number."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    if text[start - 1 : start] == "[" or (
        not text[:start].strip() and re.match(r"[.)]\s", text[end:])
    ):
        return True
    return bool(
        int(text[start:end]) <= 120
        and _APPOSED.search(text, max(0, start - 4), start)
        and _AFTER_APPOSED.match(text, end)
    )


def _is_named(text: str, start: int, end: int) -> bool:
    """Tell whether digits end a name, as in an index or an aircraft type: nothing is counted."""
    previous = _PREVIOUS.search(text, max(0, start - 30), start)
    if (
        previous is None
        or previous[1] == previous[1].lower()
        or previous[1][-2:] in _POSSESSIVE
        or _is_headline(text)
    ):
        return False
    opens = not text[: previous.start()].strip(" \"'“‘")
    if opens and not previous[1].isupper():
        return False
    return not _COUNTED_NEXT.match(text, end)


def _is_titular(text: str, previous: re.Match[str] | None, end: int) -> bool:
    """Tell whether a capital number word is part of a name: beside another, not in a headline."""
    following = _NEXT.match(text, end)
    beside = (previous is not None and previous[1][0].isupper()) or (
        previous is not None and following is not None and following[1][0].isupper()
    )
    return beside and not _is_headline(text)


def _is_headline(text: str) -> bool:
    """Tell whether most longer words have a capital, so that a capital says nothing."""
    words = re.findall(r"\b[^\W\d_]{4,}", text)
    return sum(word[0].isupper() for word in words) > len(words) * 0.7


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Tell whether "one" stands for a thing, not for a number of things."""
    if text[end : end + 1] == "-" or re.match(r"\s+(?:or|to)\s+(?:two|three|more)\b", text[end:]):
        return False
    following = _NEXT.match(text, end)
    previous = _PREVIOUS.search(text, max(0, start - 30), start)
    return (
        following is None
        or following[1].lower() in _AFTER_PRONOUN
        or (previous is not None and previous[1].lower() in _BEFORE_PRONOUN)
    )
