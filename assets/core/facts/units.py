"""Units: what a number is a number of when it is not a plain count.

Belongs here: the words and signs of percentages, money and measures, and finding them around a
numeral. Not here: nouns that are counted, which linking finds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.core.facts.numerals import either, last_scale

# The canonical name in the singular, and its spellings besides that name with and without an "s".
MEASURES: Final[Mapping[str, str]] = {
    "second": "sec, secs", "minute": "min, mins", "hour": "hr, hrs", "day": "", "week": "wk, wks",
    "month": "", "year": "yr, yrs", "decade": "", "century": "centuries",
    "millimetre": "mm, millimeter, millimeters", "centimetre": "cm, centimeter, centimeters",
    "metre": "m, meter, meters", "kilometre": "km, kms, kilometer, kilometers", "inch": "inches",
    "foot": "feet, ft", "yard": "yd, yds", "mile": "mi", "nautical mile": "", "light year": "",
    "square metre": "sq m, sq metres, sqm, m2, m², square meter, square meters",
    "square kilometre": "sq km, km2, km², square kilometer, square kilometers",
    "square mile": "sq mi, sq mile, sq miles", "square foot": "sq ft, sq feet, square feet", "hectare": "ha", "acre": "",
    "cubic metre": "m3, m³, cubic meter, cubic meters", "cubic foot": "cubic feet",
    "millilitre": "ml, milliliter, milliliters", "litre": "liter, liters", "gallon": "",
    "barrel": "bpd", "bushel": "", "milligram": "mg", "gram": "g, gramme, grammes",
    "kilogram": "kg, kgs, kilo, kilos", "tonne": "metric ton, metric tons", "ton": "",
    "pound": "lb, lbs", "ounce": "oz", "knot": "",
    "mile per hour": "mph, miles per hour, miles an hour",
    "kilometre per hour": "km/h, kph, kmph, kmh, kilometres per hour, kilometres an hour, "
    "kilometers per hour, kilometers an hour, km per hour, km an hour",
    "degree": "°", "degree Celsius": "°C, ° C, C, celsius, degrees celsius, degrees C, deg C, degC",
    "degree Fahrenheit": "°F, ° F, fahrenheit, degrees fahrenheit, degrees F, deg F, degF",
    "magnitude": "", "basis point": "bps", "cent": "", "penny": "pence, p",
    "watt": "", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigawatt hour": "GWh",
    "terawatt hour": "TWh", "volt": "", "hertz": "Hz", "kilohertz": "kHz", "megabit per second": "Mbps", "gigabit per second": "Gbps", "megahertz": "MHz", "gigahertz": "GHz",
    "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB", "decibel": "dB", "kiloton": "",
    "horsepower": "hp, bhp", "mile per gallon": "mpg", "calorie": "kcal", "megapixel": "MP",
}  # fmt: skip
DURATIONS: Final = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
)
PERCENT: Final = ("%", "percent", "per cent", "percentage point", "percentage points", "pct", "pc")

# Signs and codes that stand before the number; signs and names that follow it.
SIGNS: Final[Mapping[str, str]] = {
    "$": "USD", "US$": "USD", "US $": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "£": "GBP", "€": "EUR",
    "₹": "INR", "¥": "JPY", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP",
    "฿": "THB", "₴": "UAH", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "NIS": "ILS", "Rp": "IDR",
}  # fmt: skip
CODES: Final = ["USD", "EUR", "GBP", "INR", "JPY", "CNY", "AUD", "CAD", "NZD", "CHF", "HKD", "SGD", "SEK", "NOK", "DKK", "ZAR", "BRL", "MXN", "TRY", "RUB", "ILS", "PKR", "LKR", "BDT", "NPR", "KRW", "TWD", "THB", "MYR", "IDR", "PHP", "VND", "EGP", "SAR", "AED", "QAR", "KWD", "NGN", "KES", "GHS", "UAH", "PLN", "CZK", "HUF"]  # fmt: skip
# By noun: the code where no country is named (none where "-": it could be any), then by country.
CURRENCIES: Final[Mapping[str, str]] = {
    "dollar": "USD, US USD, American USD, Australian AUD, Canadian CAD, New Zealand NZD, "
    "Hong Kong HKD, Singapore SGD, Taiwan TWD",
    "euro": "EUR", "pound": "GBP, British GBP, Egyptian EGP, Syrian SYP, Lebanese LBP, Sudanese SDG",
    "rupee": "INR, Indian INR, Pakistani PKR, Sri Lankan LKR, Nepali NPR", "yen": "JPY, Japanese JPY",
    "yuan": "CNY, Chinese CNY", "renminbi": "CNY", "franc": "-, Swiss CHF", "quid": "GBP",
    "peso": "-, Mexican MXN, Philippine PHP, Argentine ARS, Chilean CLP, Colombian COP",
    "crown": "Danish DKK, Swedish SEK, Norwegian NOK, Czech CZK", "krona": "-, Swedish SEK",
    "kronor": "SEK, Swedish SEK", "kroner": "-, Danish DKK, Norwegian NOK", "won": "KRW, Korean KRW, South Korean KRW",
    "shekel": "ILS, Israeli ILS, new ILS", "rouble": "RUB, Russian RUB", "ruble": "RUB, Russian RUB",
    "lira": "TRY, Turkish TRY, Lebanese LBP", "rand": "ZAR", "reais": "BRL", "hryvnia": "UAH",
    "zloty": "PLN", "forint": "HUF", "naira": "NGN", "baht": "THB", "rial": "-, Iranian IRR",
    "riyal": "-, Saudi SAR, Qatari QAR", "dinar": "-, Kuwaiti KWD, Jordanian JOD, Iraqi IQD",
    "dirham": "AED", "taka": "BDT", "rupiah": "IDR", "ringgit": "MYR",
    "shilling": "-, Kenyan KES, Ugandan UGX, Tanzanian TZS",
}  # fmt: skip


MONEY_SIGNS: Final = (*SIGNS, *CODES)
MONEY_BEFORE: Final = rf"(?:(?-i:{either(map(re.escape, MONEY_SIGNS))})\s?)"


def _spellings() -> dict[str, tuple[str, str | None]]:
    """Return unit and currency by each spelling in lower case; money names win over measures."""
    found: dict[str, tuple[str, str | None]] = dict.fromkeys(PERCENT, ("percent", None))
    for unit, others in MEASURES.items():
        names = (unit, f"{unit}s", *filter(None, others.split(", ")))
        found |= {name.lower(): (unit, None) for name in names}
    for noun, codes in CURRENCIES.items():
        for entry in codes.split(", "):
            *country, code = entry.split()
            name = " ".join((*country, noun)).lower()
            currency = None if code == "-" else code
            found |= {name: ("money", currency), f"{name}s": ("money", currency)}
    codes = {code: ("money", code) for code in CODES} | {"NIS": ("money", "ILS")}
    return found | codes | {sign: ("money", SIGNS[sign]) for sign in "$£€₹₽₺₪"}


_SPELLINGS: Final = _spellings()


def _pattern(spelling: str) -> str:
    """Return the pattern of a spelling: its blanks may be hyphens, a lone letter clings to digits."""
    escaped = re.escape(spelling).replace(r"\ ", r"\.?[\s-]+")
    if spelling.isupper() and spelling.isalpha():
        escaped = f"(?-i:{escaped})"
    if len(spelling) == 1 and spelling.isalpha():
        escaped = rf"(?<=\d)(?-i:{'C' if spelling == 'c' else spelling})"
    return escaped + (r"(?!\w)" if spelling[-1].isalnum() else "")


# What digits may be glued to ("80km"); whatever else is glued to them makes a code of them.
GLUED: Final = either(
    _pattern(spelling) for spelling in _SPELLINGS if len(spelling) <= 4 or spelling.startswith("sq")
)

# "a week" is a quantity only of what lasts it; "a year and a half" always is.
LASTING: Final = rf"an?\s+{either(DURATIONS)}(?:\s+and\s+a\s+(?:half|quarter))?\b"
_LASTS: Final = re.compile(
    r"\blast(?:s|ed|ing)?\s+(?:(?:for|about|just|only|over|under|nearly|almost)\s+)*\Z",
    re.IGNORECASE,
)

_AFTER: Final = re.compile(
    r"(?P<link>\s+of\s+(?:an?\s+|one\s+)?|\s+an?\s+|\s*-?\s*)"
    r"(?:(?:more|consecutive|straight|full|long|further|additional|whole|extra|successive|working)\s+)?"
    rf"(?P<name>{either(map(_pattern, _SPELLINGS))})(?!\s?zone)",
    re.IGNORECASE,
)
_HEAVY: Final = re.compile(
    r"weigh|heav|\blos[et]|\bgain|bomb|explosive|warhead|cocaine|meat", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, the currency of money, and the place one past the words that say it."""

    unit: str
    end: int
    currency: str | None = None


def measure_after(text: str, numeral: str, end: int, *, is_part: bool) -> Measure | None:
    """Return the unit that stands at `end`, after a numeral; None for a plain count.

    Only a vague word or a fraction (`is_part`) reaches its unit through "of" or "a".
    """
    found = _AFTER.match(text, end)
    if found is None or (found["link"].strip(" -\n") and not is_part):
        return None
    name = re.sub(r"\.?[\s-]+", " ", found["name"])
    unit, currency = _SPELLINGS.get(name) or _SPELLINGS[name.lower()]
    name = name.lower()
    if name == "won" and last_scale(numeral) == 1:  # "the three won": a verb
        return None
    if name == "second" and "-" not in found["link"] and numeral.lower() != "one":  # an ordinal
        return None
    if name in {"pound", "pounds"} and _is_weight(text, found, numeral):
        return Measure("pound", found.end())
    return Measure(unit, found.end(), currency)


def _is_weight(text: str, found: re.Match[str], numeral: str) -> bool:
    """Tell pounds of weight from pounds of money; millions are money."""
    if last_scale(numeral) > 1000:
        return False
    near = text[max(0, found.start() - 40) : found.end() + 30]
    return text.startswith(" of ", found.end()) or _HEAVY.search(near) is not None


_BEFORE: Final = re.compile(r"\bmagnitude(?:[\s-]+|\s+of\s+(?:[a-z]+\s+){0,2})\Z", re.IGNORECASE)


def unit_before(text: str, start: int) -> str:
    """Return the unit that a numeral at `start` follows: of magnitude, else count."""
    return "magnitude" if _BEFORE.search(text, max(0, start - 40), start) else "count"


def lasting(text: str, start: int, end: int) -> tuple[float, str, bool]:
    """Return value and unit of a match of `LASTING`, and whether it states a quantity."""
    _, unit, *part = text[start:end].lower().split()
    value = 1 + {"half": 0.5, "quarter": 0.25}.get(part[-1] if part else "", 0.0)
    alone = end - start == len(text)
    return (
        value,
        unit,
        bool(part) or alone or _LASTS.search(text, max(0, start - 30), start) is not None,
    )


def currency_of(sign: str) -> str:
    """Return the ISO 4217 code of a sign or code that stands before a number."""
    return SIGNS.get(sign.strip(), sign.strip())


_LENGTH: Final = re.compile(
    r"[\s-]*(?:tall|long|wide|high|deep|away|from|above|below|apart|offshore|race|final|sprint|hurdles|relay|"
    r"freestyle|butterfly|backstroke|breaststroke|individual|medley|dash|pool|swell|waves?|tower|rifle|world|"
    r"champion\w*|men|women|x|by)\b",
    re.IGNORECASE,
)


def clings_as_metre(text: str, end: int, *, is_money: bool) -> int:
    """Return 1 where digits end in an "m" of metres, 0 where it is one of millions or none is there."""
    ends_in_m = end >= 2 and text[end - 1] == "m" and text[end - 2].isdigit()
    return int(ends_in_m and not is_money and _LENGTH.match(text, end) is not None)
