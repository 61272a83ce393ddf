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
    "dozen": 12, "dozens": 12, "hundred": HUNDRED, "thousand": 10**3, "lakh": 10**5,
    "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES: Final[Mapping[str, int]] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "b": 10**9, "bn": 10**9,
    "bln": 10**9, "t": 10**12, "tn": 10**12, "trn": 10**12,
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


# The patterns are meant for re.IGNORECASE. A gap may hold a line break that extraction left.
GAP: Final = r"(?:\s?-\s?|\s+)"

# Number words: at most nine hundred and ninety-nine of a scale, then the same of a smaller one.
SCALE: Final = either(word for word, value in SCALES.items() if value > HUNDRED)
TENS: Final = either(word for word, value in CARDINALS.items() if value >= 20)
_TEENS: Final = either(word for word, value in CARDINALS.items() if value < 20)
_ONES: Final = either(word for word, value in CARDINALS.items() if 1 <= value <= 9)
_BELOW_100: Final = rf"(?:{TENS}(?:{GAP}{_ONES})?|{_TEENS})\b"
_THEN: Final = r"(?:\s+and\s+|-and-|\s+|-)"
_HUNDREDS: Final = rf"(?:{_BELOW_100}|an?){GAP}hundred\b"
_GROUP: Final = (
    rf"(?:(?:{_HUNDREDS}{_THEN})?{_BELOW_100}|{_HUNDREDS}|an?\b){GAP}{SCALE}(?:{GAP}crores?)?\b"
)
_ENDS: Final = rf"(?!{GAP}(?:hundred|dozens?|{SCALE}|{either(PARTS)}s?)\b)"  # multiplies nothing
_LAST: Final = rf"(?:{_HUNDREDS}(?:{_THEN}{_BELOW_100}{_ENDS})?|{_BELOW_100}{_ENDS})"
_WHOLE: Final = (
    rf"(?:(?:{_BELOW_100}|an?\b){GAP}dozens?\b|(?:{_GROUP}{_THEN})*(?:{_GROUP}|{_LAST}))"
)

# Fractions in words, and the scale they may be of: "two-thirds", "half a million".
_SOME: Final = either(word for word, value in CARDINALS.items() if 2 <= value <= 10)
_PARTS: Final = either(f"{part}s" for part in PARTS if part != "half")
_FRACTION: Final = rf"(?:(?:{_SOME}|\d){GAP}{_PARTS}|(?:one|1|an?){GAP}{either(PARTS)}|half)\b"
_OF_SCALE: Final = rf"(?:(?:\s+of)?(?:{GAP}an?)?{GAP}(?:{SCALE}|dozen)\b)"
FRACTION: Final = rf"(?:{_FRACTION}{_OF_SCALE}?|quarter{_OF_SCALE})"
_AND_FRACTION: Final = rf"(?:{GAP}and{GAP}{_FRACTION}(?:{GAP}(?:{SCALE}|dozen)\b)?)"

WORDS: Final = rf"(?:{_WHOLE}{_AND_FRACTION}?)"

# Digits. They are atomic: what follows may refuse a number, never shorten it.
RATIO: Final = r"(?:1/2|[12]/3|[13]/4|[1-4]/5|[1357]/8)(?![\d/])"
_SIGN: Final = f"[{''.join(SIGNS)}]"
_SPACE: Final = r"[\u00a0\u2009\u202f ]"
_PLAIN: Final = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 1,234,567 and 1,00,000
    r"|[1-9]\d{0,2}(?:,[ ]\d{3})+(?!,?\d|\.\d|,?\s(?:and\s)?\d)"  # 28, 576: split in extraction
    rf"|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?:\.\d+)?(?![\d,])"  # 28 576
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567
    r"|\d{1,3}\.[ ]\d{1,2}(?=\s?(?:million|billion|trillion|per\s?cent|%))"  # 2. 3 million
    r"|\d+(?:\.\d+)?|\.\d+)"
)
DIGITS: Final = (
    rf"(?>(?:(?:\d{{1,3}}[\s-])?{RATIO}|{_PLAIN}\s?{_SIGN}|{_SIGN}|{_PLAIN})"
    rf"(?:{GAP}?{either(SCALES)}\b|\s?(?:bn|bln|mn|mln|mil|tn|trn)\b|(?:[kmb]|(?-i:T))\b)*)"
    rf"{_AND_FRACTION}?"
)

# Vague plurals, and a share told as odds.
VAGUE: Final = (
    rf"(?:(?:tens|hundreds)\s+of\s+(?:thousands|millions|billions)"
    rf"|(?:tens(?=\s+of\s|\Z)|{either(PLURALS)})(?:\s+(?:and|upon)\s+{either(PLURALS)})?"
    rf"|(?:several|many|(?:a\s+)?few|a\s+couple(?:\s+of)?)[\s-]+"
    rf"(?:hundred\s+(?:thousand|million|billion)|{either(SCALES)}s?))\b"
)
ODDS: Final = (
    rf"(?:one|{_SOME}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?:[2-9]|1[0256]|20|25|30|40|50|100|1,000|10,000|100,000"
    rf"|{_SOME}|twelve|twenty|fifty|(?:a\s+)?hundred|(?:a\s+)?thousand|a\s+million)\b"
    r"(?![,.]?\d|\s+(?:second|minute|hour|day|week|month|year)s?\b)"
)

_TOKEN: Final = re.compile(rf"[a-z]+|{RATIO}|{_SIGN}|\.?\d(?:[\d.,\s]*\d)?(?![\d/])")
_FRACTION_INSIDE: Final = re.compile(rf"(?:^|and{GAP})(?:{_FRACTION}|quarter\b)")
_LAST_SCALE: Final = re.compile(rf"{either([*SCALES, *SHORT_SCALES])}\Z")
_SEPARATORS: Final = str.maketrans("", "", ", \n\t\u00a0\u2009\u202f")


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
    whole, part = _whole(numeral[: fraction.start()]), _part(fraction.group())
    if scale := _whole(numeral[fraction.end() :]):  # "two and a half million"
        return float((whole + part) * scale)
    scale_before = last_scale(numeral[: fraction.start()].rstrip(" -"))  # "a million and a half"
    return float(whole + part * (1 if scale_before == HUNDRED else scale_before))


def last_scale(numeral: str) -> int:
    """Return the scale that a numeral ends in; 1 if none.

    >>> last_scale("1.5 million"), last_scale("30bn"), last_scale("1,200")
    (1000000, 1000000000, 1)
    """
    found = _LAST_SCALE.search(numeral.lower())
    return _scale(found.group()) if found else 1


def odds(numeral: str) -> float:
    """Return the value of a share told as odds.

    >>> odds("one in five"), odds("nine out of 10"), odds("1 in every 10,000")
    (0.2, 0.9, 0.0001)
    """
    few, many = re.split(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", numeral.lower())
    return worth(few) / worth(many)


def vague_word(numeral: str) -> str:
    """Return the plural by which policies know a vague expression.

    >>> vague_word("several hundred"), vague_word("Tens of  thousands"), vague_word("few dozen")
    ('hundreds', 'tens of thousands', 'dozens')
    >>> vague_word("a few hundred thousand"), vague_word("hundreds and hundreds")
    ('hundreds of thousands', 'hundreds')
    """
    words = numeral.lower().replace("-", " ").split()
    if words[0] == "tens" or words[1:2] == ["of"]:
        return " ".join(words)
    if words[0] in PLURALS:
        return words[0]
    plural = words[-1].rstrip("s") + "s"
    return f"hundreds of {plural}" if words[-2] == "hundred" else plural


def _scale(word: str) -> int:
    return SCALES.get(word) or SHORT_SCALES.get(word, 0)


def _whole(numeral: str) -> Decimal:
    """Return the value of digits and number words; articles and "and" say nothing."""
    total = group = Decimal(0)
    for token in _TOKEN.findall(numeral):
        if scale := _scale(token):
            if scale == HUNDRED:
                group = (group or Decimal(1)) * scale
            elif group or not total:
                total, group = total + (group or Decimal(1)) * scale, Decimal(0)
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
