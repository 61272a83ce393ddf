"""Numerals: the spellings of numbers in English news, and what each is worth.

Belongs here: the grammar of digits, number words, scales, fractions and vague plurals, and reading
a match of it. Not here: units and money (`units.py`), hedges (`hedges.py`), and what looks like a
quantity and is none (`refusals.py`).
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

CARDINALS: Final[Mapping[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
HUNDRED: Final = 100
SCALES: Final[Mapping[str, int]] = {
    "dozen": 12, "hundred": HUNDRED, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5,
    "million": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES: Final[Mapping[str, int]] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
PARTS: Final[Mapping[str, int]] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
SIGNS: Final[Mapping[str, Decimal]] = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3, "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}  # fmt: skip
PLURALS: Final = (
    "dozens", "scores", "hundreds", "thousands", "lakhs", "millions", "crores", "billions",
    "trillions",
)  # fmt: skip


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first, so that none hides another."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


# The patterns below ignore case; a gap may hold a line break that extraction left.
GAP: Final = r"(?:\s?-\s?|\s+)"

# Number words: at most nine hundred and ninety-nine of a scale, then the same of a smaller one.
SCALE: Final = either(word for word in SCALES if word not in {"hundred", "dozen"})
TENS: Final = either(word for word, value in CARDINALS.items() if value >= 20)
_TEENS: Final = either(word for word, value in CARDINALS.items() if value < 20)
_ONES: Final = either(word for word, value in CARDINALS.items() if 1 <= value <= 9)
_BELOW_100: Final = rf"(?:{TENS}(?:{GAP}{_ONES})?|{_TEENS})\b"
_THEN: Final = r"(?:\s+and\s+|-and-|\s+|-)"
_ENDS: Final = rf"(?!{GAP}(?:hundred|dozen|{SCALE})\b)"  # it does not multiply a further scale
_BELOW_1000: Final = (
    rf"(?:(?:{_BELOW_100}|an?){GAP}hundred\b(?:{_THEN}{_BELOW_100}{_ENDS})?|{_BELOW_100})"
)
_GROUP: Final = rf"(?:{_BELOW_1000}|an?\b)(?:{GAP}hundred)?{GAP}{SCALE}\b"
_WHOLE: Final = (
    rf"(?:(?:{_BELOW_100}|an?\b){GAP}dozen\b"
    rf"|(?:{_GROUP}{_THEN})*(?:{_GROUP}|{_BELOW_1000}{_ENDS}))"
)

# Fractions in words, and the scale they may be of: "two-thirds", "half a million".
_SOME: Final = either(word for word, value in CARDINALS.items() if 2 <= value <= 10)
_PART: Final = either(PARTS)
_PARTS: Final = either(f"{part}s" for part in PARTS if part != "half")
_FRACTION: Final = rf"(?:(?:{_SOME}|\d){GAP}{_PARTS}|(?:one|1|an?){GAP}{_PART}|half)\b"
_OF_SCALE: Final = rf"(?:(?:\s+of)?(?:{GAP}an?)?{GAP}(?:{SCALE}|dozen)\b)"
FRACTION: Final = rf"(?:{_FRACTION}{_OF_SCALE}?|quarter{_OF_SCALE})"
_AND_FRACTION: Final = rf"(?:{GAP}and{GAP}{_FRACTION}(?:{GAP}(?:{SCALE}|dozen)\b)?)"

WORDS: Final = rf"(?:{_WHOLE}{_AND_FRACTION}?)"

# Digits. They are atomic: what follows may refuse a number, never shorten it.
RATIO: Final = r"(?:1/2|[12]/3|[13]/4|[1-4]/5|[1357]/8)(?![\d/])"
_SIGN: Final = f"[{''.join(SIGNS)}]"
_PLAIN: Final = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 1,234,567 and 1,00,000
    r"|[1-9]\d{0,2}(?:,[ ]\d{3})+(?!,?\d|\.\d|,?\s(?:and\s)?\d)"  # 28, 576: split in extraction
    r"|[1-9]\d{0,2}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d,]|\.\d)"  # 28 576
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567
    r"|\d{1,3}\.[ ]\d{1,2}(?=\s?(?:million|billion|trillion|percent|per\s+cent|%))"  # 2. 3 million
    r"|\d+(?:\.\d+)?|\.\d+)"
)
DIGITS: Final = (
    rf"(?>(?:(?:\d{{1,3}}[\s-])?{RATIO}|{_PLAIN}\s?{_SIGN}|{_SIGN}|{_PLAIN})"
    rf"(?:{GAP}?{either(SCALES)}\b|\s?(?:bn|mn|mln|tn|trn)\b|[kmb]\b)*)"
    rf"{_AND_FRACTION}?"
)

# Vague plurals, and a share told as odds.
VAGUE: Final = (
    rf"(?:(?:tens|hundreds)\s+of\s+(?:thousands|millions|billions)"
    rf"|(?:tens(?=\s+of)|{either(PLURALS)})(?:\s+(?:and|upon)\s+{either(PLURALS)})?"
    rf"|(?:several|many|(?:a\s+)?few|a\s+couple(?:\s+of)?)[\s-]+{either(SCALES)}s?)\b"
)
ODDS: Final = (
    rf"(?:one|{_SOME}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?:[2-9]|1[0256]|20|25|30|40|50|100|1,000|10,000|100,000"
    rf"|{_SOME}|twelve|twenty|fifty|(?:a\s+)?hundred|(?:a\s+)?thousand|a\s+million)\b"
    r"(?![,.]?\d|\s+(?:second|minute|hour|day|week|month|year)s?\b)"
)

_TOKEN: Final = re.compile(rf"[a-z]+|{RATIO}|{_SIGN}|\.?\d(?:[\d.,\s]*\d)?(?![\d/])")
_FRACTION_INSIDE: Final = re.compile(rf"(?:^|and{GAP}){_FRACTION}")
_SEPARATORS: Final = str.maketrans("", "", ", \u00a0\u2009\u202f")
_LAST_SCALE: Final = re.compile(rf"(?:{either([*SCALES, *SHORT_SCALES])})\Z")


def worth(numeral: str) -> float:
    """Return the value of a numeral of `WORDS`, `DIGITS` or `FRACTION`.

    >>> [worth(n) for n in ("28,473", "28, 576", "1,00,000", "2.3m", "4-1/2", "2½", "half-dozen")]
    [28473.0, 28576.0, 100000.0, 2300000.0, 4.5, 2.5, 6.0]
    >>> [worth(n) for n in ("a hundred and twenty", "two dozen", "a half a million", "14 crore")]
    [120.0, 24.0, 500000.0, 140000000.0]
    >>> [worth(n) for n in ("a million and a half", "three and a half", "two thirds", "a quarter")]
    [1500000.0, 3.5, 0.6666666666666666, 0.25]
    """
    numeral = numeral.lower()
    fraction = _FRACTION_INSIDE.search(numeral)
    if fraction is None:
        return float(_whole(numeral))
    head, tail = numeral[: fraction.start()], numeral[fraction.end() :]
    part = _part(fraction.group())
    if scale := _whole(tail):
        return float((_whole(head) + part) * scale)
    return float(_whole(head) + part * last_scale(head.removesuffix("-").rstrip()))


def last_scale(numeral: str) -> int:
    """Return the scale that a numeral ends in; 1 if none.

    >>> last_scale("1.5 million"), last_scale("30bn"), last_scale("1,200")
    (1000000, 1000000000, 1)
    """
    found = _LAST_SCALE.search(numeral.lower())
    return (SCALES | SHORT_SCALES)[found.group()] if found else 1


def _whole(numeral: str) -> Decimal:
    """Return the value of digits and number words; articles and "and" say nothing."""
    total = group = Decimal(0)
    for token in _TOKEN.findall(numeral):
        if scale := SCALES.get(token) or SHORT_SCALES.get(token):
            if scale == HUNDRED:
                group = (group or 1) * scale
            elif group or not total:
                total, group = total + (group or 1) * scale, Decimal(0)
            else:  # a scale of a scale: "two lakh crore"
                total *= scale
        elif token in CARDINALS:
            group += CARDINALS[token]
        elif not token.isalpha():
            group += _digits(token)
    return total + group


def _digits(token: str) -> Decimal:
    if token in SIGNS:
        return SIGNS[token]
    if "/" in token:
        above, below = token.split("/")
        return Decimal(above) / Decimal(below)
    plain = token.translate(_SEPARATORS)
    return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain)


def _part(fraction: str) -> Decimal:
    """Return the value of a fraction in words: how many ("a" is one) of which part."""
    *_, part = words = re.findall(r"\w+", fraction.removeprefix("and"))
    count = words[0] if len(words) > 1 else "one"
    many = int(count) if count.isdigit() else CARDINALS.get(count, 1)
    return Decimal(many) / PARTS[part if part in PARTS else part.removesuffix("s")]


def odds(numeral: str) -> float:
    """Return the value of "one in five" and the like.

    >>> odds("one in five"), odds("nine out of 10"), odds("1 in every 10,000")
    (0.2, 0.9, 0.0001)
    """
    few, many = re.split(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", numeral.lower())
    return worth(few) / worth(many)


def vague_word(numeral: str) -> str:
    """Return the plural by which policies know a vague expression.

    >>> vague_word("several hundred"), vague_word("Tens of  thousands"), vague_word("few dozen")
    ('hundreds', 'tens of thousands', 'dozens')
    """
    words = numeral.lower().replace("-", " ").split()
    if words[0] == "tens" or words[1:2] == ["of"]:
        return " ".join(words)
    if words[0] in PLURALS:
        return words[0]
    return words[-1].rstrip("s") + "s"
