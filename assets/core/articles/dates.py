"""Days: those a document says, those its address says, and which one holds.

Belongs here: reading a written day and settling the day of publication. Not here: the day a figure
holds for (`assets/core/facts/`). A day is taken as written, in the outlet's own time zone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH: Final = "(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WRITTEN: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"|(?P<month_first>{MONTH})\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b)"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
ZONES: Final = timedelta(days=1)
"""The same moment can be two days, one each side of midnight."""
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ON_WEEKDAY: Final = re.compile(
    r"\b(?:said|told \w+|announced|reported|confirmed|warned|added)(?: (?:late|early))?(?: on)?\s+"
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?,?"
    rf"\s+(?P<date>{WRITTEN.pattern.replace('?P<', '?P<_')})",
    re.IGNORECASE,
)
MAX_INFERENCE: Final = 5_000
ISO: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?!\d)")
IN_ADDRESS: Final = re.compile(
    r"/(?P<year>20\d\d)[/-]?(?P<month>[01]?\d|[a-z]{3})[/-]?(?P<day>[0-3]?\d)(?=[/_.-])"
)


def parse_day(written: str | None) -> date | None:
    """Return the day that a full date names; None where it names none, or leaves two readings.

    >>> parse_day("2024-02-08T20:11:00-05:00"), parse_day("Thu, 08 Feb 2024 21:00:00 GMT")
    (datetime.date(2024, 2, 8), datetime.date(2024, 2, 8))
    >>> parse_day("February 8th, 2024"), parse_day("8 February"), parse_day("02/03/2024")
    (datetime.date(2024, 2, 8), None, None)
    """
    if found := ISO.search(written or ""):
        return _day(found["year"], found["month"], found["day"])
    found = WRITTEN.search(written or "")
    return _day(found["year"], *month_and_day(found)) if found and found["year"] else None


def month_and_day(found: re.Match[str]) -> tuple[int, str]:
    """Return the month and day of a match of `WRITTEN`."""
    month = found["month"] or found["month_first"]
    return MONTHS[month.rstrip(".").lower()], found["day"] or found["day_after"]


def nearest(found: re.Match[str], anchor: date | None) -> date | None:
    """Return the day of a match of `WRITTEN`; a missing year is the one nearest to the anchor."""
    month, day = month_and_day(found)
    if found["year"]:
        return _day(found["year"], month, day)
    if anchor is None:
        return None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [candidate for year in years if (candidate := _day(year, month, day))]
    return min(days, key=lambda candidate: abs(candidate - anchor), default=None)


def day_in_address(url: str | None) -> date | None:
    """Return the day that a url has in its path.

    >>> day_in_address("https://news.example/2024/feb/08/talks"), day_in_address("/2024/13/1/")
    (datetime.date(2024, 2, 8), None)
    """
    found = IN_ADDRESS.search(url or "")
    if not found:
        return None
    month = found["month"]
    return _day(found["year"], month if month.isdigit() else MONTHS.get(month, 0), found["day"])


def _day(year: int | str, month: int | str, day: int | str) -> date | None:
    """Return the day, if the calendar has it."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, what it was taken from, why, and whether another source differs."""

    on: date | None
    source: str | None
    evidence: str | None
    is_disputed: bool = False


def infer(text: str, latest: date) -> Published:
    """Return the day of publication told by when somebody spoke: "said on Thursday, February 8".

    Weekday and date together leave one year in six or so: the last one up to `latest`. Days of
    other events tell nothing (of such in real articles, two thirds were days to years off).

    >>> infer("The mayor said on Thursday, February 8 that nine boats left.", date(2024, 6, 1)).on
    datetime.date(2024, 2, 8)
    >>> infer("Nine boats left on Thursday, February 8, he said.", date(2024, 6, 1)).on
    """
    days = {
        day: found[0]
        for found in ON_WEEKDAY.finditer(text[:MAX_INFERENCE])
        if (day := _last(found, latest))
    }
    if not days:
        return Published(None, None, None)
    on = max(days)
    return Published(on, "inferred", f"the text says {days[on]!r}, last so in {on.year}")


def _last(found: re.Match[str], latest: date) -> date | None:
    """Return the last day up to `latest` on which weekday and date of a match agree."""
    weekday = WEEKDAYS.index(found["weekday"].lower()[:3])
    written = WRITTEN.search(found["date"])
    if written is None:
        return None
    month, day = month_and_day(written)
    years = [int(written["year"])] if written["year"] else range(latest.year, latest.year - 12, -1)
    days = (_day(year, month, day) for year in years)
    return next((one for one in days if one and one <= latest and one.weekday() == weekday), None)


def settle(days: Mapping[str, date | None], *, is_scrape: bool) -> Published:
    """Choose among the days that the sources give; sources that differ are named in the evidence.

    `days` is by source. A document's day holds before the manifest's, and that before the
    address's. `is_scrape` is True of a page whose title is only its address: its own date is the
    day somebody fetched it, so the address, which was set at publication, holds before it.
    """
    ranks = ("document", "feed", "manifest", "url")
    order = ("url", "manifest", "document") if is_scrape else ranks
    said = [(source, day) for source in order if (day := days.get(source))]
    if not said:
        return Published(None, None, None)
    (source, on), *others = said
    differing = [f"{other} says {day}" for other, day in others if abs(day - on) > ZONES]
    evidence = f"{source} says {on}"
    if differing:
        why = "the page has no title but its address" if is_scrape else "the nearer source holds"
        evidence += f"; {'; '.join(differing)}; {why}"
    return Published(on, source, evidence, bool(differing))
