"""Worlds with a known truth: what outlets print of it, and what is planted in their copies.

Belongs here: the generator, and the score of findings against what was planted. Each topic is a
series of its own with its own truth, its own outlets with their lags, hedges, reprints and gaps,
and at most one planted thing. Not here: how a world becomes data frames (`worlds.py`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import duckdb

from assets.catalogue.catalogue import Catalogue, load
from assets.catalogue.entries import Break, Identity, Series
from assets.core.claims.reconcile import refresh_claims, refresh_findings, refresh_metrics
from tests.worlds import Figure, Piece, article, warehouse, world

START = date(2024, 1, 1)
N_DAYS = 30
TOLERANCE = 0.02


@dataclass(frozen=True)
class Plant:
    """Something that must be found: a finding of the kind on the series that cites the words."""

    kind: str
    series: str
    quotes: tuple[str, ...]
    size: float = 0.0
    """How large it is, as a share of the figure."""
    says: str = ""
    """Words that its explanation must hold."""


@dataclass
class Topic:
    """A series, the articles that speak of it, and what is planted in them."""

    name: str
    pieces: list[Piece] = field(default_factory=list)
    plants: list[Plant] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)

    @property
    def authority(self) -> str:
        return f"ministry_of_{self.name}"


def series(name: str, kind: str = "cumulative", **fields: object) -> Series:
    return Series(id=name, metric="killed", kind=kind, place=name, tolerance=TOLERANCE, **fields)


def day(number: int) -> date:
    return START + timedelta(days=number)


def growing(random: Random, n_days: int = N_DAYS) -> list[int]:
    """Return a running total by day: it grows every day, some days much more than others."""
    total, pace = random.randint(300, 40_000), random.uniform(0.002, 0.02)
    totals = [total]
    for _ in range(n_days - 1):
        total += max(2, round(total * pace * random.uniform(0.4, 2.2)))
        totals.append(total)
    return totals


@dataclass(frozen=True)
class Press:
    """The outlets of a topic: each has its lag, and prints on some of the days.

    In a dense press the first outlet has no lag and prints every day.
    """

    lags: tuple[int, ...]
    habit: float
    is_dense: bool

    @classmethod
    def of(cls, random: Random) -> "Press":
        lags = tuple(random.choice([0, 0, 1, 1, 2, 3]) for _ in range(random.randint(3, 8)))
        return cls((0, *lags), random.uniform(0.5, 1.0), random.random() < 0.7)

    def issues(self, random: Random, n_days: int = N_DAYS) -> Iterator[tuple[str, int, int]]:
        """Yield (outlet, day of print, day of the figure)."""
        for printed in range(n_days):
            for number, lag in enumerate(self.lags):
                if (number == 0 and self.is_dense) or random.random() < self.habit:
                    jitter = random.choice([0, 0, 0, 1]) if lag else 0
                    yield f"outlet {number}", printed, max(0, printed - lag - jitter)


def hedged(random: Random, name: str, value: int, authority: str) -> Figure:
    """Return the figure as one of many outlets would put it."""
    manner = random.choices(["exact", "at_least", "approximately", "round"], [70, 15, 10, 5])[0]
    if manner == "round":
        unit = 10 ** (len(str(value)) - 2)
        return Figure(name, value // unit * unit, authority, "more_than")
    return Figure(name, value, authority, manner)


def copies(random: Random, topic: Topic, totals: Sequence[int]) -> list[Piece]:
    """Return what the press prints of a running total, with a reprint now and then."""
    press, pieces = Press.of(random), []
    prints: list[tuple[int, int]] = []
    for outlet, printed, told in press.issues(random, len(totals)):
        figure = hedged(random, topic.name, totals[told], topic.authority)
        piece = article(outlet, day(printed), figure, key=f"{topic.name} {outlet} {printed}")
        pieces.append(piece)
        if is_figure(figure):
            prints.append((printed, told))
        if random.random() < 0.1:
            pieces.append(
                replace(piece, outlet="reprinter", key=f"{piece.key} again", origin=piece.key)
            )
            pieces[-2] = replace(piece, origin=piece.key)
    late = {
        told
        for printed, told in prints
        if any(other <= printed and newer > told for other, newer in prints)
    }
    topic.plants += [
        Plant("stale_copy", topic.name, (quoted(total),), says=f"printed {quoted(total)} on")
        for total in (totals[told] for told in sorted(late))
    ]
    return pieces


def is_figure(figure: Figure) -> bool:
    """Tell whether the figure is no bound and no round number, which stand for many days."""
    digits = len(str(int(figure.value)).rstrip("0"))
    return digits >= 3 or (figure.bound == "exact" and figure.value < 1_000)


def quoted(value: float) -> str:
    return f"{value:,.0f}"


# --- Nothing planted -----------------------------------------------------------------------------


def quiet_total(random: Random, topic: Topic) -> None:
    topic.series = [series(topic.name)]
    topic.pieces = copies(random, topic, growing(random))


def quiet_level(random: Random, topic: Topic) -> None:
    """A level that changes now and then; outlets hear of it one after the other."""
    topic.series = [series(topic.name, "stock")]
    level, changes = random.randint(200, 5_000) * 10 + 3, sorted(random.sample(range(5, 25), 2))
    levels = [
        level + 7 * 10 ** random.randint(1, 2) * sum(change <= number for change in changes)
        for number in range(N_DAYS)
    ]
    levels = [levels[max([0, *(c for c in changes if c <= number)])] for number in range(N_DAYS)]
    for outlet, printed, told in Press.of(random).issues(random):
        figure = Figure(topic.name, levels[told], random.choice([topic.authority, None]))
        topic.pieces.append(article(outlet, day(printed), figure, key=f"{outlet} {printed}"))


def quiet_event(random: Random, topic: Topic) -> None:
    """The count of one event: told by many, revised once by everybody."""
    topic.series = [series(topic.name, "increment")]
    first = random.randint(1_000, 3_000) * 10 + 7
    second = round(first * random.uniform(0.8, 0.95))
    for outlet, printed, told in Press.of(random).issues(random):
        figure = Figure(topic.name, first if told < 12 else second, topic.authority)
        topic.pieces.append(article(outlet, day(printed), figure, key=f"{outlet} {printed}"))


# --- Planted in a running total ------------------------------------------------------------------


def slip(random: Random, value: int) -> int:
    """Return the value with its digits turned, one dropped or wrong at the front, or rescaled."""
    digits = str(value)
    place = random.randrange(len(digits) - 1)
    match random.choice(["turned", "dropped", "front", "tenfold", "unit"]):
        case "turned":
            turned = digits[place + 1] + digits[place]
            return int(digits[:place] + turned + digits[place + 2 :])
        case "dropped":
            place = max(place, 1)  # "0426" would lose two digits
            return int(digits[:place] + digits[place + 1 :])
        case "front":
            return int(str((int(digits[0]) + random.randint(1, 8)) % 9 + 1) + digits[1:])
        case "tenfold":
            return value * 10
    return value * 1000


def wrong_digits(random: Random, topic: Topic) -> None:
    quiet_total(random, topic)
    exact = [
        number
        for number, piece in enumerate(topic.pieces)
        if piece.figures[0].bound == "exact"
        and piece.origin is None
        and 5 <= (piece.day - START).days < N_DAYS - 5
    ]
    true = {piece.figures[0].value for piece in topic.pieces}
    near = 0.3 * (max(true) - min(true)) / N_DAYS
    while True:
        number = random.choice(exact)
        value = topic.pieces[number].figures[0].value
        wrong = slip(random, int(value))
        if (
            wrong > 99
            and min(abs(wrong - other) for other in true) > near
            and is_out(topic, number, wrong)
        ):
            break
    piece = topic.pieces[number]
    topic.pieces[number] = replace(piece, figures=(replace(piece.figures[0], value=wrong),))
    size = abs(wrong - value) / max(wrong, value)
    topic.plants += [Plant("probable_typo", topic.name, (quoted(wrong),), size)]


def is_out(topic: Topic, number: int, wrong: int) -> bool:
    """Tell whether the slip is out of order: above all later days, or below earlier ones."""
    printed = topic.pieces[number].day
    before = [p.figures[0].value for p in topic.pieces if p.day < printed - timedelta(days=5)]
    after = [p.figures[0].value for p in topic.pieces if p.day > printed + timedelta(days=4)]
    return wrong < max(before, default=0) or wrong > min(after, default=10**12)


def fallen(random: Random, totals: list[int], when: int, share: float) -> list[int]:
    lost = max(3, round(totals[when - 1] * share))
    return totals[:when] + [total - lost for total in totals[when:]]


def fall(random: Random, topic: Topic) -> int:
    """Let the authority come down to a lower level for good; return the day."""
    when, share = random.randint(8, N_DAYS - 8), random.choice([0.03, 0.06, 0.15, 0.4])
    totals = growing(random)
    steepest = max(b - a for a, b in pairwise(totals))
    share = max(share, 2.5 * steepest / totals[when - 1])
    totals = fallen(random, totals, when, share)
    topic.series = [series(topic.name)]
    topic.pieces = copies(random, topic, totals)
    words = tuple(quoted(total) for total in totals[when : when + 4])
    topic.plants += [Plant("cumulative_fell", topic.name, words, share)]
    return when


def declared_break(random: Random, topic: Topic) -> None:
    when = fall(random, topic)
    broken = Break(authority=topic.authority, on=day(when), reason="only the identified count")
    topic.series = [series(topic.name, breaks=(broken,))]
    topic.plants[-1] = replace(topic.plants[-1], kind="series_break")


def told_break(random: Random, topic: Topic) -> None:
    when = day(fall(random, topic))
    highest = max(piece.figures[0].value for piece in topic.pieces if piece.day < when)
    topic.pieces = [
        replace(piece, figures=(replace(piece.figures[0], note="counts the identified"),))
        if piece.day >= when and piece.figures[0].value < highest
        else piece
        for piece in topic.pieces
    ]
    topic.plants[-1] = replace(topic.plants[-1], kind="series_break")


def leap(random: Random, topic: Topic) -> None:
    totals, when = growing(random), random.randint(10, N_DAYS - 6)
    rises = sorted(b - a for a, b in pairwise(totals))
    added = max(25 * rises[len(rises) // 2], round(0.08 * totals[when]))
    totals = totals[:when] + [total + added for total in totals[when:]]
    topic.series = [series(topic.name)]
    topic.pieces = copies(random, topic, totals)
    words = tuple(quoted(total) for total in totals[when : when + 4])
    topic.plants += [Plant("jump", topic.name, words, added / totals[when])]


def wrong_increment(random: Random, topic: Topic) -> None:
    """A ministry tells the day's dead with the total; once the two do not fit."""
    totals = growing(random)
    topic.series = [series(topic.name)]
    when = random.randint(3, N_DAYS - 3)
    for number in range(1, N_DAYS):
        added = totals[number] - totals[number - 1]
        if number == when:
            added += random.choice([-1, 1]) * max(1, round(added * random.uniform(0.1, 0.9)))
            size = abs(added - totals[number] + totals[number - 1]) / totals[number]
            topic.plants = [Plant("increments_mismatch", topic.name, (quoted(added),), size)]
        span = (day(number - 1), day(number))
        topic.pieces.append(
            article(
                "outlet 0",
                day(number),
                Figure(topic.name, totals[number], topic.authority, sentence=1),
                Figure(
                    None, added, topic.authority, metric="killed", kind="increment",
                    place=topic.name, window=span, sentence=1,
                ),
                key=f"{topic.name} {number}",
            )
        )  # fmt: skip
    topic.pieces.insert(
        0, article("outlet 0", day(0), Figure(topic.name, totals[0], topic.authority))
    )


# --- Planted between parties ---------------------------------------------------------------------


def gap(random: Random) -> float:
    """Return how far apart, as a share: from just above what the series tolerates to threefold."""
    return random.choice([0.025, 0.04, 0.08, 0.2, 0.6])


def second_authority(random: Random, topic: Topic) -> None:
    totals, apart = growing(random), gap(random)
    topic.series = [series(topic.name)]
    topic.pieces = copies(random, topic, totals)
    factor = random.choice([1 - apart, 1 / (1 - apart)])
    first = random.randint(3, 20)
    for number in range(first, first + random.randint(1, 8)):
        other = round(totals[number] * factor)
        other += other % 10 == 0
        figure = Figure(topic.name, other, f"office_of_{topic.name}")
        topic.pieces.append(article("outlet 0", day(number), figure, key=f"second {number}"))
        plant = Plant("authorities_differ", topic.name, (quoted(other),), apart)
        topic.plants.append(plant)


def two_levels(random: Random, topic: Topic) -> None:
    level, apart = random.randint(200, 5_000) * 10 + 3, gap(random)
    other = round(level / (1 - apart))
    topic.series = [series(topic.name, "stock")]
    when = random.randint(3, 20)
    for number in range(when, when + 3):
        topic.pieces.append(article("outlet 1", day(number), Figure(topic.name, level)))
        topic.pieces.append(article("outlet 2", day(number + 1), Figure(topic.name, other)))
    topic.plants += [Plant("sources_disagree", topic.name, (quoted(level),), apart)]


def two_counts(random: Random, topic: Topic) -> None:
    count, apart = random.randint(100, 5_000) * 10 + 3, gap(random)
    other = round(count / (1 - apart))
    topic.series = [series(topic.name, "increment")]
    for number in range(10):
        topic.pieces.append(article("outlet 1", day(number), Figure(topic.name, count)))
        topic.pieces.append(
            article("outlet 2", day(number + 3), Figure(topic.name, other, topic.authority))
        )
    topic.plants += [Plant("authorities_differ", topic.name, (quoted(count),), apart)]


# --- Planted in one article, and in arithmetic ---------------------------------------------------


def large_part(random: Random, topic: Topic) -> None:
    quiet_total(random, topic)
    whole = random.randint(20, 900)
    part = round(whole * random.choice([1.02, 1.2, 2])) + 1
    topic.pieces.append(
        article(
            "outlet 1",
            day(9),
            Figure(None, part, metric="killed", part_of=1),
            Figure(None, whole, metric="killed"),
            key=f"{topic.name} part",
        )
    )
    topic.plants += [
        Plant("part_exceeds_whole", topic.name, (quoted(part),), (part - whole) / part)
    ]


def hostages(random: Random, topic: Topic, off: int, *, alone: bool) -> None:
    """Four parts and a whole, told by one article or an outlet each; `off` is added to a part."""
    names = [f"{topic.name}_{part}" for part in ("taken", "held", "freed", "rescued", "dead")]
    kinds = ["increment", "stock", "cumulative", "cumulative", "cumulative"]
    parts = [
        random.randint(50, 200),
        random.randint(30, 150),
        random.randint(0, 9),
        random.randint(0, 40),
    ]
    values = [sum(parts), parts[0] + off, *parts[1:]]
    topic.series = [series(name, kind) for name, kind in zip(names, kinds, strict=True)]
    topic.identities = [
        Identity(
            id=topic.name, description="All taken are accounted for", relation="sum",
            whole=names[0], parts=tuple(names[1:]),
        )
    ]  # fmt: skip
    figures = [
        Figure(name, value, topic.authority) for name, value in zip(names, values, strict=True)
    ]
    if random.random() < 0.5:
        figures.pop(random.choice([2, 3, 4]) if off > 0 and values[4] < off else 3)
    if alone:
        topic.pieces = [article("outlet 1", day(9), *figures, key=topic.name)]
    else:
        topic.pieces = [
            article(f"outlet {number}", day(9), figure, key=f"{topic.name} {number}")
            for number, figure in enumerate(figures)
        ]


def sound_identity(random: Random, topic: Topic) -> None:
    hostages(random, topic, 0, alone=random.random() < 0.5)


def broken_identity(random: Random, topic: Topic) -> None:
    off = random.choice([12, 20, 45, 90])
    hostages(random, topic, off, alone=random.random() < 0.5)
    taken = topic.pieces[0].figures[0]
    told = [figure for piece in topic.pieces for figure in piece.figures][1:]
    over = sum(figure.value for figure in told) - taken.value
    if over > 0:
        topic.plants += [
            Plant("identity_broken", taken.series, (quoted(taken.value),), over / taken.value)
        ]


def larger_than_all(random: Random, topic: Topic) -> None:
    names = (f"{topic.name}_people", f"{topic.name}_refugees")
    topic.series = [series(name, "stock") for name in names]
    topic.identities = [
        Identity(id=topic.name, relation="at_most", whole=names[0], parts=names[1:])
    ]
    whole = random.randint(100, 900) * 1_000 + 123
    part = round(whole * random.choice([1.05, 1.3, 3]))
    topic.pieces = [
        article("outlet 1", day(4), Figure(names[0], whole), key=f"{topic.name} 1"),
        article("outlet 2", day(4), Figure(names[1], part), key=f"{topic.name} 2"),
    ]
    topic.plants += [Plant("part_exceeds_whole", names[0], (quoted(part),), (part - whole) / part)]


def taken_back(random: Random, topic: Topic) -> None:
    """An outlet corrects a figure days later; the first version had it, another outlet used it."""
    quiet_event(random, topic)
    wrong = round(topic.pieces[0].figures[0].value * 1.5)
    right = topic.pieces[0].figures[0].value
    key, when = f"{topic.name} corrected", random.randint(1, 8)
    topic.pieces += [
        article(
            "outlet 9", day(when), Figure(topic.name, wrong, topic.authority),
            key=key, is_latest=False, origin=key,
        ),
        article(
            "outlet 9",
            day(when),
            Figure(topic.name, right, topic.authority),
            Figure(topic.name, wrong, topic.authority, modality="retracted"),
            key=key, version=2, corrected_on=day(when + 3), origin=key,
        ),
    ]  # fmt: skip
    topic.plants += [
        Plant("correction_withdraws", topic.name, (quoted(wrong),)),
        Plant("text_later_than_date", topic.name, (quoted(wrong),)),
    ]


def answers(random: Random, topic: Topic, total: int) -> None:
    topic.series = [series(topic.name)]
    first = random.randint(30, 55)
    second = random.randint(5, total - first - 3)
    shares = (first, second, total - first - second)
    topic.pieces = [
        article(
            "outlet 1",
            day(9),
            *(
                Figure(
                    None, share, topic.authority, unit="percent", metric="poll_share",
                    kind="share", sentence=1, quote=f"{share}%",
                )
                for share in shares
            ),
            key=topic.name,
        )
    ]  # fmt: skip
    if total > 101:
        topic.plants += [
            Plant("shares_exceed_100", topic.name, (f"{first}%",), (total - 100) / total)
        ]


def sound_poll(random: Random, topic: Topic) -> None:
    answers(random, topic, random.choice([92, 99, 100, 101]))


def too_many_answers(random: Random, topic: Topic) -> None:
    answers(random, topic, random.choice([103, 109, 130]))


QUIET: tuple[Callable[[Random, Topic], None], ...] = (
    quiet_total, quiet_level, quiet_event, sound_identity, sound_poll,
)  # fmt: skip
PLANTING: tuple[Callable[[Random, Topic], None], ...] = (
    wrong_digits, fall, declared_break, told_break, leap, wrong_increment, second_authority,
    two_levels, two_counts, large_part, broken_identity, larger_than_all, taken_back,
    too_many_answers,
)  # fmt: skip


def topics(seed: int, makers: Sequence[Callable[[Random, Topic], None]], n: int) -> list[Topic]:
    """Return `n` topics of each maker, the same for the same seed."""
    made = []
    for maker in makers:
        for number in range(n):
            topic = Topic(f"{maker.__name__}_{number}")
            maker(Random(f"{seed} {topic.name}"), topic)  # noqa: S311  # no secret is made
            made.append(topic)
    return made


def catalogue_of(made: Sequence[Topic]) -> Catalogue:
    """Return the shipped catalogue with the topics' series and identities in place of its own."""
    return load().model_copy(
        update={
            "series": {one.id: one for topic in made for one in topic.series},
            "identities": {one.id: one for topic in made for one in topic.identities},
        }
    )


def reconciled(made: Sequence[Topic]) -> duckdb.DuckDBPyConnection:
    """Return a database in which the topics' articles are reconciled."""
    catalogue = catalogue_of(made)
    pieces = [
        replace(piece, key=f"{topic.name}/{piece.key or number}")
        for topic in made
        for number, piece in enumerate(topic.pieces)
    ]
    con = warehouse(world(pieces, catalogue), catalogue)
    refresh_claims(con)
    refresh_metrics(con)
    refresh_findings(con)
    return con


def loud(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Return what is said above `info`."""
    told = con.execute(
        "select explanation from out.findings where severity != 'info' order by finding_id"
    ).fetchall()
    return [explanation for (explanation,) in told]


@dataclass(frozen=True)
class Score:
    """How findings of one kind compare with what was planted."""

    kind: str
    planted: int
    found: int
    findings: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.findings if self.findings else 1.0


def missed_and_false(
    con: duckdb.DuckDBPyConnection, plants: Sequence[Plant]
) -> tuple[list[Plant], list[tuple[str, str, str]], dict[str, int]]:
    """Return plants without a finding, findings without a plant, and how many findings of a kind.

    A finding is of a plant if it has its kind, cites its words, and is of its series or of none.
    """
    found = con.execute(
        """
        select kind, series, [words.quote for words in quotes], explanation
        from out.findings
        order by finding_id
        """
    ).fetchall()
    cited: dict[tuple[str, str | None, str], set[int]] = {}
    for number, (kind, series, quotes, _) in enumerate(found):
        for quote in quotes:
            cited.setdefault((kind, series, quote), set()).add(number)
    matched: set[int] = set()
    missed = []
    for plant in plants:
        of_plant = {
            number
            for series in (plant.series, None)
            for quote in plant.quotes
            for number in cited.get((plant.kind, series, quote), ())
            if plant.says in found[number][3]
        }
        matched.update(of_plant)
        if not of_plant:
            missed.append(plant)
    counts = Counter(kind for kind, *_ in found)
    false = [
        (kind, series, told)
        for number, (kind, series, _, told) in enumerate(found)
        if number not in matched
    ]
    return missed, false, counts


def scores(con: duckdb.DuckDBPyConnection, plants: Sequence[Plant]) -> list[Score]:
    """Return recall and precision of each kind that was planted or found."""
    missed, false, counts = missed_and_false(con, plants)
    planted = Counter(plant.kind for plant in plants)
    lost, wrong = Counter(plant.kind for plant in missed), Counter(kind for kind, *_ in false)
    return [
        Score(
            kind,
            planted[kind],
            planted[kind] - lost[kind],
            counts[kind],
            counts[kind] - wrong[kind],
        )
        for kind in sorted(planted.keys() | counts.keys())
    ]
