"""Single rules of reconciliation, each on a world of a few figures."""

from datetime import date

import pytest

from assets.checks import read_checks
from assets.core.claims.reconcile import (
    KINDS,
    SQL,
    refresh_claims,
    refresh_findings,
    refresh_metrics,
)
from tests.worlds import Figure, article, warehouse, world

MINISTRY = "gaza_health_ministry"


def day(number):
    return date(2024, 2, number)


def reconciled(*pieces):
    con = warehouse(world(pieces))
    refresh_claims(con)
    refresh_metrics(con)
    refresh_findings(con)
    return con


def findings(*pieces):
    """Kind, severity and explanation of what is found in the articles."""
    with reconciled(*pieces) as con:
        return con.execute(
            "select kind, severity, explanation from out.findings order by all"
        ).fetchall()


def test_a_copy_of_an_earlier_day_is_stale_and_its_outlet_has_a_lag():
    with reconciled(
        article("Prompt", day(7), Figure("gaza_deaths", 27585, MINISTRY)),
        article("Prompt", day(8), Figure("gaza_deaths", 27708, MINISTRY)),
        article("Tardy", day(9), Figure("gaza_deaths", 27585, MINISTRY)),
    ) as con:
        told = con.execute("select kind, severity, explanation from out.findings").fetchall()
        lags = con.execute(
            "select outlet, n_figures, n_stale, max_lag_days from out.lags order by outlet"
        ).fetchall()
    assert told == [
        (
            "stale_copy",
            "info",
            (
                "Tardy printed 27,585 on 9 February 2024, which Health ministry in Gaza gave for "
                "7 February 2024; 27,708 was already out (123 more)."
            ),
        )
    ]
    assert lags == [("Prompt", 2, 0, 0), ("Tardy", 1, 1, 2)]


def test_a_figure_that_names_nobody_is_the_bulletin_that_others_print_with_its_name():
    with reconciled(
        article("One", day(7), Figure("gaza_deaths", 27585)),
        article("Two", day(9), Figure("gaza_deaths", 27585, MINISTRY)),
    ) as con:
        days = con.execute("select authority, as_of from core.claims order by all").fetchall()
    assert days == [(MINISTRY, day(7)), (None, day(7))]


def test_a_total_that_another_authority_has_passed_is_not_the_best_of_the_day():
    with reconciled(
        article("One", day(7), Figure("gaza_deaths", 10569, MINISTRY)),
        article("Two", day(7), Figure("gaza_deaths", 11078, "palestinian_health_ministry")),
    ) as con:
        best = con.execute(
            "select best, status from out.metrics where rule = 'ucdp_triple'"
        ).fetchall()
    assert best == [(11078.0, "disputed")]


def test_an_outlet_that_counts_for_itself_is_named_once_and_others_are_unattributed_once():
    ((kind, severity, told),) = findings(
        article("AFP", day(8), Figure("oct7_deaths", 1163, "afp")),
        article("One", day(8), Figure("oct7_deaths", 1200)),
        article("Two", day(8), Figure("oct7_deaths", 1204)),
    )
    assert (kind, severity) == ("authorities_differ", "warn")
    assert told == (
        "The authorities differ. AFP: 1,163; unattributed: 1,200 (One), 1,204 (Two). "
        "The furthest are 41 apart (3.4%)."
    )


def test_figures_of_arithmetic_are_printed_without_fractions_of_people():
    told = findings(
        article("One", day(8), Figure("gaza_displaced", 4_600_000 / 3)),
        article("Two", day(8), Figure("gaza_displaced", 1_000_000)),
    )
    assert len(told) == 1
    assert "1,533,333 (One). The furthest are 533,333 apart (34.8%)." in told[0][2]


def test_a_figure_that_its_authority_gave_up_is_no_disagreement():
    old = article("One", day(6), Figure("hostages_held", 136, "israel_government"))
    new = article("Two", day(10), Figure("hostages_held", 134, "israel_government"))
    again = article("Three", day(11), Figure("hostages_held", 136, "israel_government"))
    assert findings(old, new) == []
    assert [kind for kind, *_ in findings(old, new, again)] == ["sources_disagree"]


def test_a_vague_word_beside_a_figure_is_no_alarm():
    vague = Figure("oct7_deaths", None, bound="vague", low=200, high=999, quote="hundreds")
    found = findings(
        article("One", day(8), vague),
        article("Two", day(8), Figure("oct7_deaths", 1200)),
    )
    assert [(kind, severity) for kind, severity, _ in found] == [("sources_disagree", "info")]


@pytest.mark.parametrize(
    ("shares", "severity"), [((54, 38, 17), "warn"), ((61, 65), "info"), ((76, 47, 29), "info")]
)
def test_answers_that_make_more_than_everybody_are_of_several_questions_or_wrong(shares, severity):
    answers = [
        Figure(
            None, share, unit="percent", metric="poll_share", kind="share", sentence=1,
            quote=f"{share}%",
        )
        for share in shares
    ]  # fmt: skip
    found = findings(article("One", day(8), *answers))
    assert [(kind, grade) for kind, grade, _ in found] == [("shares_exceed_100", severity)]


def test_the_hurt_are_no_part_of_the_dead():
    dead, hurt = Figure(None, 15, metric="killed"), Figure(None, 80, metric="injured", part_of=0)
    assert findings(article("One", day(8), dead, hurt)) == []
    some = Figure(None, 80, metric="killed", part_of=0)
    assert [kind for kind, *_ in findings(article("One", day(8), dead, some))] == [
        "part_exceeds_whole"
    ]


def test_a_figure_that_is_taken_back_names_those_who_used_it_and_counts_nowhere():
    wrong, right = Figure("oct7_deaths", 1400), Figure("oct7_deaths", 1200)
    notice = article(
        "One", day(13), right, Figure("oct7_deaths", 1400, modality="retracted"),
        key="a", origin="a", version=2, corrected_on=day(13),
    )  # fmt: skip
    first = article("One", day(8), wrong, key="a", origin="a", is_latest=False)
    used = article("Two", day(9), wrong)
    with reconciled(first, notice, used) as con:
        told = con.execute(
            "select explanation, len(fact_ids) from out.findings "
            "where kind = 'correction_withdraws'"
        ).fetchall()
        claims = con.execute("select value, outlets from core.claims order by all").fetchall()
    assert told == [
        (
            (
                'One has taken back its figure "1,400" (killed) on 13 February 2024; '
                "it was also printed by Two."
            ),
            2,
        )
    ]
    assert claims == [(1200.0, ["One"]), (1400.0, ["Two"])]


def test_what_an_identity_leaves_for_the_last_of_its_parts_is_shown():
    with reconciled(
        article(
            "One",
            day(13),
            Figure("hostages_taken", 253, "israel_government"),
            Figure("hostages_held", 130, "israel_government"),
            Figure("hostages_released", 110, "israel_government"),
            Figure("hostages_rescued", 3, "israel_government"),
        )
    ) as con:
        implied = con.execute(
            "select implied_low, implied_best, implied_high, is_feasible from out.identities "
            "where identity = 'hostages' and series = 'hostages_dead'"
        ).fetchall()
        found = con.execute("select kind from out.findings").fetchall()
    assert implied == [(10.0, 10.0, 10.0, True)]
    assert found == []


def test_the_smallest_set_of_figures_that_cannot_hold_together_is_told_with_its_quotes():
    with reconciled(
        article(
            "One",
            day(15),
            Figure("hostages_taken", 253, "israel_government"),
            Figure("hostages_held", 134, "israel_government"),
            Figure("hostages_released", 110, "israel_government"),
            Figure("hostages_rescued", 3, "israel_government"),
            Figure("hostages_dead", 32, "israel_government"),
        )
    ) as con:
        ((severity, gap, quotes, told),) = con.execute(
            "select severity, gap, [words.quote for words in quotes], explanation "
            "from out.findings where kind = 'identity_broken'"
        ).fetchall()
    assert (severity, gap) == ("error", 26.0)
    assert sorted(quotes) == ["110", "134", "253", "3", "32"]
    assert told.endswith("(26 apart). They conflict even without hostages rescued.")


def test_every_kind_of_finding_has_a_check_and_every_comparison_a_partner():
    checks = [check for check in read_checks(SQL / "checks") if not check.blocking]
    kinds = {name.partition(".")[2].partition("__")[0] for name in KINDS}
    assert {check.kind for check in checks if check.kind} == kinds
    compared = {check.name for check in checks if check.kind}
    assert {name for check in checks for name in check.covers} == compared


@pytest.fixture(scope="module")
def hardly_comparable():
    """A world in which every comparison lacks something."""
    share = {"unit": "percent", "metric": "poll_share"}
    minority = Figure(None, None, bound="vague", high=40, quote="a minority", **share)
    daily = Figure(None, 40, metric="killed", kind="increment", place="Gaza Strip")
    with reconciled(
        article("One", None, Figure("gaza_deaths", 27585, MINISTRY)),
        article("One", day(9), Figure("gaza_deaths", 12, unit="percent")),
        article("One", day(9), minority),
        article("One", day(9), Figure(None, 9), Figure(None, 8, bound="at_most", part_of=0)),
        article("One", day(9), Figure("hostages_taken", 253)),
        article("One", day(9), daily),
        article("One", None, Figure("oct7_deaths", 1200), corrected_on=day(9)),
    ) as con:
        yield con


@pytest.mark.parametrize(
    "check", [c for c in read_checks(SQL / "checks") if c.covers], ids=lambda check: check.name
)
def test_a_partner_counts_what_could_not_be_compared(hardly_comparable, check):
    assert hardly_comparable.execute(check.query).fetchall()
