"""Units: what a number is a number of when it is not a plain count.

Belongs here: the words and signs of percentages, money and measures, and finding them around a
numeral. Not here: nouns that are counted, which linking finds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assets.core.facts.numerals import either

# The canonical name in the singular, and its spellings besides that name with and without an "s".
MEASURES: Final[Mapping[str, str]] = {
    "second": "sec, secs", "minute": "min, mins", "hour": "hr, hrs", "day": "", "week": "wk, wks",
    "month": "", "year": "yr, yrs", "decade": "", "century": "centuries",
    "millimetre": "mm, millimeter, millimeters", "centimetre": "cm, centimeter, centimeters",
    "metre": "meter, meters", "kilometre": "km, kms, kilometer, kilometers", "inch": "inches",
    "foot": "feet, ft", "yard": "yd, yds", "mile": "mi", "nautical mile": "", "light year": "",
    "square metre": "sq m, sqm, m2, m², square meter, square meters",
    "square kilometre": "sq km, km2, km², square kilometer, square kilometers",
    "square mile": "sq mi", "square foot": "sq ft, square feet", "hectare": "ha", "acre": "",
    "cubic metre": "m3, m³, cubic meter, cubic meters", "cubic foot": "cubic feet",
    "millilitre": "ml, milliliter, milliliters", "litre": "liter, liters", "gallon": "",
    "barrel": "bpd", "bushel": "", "milligram": "mg", "gram": "g, gramme, grammes",
    "kilogram": "kg, kgs, kilo, kilos", "tonne": "metric ton, metric tons", "ton": "",
    "pound": "lb, lbs", "ounce": "oz", "knot": "",
    "mile per hour": "mph, miles per hour, miles an hour",
    "kilometre per hour": "km/h, kph, kmph, kmh, kilometres per hour, kilometres an hour, "
    "kilometers per hour, kilometers an hour, km per hour, km an hour",
    "degree": "°", "degree Celsius": "°C, ° C, C, celsius, degrees celsius, degrees C, deg C",
    "degree Fahrenheit": "°F, ° F, fahrenheit, degrees fahrenheit, degrees F, deg F",
    "magnitude": "", "basis point": "bps", "cent": "", "penny": "pence",
    "watt": "", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigawatt hour": "GWh",
    "terawatt hour": "TWh", "volt": "", "hertz": "Hz", "megahertz": "MHz", "gigahertz": "GHz",
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
# The noun, then the country's adjective and the code; without one where the first entry says so.
CURRENCIES: Final[Mapping[str, str]] = {
    "dollar": "USD, US USD, American USD, Australian AUD, Canadian CAD, New Zealand NZD, "
    "Hong Kong HKD, Singapore SGD, Taiwan TWD",
    "euro": "EUR", "pound": "GBP, British GBP, Egyptian EGP, Syrian SYP, Lebanese LBP, Sudanese SDG",
    "rupee": "INR, Indian INR, Pakistani PKR, Sri Lankan LKR, Nepali NPR", "yen": "JPY, Japanese JPY",
    "yuan": "CNY, Chinese CNY", "renminbi": "CNY", "franc": "-, Swiss CHF", "quid": "GBP",
    "peso": "-, Mexican MXN, Philippine PHP, Argentine ARS, Chilean CLP, Colombian COP",
    "crown": "-, Danish DKK, Swedish SEK, Norwegian NOK, Czech CZK", "krona": "-, Swedish SEK",
    "kronor": "SEK, Swedish SEK", "kroner": "-, Danish DKK, Norwegian NOK", "won": "KRW, Korean KRW",
    "shekel": "ILS, Israeli ILS, new ILS", "rouble": "RUB, Russian RUB", "ruble": "RUB, Russian RUB",
    "lira": "TRY, Turkish TRY, Lebanese LBP", "rand": "ZAR", "reais": "BRL", "hryvnia": "UAH",
    "zloty": "PLN", "forint": "HUF", "naira": "NGN", "baht": "THB", "rial": "-, Iranian IRR",
    "riyal": "-, Saudi SAR, Qatari QAR", "dinar": "-, Kuwaiti KWD, Jordanian JOD, Iraqi IQD",
    "dirham": "AED", "taka": "BDT", "rupiah": "IDR", "ringgit": "MYR",
    "shilling": "-, Kenyan KES, Ugandan UGX, Tanzanian TZS",
}  # fmt: skip


def _spellings() -> dict[str, tuple[str, str | None]]:
    """Return unit and currency by each spelling, in lower case."""
    found: dict[str, tuple[str, str | None]] = {}
    for unit, others in MEASURES.items():
        names = [unit, f"{unit}s", *filter(None, others.split(", "))]
        found |= {name.lower(): (unit, None) for name in names}
    for noun, codes in CURRENCIES.items():
        for entry in codes.split(", "):
            *country, code = entry.split()
            currency = None if code == "-" else code
            name = " ".join([*country, noun]).lower()
            found |= dict.fromkeys((name, f"{name}s"), ("money", currency))
    found |= dict.fromkeys(PERCENT, ("percent", None))
    found |= {sign.lower(): ("money", SIGNS[sign]) for sign in "$£€₹₽₺₪"}
    return found


_SPELLINGS: Final = _spellings()
_CODES: Final[Mapping[str, str]] = {**SIGNS, **{code: code for code in CODES}}


def _pattern(spelling: str) -> str:
    """Return the pattern of a spelling: blanks may be hyphens; a single letter keeps its case."""
    escaped = re.escape(spelling).replace(r"\ ", r"[.]?[\s-]+")
    if len(spelling) == 1 and spelling.isalpha():
        escaped = rf"(?-i:{spelling.upper() if spelling == 'c' else spelling})"
    return escaped + (r"(?!\w)" if spelling[-1].isalnum() else "")


MONEY_BEFORE: Final = rf"(?-i:{either(re.escape(code) for code in _CODES)})\s?"
_AMONG: Final = r"(?:(?:more|consecutive|straight|full|long|further|additional|whole|extra|successive|working)\s+)?"
_AFTER: Final = re.compile(
    rf"(?P<link>\s+of\s+|\s+of\s+an?\s+|\s+an?\s+|[\s-]*){_AMONG}"
    rf"(?P<unit>{either(map(_pattern, _SPELLINGS))})",
    re.IGNORECASE,
)
_WEIGHT: Final = re.compile(
    r"weigh|heav|load|bomb|explosive|\blos[et]|\bgain|\bmeat\b|cocaine|fish", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, the currency of money, and one past the words that say it."""

    unit: str
    currency: str | None
    end: int


def measure_after(text: str, end: int, *, is_part: bool) -> Measure | None:
    """Return the unit that follows a numeral ending at `end`, or None for a plain count.

    Only a vague word or a fraction (`is_part`) takes its unit through "of" or "a".
    """
    found = _AFTER.match(text, end)
    if found is None or (found["link"].strip(" -") and not is_part):
        return None
    name = re.sub(r"\.?[\s-]+", " ", found["unit"].lower())
    unit, currency = _SPELLINGS[name]
    return Measure(unit, currency, found.end())


def currency_of(sign: str) -> str:
    """Return the ISO 4217 code of a sign or code that stands before a number."""
    return _CODES[sign.strip()]
