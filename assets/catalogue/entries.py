"""The shapes of the catalogue's entries: what may stand in its YAML files.

Belongs here: one model a file, with what each field means. Not here: reading them (`catalogue.py`).
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """What every entry of the catalogue has; unknown keys are mistakes, not extensions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    description: str = ""


Sort = Literal["official", "organisation", "agency", "outlet", "party", "witness"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Role = Literal["object", "subject", "modifier", "noun", "head", "possessed"]


class Trigger(BaseModel):
    """Words (base forms) that tell a metric, and the part that the counted thing plays to them.

    The counted is the `object` ("killed 12") or `subject` ("12 died") of a verb, in a state
    (`modifier`: "12 dead"), the `noun` itself ("12 deaths"), measured by a level (`head`: "a death
    toll of 12"), or `possessed` by a place ("the town's 12 people"). All words of one trigger stand
    near each other. `nouns` are classes the counted must be of, in place of the metric's own;
    `context` are beginnings of words of which one must stand nearby. `counts` is what a level
    counts ("deaths" for a toll). What `is_weak` tells a metric where nothing else does ("the 12
    people killed lived in the town").
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    role: Role = "object"
    counts: str | None = None
    nouns: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    is_weak: bool = False


class Example(BaseModel):
    """A sentence of our own that must, or must not (`metric: null`), be read as the metric."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    number: str
    metric: str | None
    series: str | None = None


class Metric(Entry):
    """Something that is counted or measured, whoever it happens to and wherever.

    `nouns` are classes that the counted must be of, `refuse` classes it must not; `unless` are
    words before the noun that make it something else ("premature deaths"), `unlike` beginnings of
    words that do so anywhere in the sentence. `counts` is what is counted where the words leave it
    out ("12 dead").
    """

    unit: Literal["count", "percent", "money"] = "count"
    kinds: tuple[Literal["cumulative", "increment", "stock", "share"], ...]
    tolerance: Annotated[float, Field(ge=0, le=1)] = 0.05
    counts: str | None = None
    nouns: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    examples: tuple[Example, ...] = ()


class Break(BaseModel):
    """A day on which an authority changed what its figure counts; across it nothing compares."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    authority: str
    on: date
    reason: str


class Series(Entry):
    """One metric for one subject, followed over time.

    `counted` are the classes of nouns that mean the whole subject, not a part of it, `allows` the
    adjectives that leave it whole ("Israeli hostages", not "female hostages"); a count below
    `least` is of a part, too; one between the `sizes` is of the event even where only its place is
    told. `events` are further events whose whole count is one of the series (a truce's releases);
    `near` are places that a count may name beside the series' own. `topic` are words of which the
    article must have one where the count names neither place nor event.
    """

    metric: str
    kind: Literal["cumulative", "increment", "stock", "share"]
    place: str | None = None
    near: tuple[str, ...] = ()
    event: str | None = None
    events: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    least: Annotated[float, Field(ge=0)] = 0
    sizes: tuple[float, float] | None = None
    topic: tuple[str, ...] = ()
    tolerance: Annotated[float, Field(ge=0, le=1)] | None = None
    breaks: tuple[Break, ...] = ()


class Identity(Entry):
    """An arithmetic bond of series: the parts sum to the whole, or the one part is at most it."""

    relation: Literal["sum", "at_most"]
    whole: str
    parts: tuple[str, ...]


class Event(Entry):
    """Something with a name and a date that windows are told by ("since the war began").

    `signs` tell that a count near them belongs to it: beginnings of words, in order, up to three
    others between ("Hamas attack" is found in "Hamas-led gunmen attacked"); `…` stands for any
    words of the sentence. `actors` tell it where they did what is counted. `recalls` ("the attack")
    mean it where it was the last to be spoken of before, and so do `actor_recalls` ("its gunmen")
    for an actor. `short_names` ("the war") do, too; where no such event was, they mean the one
    whose place the article names most. `metrics` are what it can have made, all if none are named.
    """

    names: tuple[str, ...]
    short_names: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    actor_recalls: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    start: date
    end: date | None = None
    place: str | None = None


class Place(Entry):
    """A place by its shortest name (the id): its other names, its people, what it is part of.

    `actors` are those who do what is counted nowhere else.
    """

    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    part_of: str | None = None
    sort: Literal["country", "region", "city"] = "city"


class Country(Entry):
    """A country by its names, its capital among them, and by the adjectives of it."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


class Office(Entry):
    """A part of a state that gives figures, and the authority's id that it makes of a `{place}`.

    Capitals before the name of one that `has_field` are its field, not its place: "Law Minister".
    """

    authority: str
    has_field: bool = False
    names: tuple[str, ...]


class Authority(Entry):
    """A party whose figures are reported.

    `aliases` name it anywhere, `short_names` only where something of `speaks_for` is spoken of.
    `reliability` is the Admiralty letter; `sort` ranks claims where rules need a rank.
    """

    name: str
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    sort: Sort = "official"
    reliability: Reliability = "C"
    speaks_for: tuple[str, ...] = ()


class Outlet(Entry):
    """A publisher or wire agency: how it is named, credited and addressed.

    `country` is whose offices it means where it names none ("the Foreign Ministry").
    """

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    is_agency: bool = False
    reliability: Reliability = "C"

    @property
    def sort(self) -> Sort:
        """Return what ranks its claims where it counts for itself ("an AFP tally")."""
        return "agency" if self.is_agency else "outlet"


class Cues(Entry):
    """A class of words that tell who says something, when it was, or whether it is so."""

    words: tuple[str, ...]


class Nouns(Entry):
    """A class of nouns that metrics and series can ask of the counted thing."""

    words: tuple[str, ...]
