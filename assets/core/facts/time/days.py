"""The words of a day or a stretch of days, and which days they are.

Belongs here: reading the words against the day of publication. Not here: what the days are said of
(`dating.py`).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

Range = tuple[date, date]
Reader = Callable[[re.Match[str], date | None], Range | None]

MONTH_NAMES: Final = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS: Final = {
    name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names
}
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
UNIT_DAYS: Final = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
PARTS_OF_MONTH: Final = {
    "early": (1, 10),
    "start": (1, 7),
    "beginning": (1, 7),
    "mid": (11, 20),
    "late": (21, 31),
    "end": (-6, 31),
}  # first and last day of the month; a negative one counts back from its end
AHEAD: Final = timedelta(days=31)  # a date without its year may lie so far ahead, else it is past
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The words at `text[start:end]` and the days that they mean, both included.

    `is_near` tells days that are named from where the writer stands ("Thursday", "overnight"),
    `is_fresh` days that reach the day of publication, `is_event` those of an event's name.
    """

    start: int
    end: int
    first: date
    last: date
    is_near: bool = False
    is_fresh: bool = False
    is_event: bool = False


@lru_cache(maxsize=4096)
def days_in(text: str, published: date | None) -> tuple[Days, ...]:
    """Return the days that a text names, in reading order; relative ones need the publication day.

    >>> thursday = date(2024, 2, 8)
    >>> for words in ("on 7 October", "Oct. 7, 2021", "on Thursday", "overnight", "24-30 November"):
    ...     print(words, *(f"{days.first} {days.last}" for days in days_in(words, thursday)))
    on 7 October 2023-10-07 2023-10-07
    Oct. 7, 2021 2021-10-07 2021-10-07
    on Thursday 2024-02-08 2024-02-08
    overnight 2024-02-07 2024-02-08
    24-30 November 2023-11-24 2023-11-30
    >>> days_in("on Thursday, in May", None)
    ()
    """
    found: list[Days] = []
    for readers, is_near in ((DATES, False), (NEAR, True)):
        for pattern, read in readers:
            for match in pattern.finditer(text):
                taken = any(match.start() < days.end and days.start < match.end() for days in found)
                days = None if taken else read(match, published)
                if days:
                    is_fresh = published is not None and days[1] >= published
                    found.append(Days(match.start(), match.end(), *days, is_near, is_fresh))
    return tuple(sorted(found, key=lambda days: days.start))


def _day_of_month(match: re.Match[str], published: date | None) -> Range | None:
    """Read "7 October", "October 7, 2023"."""
    day = _past(match["year"], match["month"], int(match["day"]), published, AHEAD)
    return (day, day) if day else None


def _days_of_month(match: re.Match[str], published: date | None) -> Range | None:
    """Read "24-30 November", "November 24 to December 1"."""
    first = _past(match["year"], match["month"], int(match["day"]), published, AHEAD)
    if first is None:
        return None
    month = MONTHS[(match.groupdict().get("until_month") or match["month"]).lower()]
    last = _date(first.year + (month < first.month), month, int(match["until"]))
    return (first, last) if last and first <= last else None


def _from_to(match: re.Match[str], published: date | None) -> Range | None:
    """Read "24 November to 1 December"."""
    last = _past(match["year"], match["until_month"], int(match["until"]), published, AHEAD)
    first = last and _past(match["year"], match["month"], int(match["day"]), last, timedelta(0))
    return (first, last) if first and last and first <= last else None


def _month(match: re.Match[str], published: date | None) -> Range | None:
    """Read "in November", "late November", "at the end of November"."""
    first = _past(match["year"], match["month"], 1, published, timedelta(0))
    if first is None:
        return None
    size = monthrange(first.year, first.month)[1]
    part = match.groupdict().get("part")
    begin, end = PARTS_OF_MONTH[part.lower()] if part else (1, size)
    begin = begin if begin > 0 else size + begin
    return first.replace(day=begin), first.replace(day=min(end, size))


def _iso(match: re.Match[str], _: date | None) -> Range | None:
    day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day) if day else None


def _year(match: re.Match[str], _: date | None) -> Range | None:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(match: re.Match[str], published: date | None) -> Range | None:
    """Read a weekday as the last one not after publication; "next Friday" has not been."""
    which = (match["which"] or "").lower()
    if published is None or which == "next":
        return None
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    day = published - timedelta(days=7 if which == "last" and back == 0 else back)
    return day, day


def _ago(match: re.Match[str], published: date | None) -> Range | None:
    """Read "three days ago"; months and years ago name no day."""
    if published is None or match["unit"].lower() in {"month", "year"}:
        return None
    day = published - _length(match)
    return day, day


def _past_stretch(match: re.Match[str], published: date | None) -> Range | None:
    """Read a stretch that ends at publication: "in the past 24 hours"."""
    return (published - _length(match), published) if published else None


def _length(match: re.Match[str]) -> timedelta:
    word = (match["number"] or "one").lower()
    number = int(word) if word.isdigit() else NUMBERS[word]
    return timedelta(days=round(number * UNIT_DAYS[match["unit"].lower()]))


def _today(_: re.Match[str], published: date | None) -> Range | None:
    return (published, published) if published else None


def _yesterday(_: re.Match[str], published: date | None) -> Range | None:
    return (published - ONE_DAY, published - ONE_DAY) if published else None


def _overnight(_: re.Match[str], published: date | None) -> Range | None:
    return (published - ONE_DAY, published) if published else None


def _calendar(match: re.Match[str], published: date | None) -> Range | None:
    """Read "this month" as far as it has passed, "last week" as the one before this."""
    if published is None:
        return None
    span = match["span"].lower()
    first, last = _around(span, published)
    if match["which"].lower() == "last":
        return _around(span, first - ONE_DAY)
    return first, min(last, published)


def _around(span: str, day: date) -> Range:
    """Return the week (from Sunday), month or year that holds a day."""
    if span == "week":
        sunday = day - timedelta(days=day.isoweekday() % 7)
        return sunday, sunday + timedelta(days=6)
    if span == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _weekend(_: re.Match[str], published: date | None) -> Range | None:
    if published is None:
        return None
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return saturday, min(saturday + ONE_DAY, published)


def _past(
    year: str | None, month: str, day: int, published: date | None, ahead: timedelta
) -> date | None:
    """Return the day in the year stated, else the last such day not after publication + ahead."""
    number = MONTHS[month.lower()]
    if year:
        return _date(int(year), number, day)
    if published is None:
        return None
    candidates = (_date(published.year + years, number, day) for years in (1, 0, -1))
    return next((found for found in candidates if found and found <= published + ahead), None)


def _date(year: int, month: int, day: int) -> date | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


_MONTH_NAME = rf"(?-i:{'|'.join(name.capitalize() for name in MONTHS)})"  # "may" is no month
_MONTH = rf"(?P<month>{_MONTH_NAME})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_TO = r"\s*(?:[-\u2013\u2014]|to|and|until|through)\s*"
_UNTIL = r"(?P<until>\d{1,2})(?:st|nd|rd|th)?\b"
_UNTIL_MONTH = rf"(?P<until_month>{_MONTH_NAME})\b\.?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_IN = r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bduring\s)|(?<=\blast\s)|(?<=\bof\s))"
_PART = r"(?:the\s+)?(?P<part>early|mid|late|end|start|beginning)(?:[\s-]+|\s+of\s+)"
_NUMBER = rf"(?P<number>\d+|{'|'.join(NUMBERS)})"
_UNIT = rf"(?P<unit>{'|'.join(UNIT_DAYS)})s?\b"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b"

# Patterns and how they are read, the longer forms first: what one has taken is not read again.
DATES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (_pattern(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"), _iso),
    (_pattern(rf"{_DAY}{_TO}{_UNTIL}\s+{_MONTH}{_YEAR}"), _days_of_month),
    (_pattern(rf"{_MONTH}\s+{_DAY}{_TO}(?:{_UNTIL_MONTH}\s+)?{_UNTIL}{_YEAR}"), _days_of_month),
    (_pattern(rf"{_DAY}\s+{_MONTH}{_TO}{_UNTIL}\s+{_UNTIL_MONTH}{_YEAR}"), _from_to),
    (_pattern(rf"{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}"), _day_of_month),
    (_pattern(rf"{_MONTH}\s+{_DAY}{_YEAR}"), _day_of_month),
    (_pattern(rf"{_PART}{_MONTH}{_YEAR}"), _month),
    (_pattern(rf"{_IN}{_MONTH}{_YEAR}"), _month),
    (_pattern(rf"{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b"), _month),
    (_pattern(r"(?:(?<=\bin\s)|(?<=\bsince\s))(?P<year>(?:19|20)\d\d)\b"), _year),
    (_pattern(r"(?<=\bsince\s)the\s+(?:start|beginning)\s+of\s+(?P<year>(?:19|20)\d\d)\b"), _year),
)
NEAR: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (_pattern(rf"(?:(?P<which>last|this|next)\s+)?{_WEEKDAY}"), _weekday),
    (_pattern(rf"{_NUMBER}\s+{_UNIT}\s+ago\b"), _ago),
    (_pattern(rf"(?:past|last|previous)\s+{_NUMBER}\s+{_UNIT}"), _past_stretch),
    (_pattern(rf"past\s+(?P<number>){_UNIT}"), _past_stretch),
    (_pattern(r"yesterday\b"), _yesterday),
    (_pattern(r"overnight\b|last\s+night\b"), _overnight),
    (_pattern(r"today\b|tonight\b|this\s+(?:morning|afternoon|evening)\b"), _today),
    (_pattern(r"(?:this|last|the|over\s+the)\s+weekend\b"), _weekend),
    (_pattern(r"(?P<which>this|last)\s+(?P<span>week|month|year)\b"), _calendar),
)
