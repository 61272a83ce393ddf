"""Units: what a number is a number of when it is not a plain count.

Belongs here: the words and signs of percentages, money and measures, and finding them beside a
numeral. Not here: nouns that are counted, which linking finds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.core.facts.quantities.numerals import either, last_scale

# The canonical name in the singular, and its spellings besides that name with and without an "s".
MEASURES: Final[Mapping[str, str]] = {
    "second": "sec, secs", "minute": "min, mins", "hour": "hr, hrs", "day": "", "week": "wk, wks",
    "month": "", "year": "yr, yrs", "decade": "", "century": "centuries",
    "millimetre": "mm, millimeter, millimeters", "centimetre": "cm, centimeter, centimeters",
    "metre": "m, meter, meters", "kilometre": "km, kms, kilometer, kilometers", "mile": "mi",
    "inch": "inches, in", "foot": "feet, ft", "yard": "yd, yds", "nautical mile": "",
    "light year": "",
    "square metre": "sq m, sqm, m2, m², sq metre, sq metres, square meter, square meters",
    "square kilometre": "sq km, km2, km², square kilometer, square kilometers", "acre": "",
    "square mile": "sq mi, sq mile, sq miles", "square foot": "sq ft, sq feet, square feet",
    "hectare": "ha", "cubic metre": "m3, m³, cubic meter, cubic meters", "cubic foot": "cubic feet",
    "cubic kilometre": "km3, km³, cubic kilometer, cubic kilometers", "litre": "liter, liters",
    "millilitre": "ml, milliliter, milliliters", "gallon": "", "barrel": "bpd", "bushel": "",
    "milligram": "mg", "gram": "g, gramme, grammes", "kilogram": "kg, kgs, kilo, kilos",
    "tonne": "metric ton, metric tons", "ton": "", "pound": "lb, lbs", "ounce": "oz", "knot": "",
    "mile per hour": "mph, miles per hour, miles an hour", "mile per gallon": "mpg",
    "kilometre per hour": "km/h, kph, kmph, kmh, km per hour, km an hour, kilometres per hour,"
    " kilometres an hour, kilometers per hour, kilometers an hour",
    "degree": "°", "degree Celsius": "°C, ° C, C, celsius, degrees celsius, degrees C, deg C, degC",
    "degree Fahrenheit": "°F, ° F, fahrenheit, degrees fahrenheit, degrees F, deg F, degF",
    "magnitude": "", "basis point": "bps", "cent": "", "penny": "pence, p", "calorie": "kcal",
    "watt": "", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigawatt hour": "GWh", "volt": "",
    "terawatt hour": "TWh", "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz",
    "gigahertz": "GHz", "megabit per second": "Mbps", "gigabit per second": "Gbps",
    "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB", "megapixel": "MP", "decibel": "dB",
    "kiloton": "", "horsepower": "hp, bhp",
}  # fmt: skip
DURATIONS: Final = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
)
PERCENT: Final = ("%", "percent", "per cent", "percentage point", "percentage points", "pct", "pc")

# Signs and codes of money that stand before a number; the first few follow it too.
SIGNS: Final[Mapping[str, str]] = {
    "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB", "₴": "UAH", "US$": "USD", "US $": "USD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "NIS": "ILS", "Rp": "IDR",
}  # fmt: skip
CODES: Final = (
    "AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS",
    "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "KWD", "LKR", "MXN", "MYR", "NGN",
    "NOK", "NPR", "NZD", "PHP", "PKR", "PLN", "QAR", "RUB", "SAR", "SEK", "SGD", "THB", "TRY",
    "TWD", "UAH", "USD", "VND", "ZAR",
)  # fmt: skip
# By noun: the code where no country is named (none where "-": it could be any), then by country.
CURRENCIES: Final[Mapping[str, str]] = {
    "dollar": "USD, US USD, American USD, Australian AUD, Canadian CAD, New Zealand NZD,"
    " Hong Kong HKD, Singapore SGD, Taiwan TWD",
    "euro": "EUR", "yen": "JPY, Japanese JPY", "yuan": "CNY, Chinese CNY", "renminbi": "CNY",
    "pound": "GBP, British GBP, Egyptian EGP, Syrian SYP, Lebanese LBP, Sudanese SDG",
    "quid": "GBP", "rupee": "INR, Indian INR, Pakistani PKR, Sri Lankan LKR, Nepali NPR",
    "franc": "-, Swiss CHF", "crown": "Danish DKK, Swedish SEK, Norwegian NOK, Czech CZK",
    "krona": "-, Swedish SEK", "kronor": "SEK, Swedish SEK", "kroner": "-, Danish DKK,"
    " Norwegian NOK", "won": "KRW, Korean KRW, South Korean KRW",
    "peso": "-, Mexican MXN, Philippine PHP, Argentine ARS, Chilean CLP, Colombian COP",
    "shekel": "ILS, Israeli ILS, new ILS", "rouble": "RUB, Russian RUB",
    "ruble": "RUB, Russian RUB",
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
    found: dict[str, tuple[str, str | None]] = {}
    for unit, others in MEASURES.items():
        names = (unit, f"{unit}s", *filter(None, others.split(", ")))
        found |= {name.lower(): (unit, None) for name in names}
    for noun, codes in CURRENCIES.items():
        for entry in codes.split(", "):
            *country, code = entry.split()
            name = " ".join((*country, noun)).lower()
            currency = None if code == "-" else code
            found |= {name: ("money", currency), f"{name}s": ("money", currency)}
    found |= dict.fromkeys(PERCENT, ("percent", None))
    found |= {sign: ("money", code) for sign, code in SIGNS.items() if not sign[0].isalpha()}
    return found | {code: ("money", currency_of(code)) for code in (*CODES, "NIS")}


def currency_of(sign: str) -> str:
    """Return the ISO 4217 code of a sign or code of money."""
    return SIGNS.get(sign.strip(), sign.strip())


_SPELLINGS: Final = _spellings()


def _pattern(spelling: str) -> str:
    """Return the pattern of a spelling: a blank may be a hyphen, a lone letter clings to digits."""
    pattern = re.escape(spelling).replace(r"\ ", r"\.?[\s-]+")
    if spelling == "in":
        pattern = r"(?<=\d)in"
    if len(spelling) == 1 and spelling.isalpha():
        pattern = rf"(?<=\d)(?-i:{'C' if spelling == 'c' else spelling})"
    elif spelling.isalpha() and spelling.isupper():
        pattern = f"(?-i:{spelling})"
    return pattern + (r"(?!\w)" if spelling[-1].isalnum() else "")


# What may be glued to digits ("80km", "900sq feet"); anything else makes a code of them.
GLUED: Final = either(
    _pattern(spelling) for spelling in _SPELLINGS if len(spelling) <= 4 or spelling.startswith("sq")
)
_AFTER: Final = re.compile(
    r"(?P<link>\s+of\s+(?:an?\s+|one\s+)?|\s+an?\s+|\s*-?\s*)"
    r"(?:(?:more|consecutive|straight|full|long|further|additional|whole|extra|successive|working)"
    rf"\s+)?(?P<name>{either(map(_pattern, _SPELLINGS))})(?!\s?zone)",
    re.IGNORECASE,
)
_MAGNITUDE: Final = re.compile(r"\bmagnitude(?:[\s-]+|\s+of\s+(?:[a-z]+\s+){0,2})\Z", re.IGNORECASE)
_HEAVY: Final = re.compile(
    r"weigh|heav|\blos[et]|\bgain|bomb|explosive|warhead|cocaine|meat", re.IGNORECASE
)
_LONG: Final = re.compile(
    r"[\s-]*(?:tall|long|wide|high|deep|away|from|above|below|apart|offshore|race|final|sprint"
    r"|hurdles|relay|freestyle|butterfly|backstroke|breaststroke|individual|medley|dash|pool|swell"
    r"|waves?|tower|rifle|world|champion\w*|men|women|x|by)\b",
    re.IGNORECASE,
)
# "a week" is a quantity only of what lasts it; "a year and a half" always is.
LASTING: Final = rf"an?\s+{either(DURATIONS)}(?:\s+and\s+a\s+(?:half|quarter))?\b"
_LASTS: Final = re.compile(
    r"\blast(?:s|ed|ing)?\s+(?:(?:for|about|just|only|over|under|nearly|almost)\s+)*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, one past the words that say it, and the currency of money."""

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
    spelling = re.sub(r"\.?[\s-]+", " ", found["name"])
    unit, currency = _SPELLINGS.get(spelling) or _SPELLINGS[spelling.lower()]
    if spelling == "won" and last_scale(numeral) == 1:  # "the three won": a verb
        return None
    if spelling == "second" and "-" not in found["link"] and numeral.lower() != "one":  # an ordinal
        return None
    if spelling in {"pound", "pounds"} and _is_weight(text, found, numeral):
        return Measure("pound", found.end())
    return Measure(unit, found.end(), currency)


def unit_before(text: str, start: int) -> str:
    """Return the unit that a numeral at `start` follows: magnitude, else count."""
    return "magnitude" if _MAGNITUDE.search(text, max(0, start - 40), start) else "count"


def lasting(text: str, start: int, end: int) -> Measure | None:
    """Return the unit of a match of `LASTING`; None where it states no quantity."""
    words = text[start:end].lower().split()
    is_stated = "and" in words or _LASTS.search(text, max(0, start - 30), start)
    return Measure(words[1], end) if is_stated or end - start == len(text) else None


def ends_in_metre(text: str, end: int) -> bool:
    """Tell whether an "m" that ends digits is of metres, not of millions.

    >>> ends_in_metre("a 100m race", 6), ends_in_metre("2.3m people", 4)
    (True, False)
    """
    return text[end - 1] == "m" and text[end - 2].isdigit() and _LONG.match(text, end) is not None


def _is_weight(text: str, found: re.Match[str], numeral: str) -> bool:
    """Tell pounds of weight from pounds of money; millions are money."""
    if last_scale(numeral) > 1000:
        return False
    near = text[max(0, found.start() - 40) : found.end() + 30]
    return text.startswith(" of ", found.end()) or _HEAVY.search(near) is not None
