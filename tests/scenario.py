"""The news world of `sample/inbox` as data: what is planted in it, and what must stay quiet.

Belongs here: what a careful reader knows of the sample, for tests of every level. Not here: how
the chain finds it. `sample/README.md` says the same for people.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

INBOX = Path(__file__).parents[1] / "sample" / "inbox"
CATALOGUE = INBOX.parent / "catalogue"
ARTICLE_COUNT = 22


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in an article: its file, the record inside it if it has several, and the quote."""

    raw_path: str
    quote: str
    record_key: str | None = None


@dataclass(frozen=True, slots=True)
class Planted:
    """Something that does not fit together: the finding must cite every one of the mentions."""

    kind: str
    series: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that cannot be read: its file, and the reasons that would be right for it."""

    raw_path: str
    reasons: tuple[str, ...]


def harbour(record_key: str, quote: str) -> Mention:
    return Mention("harbour_press.jsonl", quote, record_key)


def corniche(record_key: str, quote: str) -> Mention:
    return Mention("corniche_daily.jsonl", quote, record_key)


PLANTED = (
    Planted(
        "sources_disagree",
        "hostages_held",
        (Mention("northgate_2004.txt", "130"), Mention("meridian_0213_hostages.txt", "134")),
    ),
    Planted(
        "authorities_differ",
        "hostages_held",
        (Mention("northgate_2004.txt", "130"), corniche("cd-0213", "136")),
    ),
    Planted(
        "authorities_differ",
        "hostages_taken",
        (Mention("northgate_2004.txt", "253"), corniche("cd-0213", "240")),
    ),
    Planted(
        "authorities_differ",
        "oct7_deaths",
        (harbour("hp-0206-gaza", "1,160"), Mention("northgate_2001.txt", "1,200")),
    ),
    Planted(
        "authorities_differ",
        "velmora_quake_deaths",
        (harbour("hp-0214-quake", "402"), harbour("hp-0214-quake", "431")),
    ),
    Planted(
        "sources_disagree",
        "oct7_deaths",
        (corniche("cd-0208", "1,400"), Mention("northgate_2001.txt", "1,200")),
    ),
    Planted("correction_withdraws", "oct7_deaths", (Mention("northgate_2002.txt", "1,400"),)),
    Planted("text_later_than_date", None, (Mention("northgate_2002.txt", "1,400"),)),
    Planted(
        "stale_copy",
        "gaza_deaths",
        (Mention("ledger_0210_gaza.txt", "27,840"), harbour("hp-0210-gaza", "28,064")),
    ),
    Planted(
        "stale_copy",
        "gaza_injured",
        (Mention("ledger_0210_gaza.txt", "67,317"), harbour("hp-0210-gaza", "67,611")),
    ),
    Planted(
        "probable_typo",
        "gaza_deaths",
        (Mention("ledger_0215_gaza.txt", "26,863"), harbour("hp-0215-gaza", "28,663")),
    ),
    Planted(
        "cumulative_fell",
        "gaza_injured",
        (Mention("northgate_2004.txt", "68,146"), corniche("cd-0214", "65,930")),
    ),
    Planted(
        "sources_disagree",
        "rafah_sheltering",
        (corniche("cd-0212", "1.5 million"), Mention("meridian_0212_rafah.txt", "half")),
    ),
    Planted(
        "part_exceeds_whole",
        None,
        (Mention("northgate_2003.txt", "326"), Mention("northgate_2003.txt", "263")),
    ),
    Planted(
        "identity_broken",
        "hostages_taken",
        tuple(
            Mention("meridian_0215_balance.txt", quote)
            for quote in ("253", "110", "three", "32", "134")
        ),
    ),
    Planted(
        "shares_exceed_100",
        None,
        tuple(Mention("ledger_0214_poll.txt", quote) for quote in ("54%", "38%", "17%")),
    ),
)

REPRINTED = (
    harbour("hp-0210-quake", "118"),
    Mention("meridian_0210_velmora.txt", "118"),
    Mention("ledger_0210_velmora.txt", "118"),
)
"""One agency's copy in three outlets: one origin."""

VELMORA_TOLL = {
    date(2024, 2, 9): 41,
    date(2024, 2, 10): 118,
    date(2024, 2, 11): 263,
    date(2024, 2, 14): 402,
}
"""The government's count of the dead, day by day; it grows, so nothing fell."""

OUTSIDE_SERIES = (
    harbour("hp-0210-quake", "44"),
    corniche("cd-0208", "132"),
    harbour("hp-0210-gaza", "117"),
    corniche("cd-0212", "164"),
    harbour("hp-0215-gaza", "87"),
    Mention("meridian_0212_rafah.txt", "67"),
    harbour("hp-0210-gaza", "20"),
    harbour("hp-0206-gaza", "45"),
    corniche("cd-0214", "12,000"),
)
"""Subsets, one day's dead, denied and proposed figures: in no series."""

REFUSED = (
    Refused("ledger_0211_scan.txt", ("not_text", "bad_encoding")),
    Refused("ledger_0212_blank.txt", ("empty",)),
    Refused("corniche_daily.jsonl", ("bad_json",)),
    Refused("meridian_0214_late.txt", ("missing_file",)),
)
