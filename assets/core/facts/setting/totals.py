"""Which counts are totals: of a whole subject, and running since a start.

Belongs here: telling a total from a part, an addition, a day's count. Not here: which series it
continues (`series.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.linking.relations import CARRIERS, PARTIAL
from assets.core.facts.meaning.kinds import is_perfect, is_rate
from assets.core.facts.meaning.triggers import Lexicon
from assets.core.facts.reading import Reading
from assets.core.facts.setting.belonging import FRESH
from assets.core.facts.setting.nearness import sites_of
from assets.core.facts.setting.series import is_of_both_sides, is_superseded, size_of, whose_toll
from assets.core.facts.text.cues import Cues, cues_of
from assets.core.facts.time.dating import Dating
from assets.core.facts.time.spells import WAVE, is_brief, is_of_wave, names_spell

YEAR = re.compile(r"\b(?:[Ii]n|[Oo]f|[Dd]uring)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b")
FEW_DAYS = timedelta(days=3)
ROUNDING = 0.2  # of its length, by which a stretch of time is rounded: "in 100 days"
MONTH = timedelta(days=31)  # a start may be told by its month alone: "in October"


@dataclass(frozen=True, slots=True)
class Running:
    """Since when a total runs, of which event it is, and below what it is no total."""

    since: date
    event: str
    least: float


class Totals:
    """The running totals of the catalogue, by metric and place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._cues = cues_of(catalogue)
        self._running = {
            (series.metric, series.place): Running(
                catalogue.events[series.event].start, series.event, series.least
            )
            for series in catalogue.series.values()
            if series.kind == "cumulative" and series.event is not None
        }

    def since(self, reading: Reading) -> date | None:
        """Return the day since which a total of such a place runs."""
        running = self._running.get((reading.metric or "", reading.place))
        return running.since if running else None

    def runs_on(self, reading: Reading, others: Sequence[Reading]) -> bool:
        """Tell whether a count is a running total: of such a place, and said to go on.

        `others` are the readings of its sentence.
        """
        running = self._running.get((reading.metric or "", reading.place))
        if running is None or (reading.whole is None and _is_below(reading, running.least)):
            return False
        if is_brief(reading, others):
            return False
        if reading.link.is_level or reading.link.is_bare_total:
            return not self._is_of_occasion(reading)
        return self._has_run(reading, running)

    def _has_run(self, reading: Reading, running: Running) -> bool:
        """Tell whether a count without a level runs on, by its window, its size or its tense."""
        when, source = reading.dating, reading.source
        is_of_spell = when.window_end is not None and names_spell(reading)
        is_dated = when.window_start is not None and not is_of_spell
        if is_dated and not (is_perfect(reading) and _is_past(reading)):
            return _is_since(running.since, when)
        if source is not None and source.kind == "cumulative":
            return source.sentence is reading.sentence
        is_told = reading.quantity.bound != "vague"
        if is_told and reading.event == running.event and (size_of(reading) or 0) > WAVE:
            return not _is_of_earlier(running.since, reading)
        return is_perfect(reading) and not is_of_wave(reading, self._cues)

    def _is_of_occasion(self, reading: Reading) -> bool:
        """Tell a small toll whose sentence says neither whose nor where: of what is spoken of."""
        is_told = reading.is_placed or reading.event is not None or _says_whom(reading)
        is_small = reading.link.is_level and (size_of(reading) or WAVE) <= WAVE
        return is_small and not is_told and not whose_toll(reading, self._catalogue)


def is_total(reading: Reading, lexicon: Lexicon, cues: Cues) -> bool:
    """Tell a count of all from a part, an addition, a change, and what is not said to be so."""
    owner, relation = reading.link.owner, reading.relation
    of_others = (
        owner is not None
        and owner.tag_ == "NNS"
        and owner.lemma_ not in CARRIERS  # "the lives of 12 people"
        and not lexicon.tells(owner)
    )
    return not (
        reading.frame.subset
        or reading.frame.further
        or reading.is_share
        or of_others
        or (reading.whole is not None and reading.whole.metric == reading.metric)
        or (relation is not None and relation.strength == PARTIAL)
        or reading.quantity.change == "by"
        or is_of_both_sides(reading)
        or reading.is_joint
        or is_of_site(reading, cues)
        or is_rate(reading)
        or (reading.kind == "cumulative" and is_superseded(reading))
        or reading.modality not in ("asserted", "alleged")
    )


def is_of_site(reading: Reading, cues: Cues) -> bool:
    """Tell what is in one building or the like, of a level in any number of them: "in schools"."""
    return any(
        noun.lemma_ in cues["sites"] and (noun.tag_ in ("NN", "NNP") or reading.kind == "stock")
        for noun in sites_of(reading.link, reading.relation)
    )


def _is_below(reading: Reading, least: float) -> bool:
    size = size_of(reading)
    return size is not None and size < least


def _says_whom(reading: Reading) -> bool:
    """Tell "the toll rose to 40 villagers" from "the toll rose to 40", or to 40 people."""
    meaning, head = reading.meaning, reading.link.head
    if meaning is None or head in (None, meaning.relation.token):
        return False
    return reading.counted != meaning.metric.counts


def _is_since(since: date, when: Dating) -> bool:
    """Tell whether a window is that of a total, told by its start or by how long it has been.

    "In the last three weeks" is said of 22 days, too, and of a start in October by its month.
    """
    start, end = when.window_start, when.window_end
    if start is None:
        return False
    if end is None:
        return since - MONTH <= start <= since
    is_to_date = when.as_of is not None and end >= when.as_of - FEW_DAYS
    return is_to_date and abs(start - since) <= ROUNDING * (end - since)


def _is_of_earlier(since: date, reading: Reading) -> bool:
    """Tell whether a sentence speaks of an earlier year: "in 2014 …"."""
    years = (int(match["year"]) for match in YEAR.finditer(reading.sentence.text))
    return any(year < since.year for year in years)


def _is_past(reading: Reading) -> bool:
    """Tell whether the days that a sentence names were over long before the figure holds."""
    end, as_of = reading.dating.window_end, reading.dating.as_of
    return end is not None and as_of is not None and as_of > end + FRESH
