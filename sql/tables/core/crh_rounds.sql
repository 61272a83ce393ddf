-- The rounds of the CRH weighted median. A party's loss is its mean distance from the figures of
-- the round before, in standard deviations of the day; its weight is the negative logarithm of its
-- share of all losses; a day's figure is the smallest at which half of the weight is reached. It
-- starts from the median and ends when no figure moves by more than a thousandth, or after twenty
-- rounds. Sums are of decimals, as floating point adds up differently in another order.
--
-- grain: one row per series, day, party and round
-- series: the series
-- as_of: the day
-- party: the party
-- vote: its figure
-- deviation: standard deviation of the figures of that day
-- weight: its weight in this round; null in the first, where all weigh the same
-- figure: the figure of the day after this round
-- moved: by what share of itself the figure moved that moved most in the series
-- round_number: 0 for the median
with recursive

votes as (
    select * from core.crh_votes
),

rounds as (
    select
        series,
        as_of,
        party,
        figure as vote,
        deviation,
        cast(null as double) as weight,
        median(figure) over (partition by series, as_of) as figure,
        cast('infinity' as double) as moved,
        0 as round_number
    from votes

    union all

    (
        with

        lost as (
            select
                *,
                coalesce(
                    avg(
                        cast(abs(vote - figure) / nullif(deviation, 0) as decimal(18, 9))
                    ) over by_party,
                    0
                ) as loss,
                count(*) over by_party as n_votes
            from rounds
            where
                moved >= 1e-3
                and round_number < 20
            window
                by_party as (
                    partition by series, party
                    order by as_of
                    rows between unbounded preceding and unbounded following
                )
        ),

        shared as (
            select
                *,
                sum(cast(loss / n_votes as decimal(18, 9))) over by_series as all_loss
            from lost
            window
                by_series as (
                    partition by series
                    order by party, as_of
                    rows between unbounded preceding and unbounded following
                )
        ),

        -- A millionth keeps the logarithm finite where nobody, or only one, loses.
        weighed as (
            select
                * exclude (weight, all_loss),
                cast(
                    1e-6 - ln((loss + 1e-6) / (cast(all_loss as double) + 1e-6)) as decimal(18, 9)
                ) as weight
            from shared
        ),

        summed as (
            select
                *,
                sum(weight) over (partition by series, as_of order by vote, party) as reached,
                sum(weight) over (
                    partition by series, as_of
                    order by vote, party
                    rows between unbounded preceding and unbounded following
                ) as total
            from weighed
        ),

        decided as (
            select
                * exclude (figure),
                figure as figure_before,
                min(case when reached >= total / 2 then vote end) over (
                    partition by series, as_of
                ) as figure
            from summed
        )

        select
            series,
            as_of,
            party,
            vote,
            deviation,
            weight,
            figure,
            max(abs(figure - figure_before) / greatest(abs(figure_before), 1)) over (
                partition by series
            ) as moved,
            round_number + 1 as round_number
        from decided
    )
)

select
    series,
    as_of,
    party,
    vote,
    deviation,
    weight,
    figure,
    moved,
    round_number
from rounds
