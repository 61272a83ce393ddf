-- Who votes on what in the weighted median of the CRH framework (Li et al., SIGMOD 2014): parties
-- with a figure for at least ten days on which another party has one, too, in series that have at
-- least five of them. Fewer cannot tell a careless party from a lone one, so the rule refuses.
--
-- grain: one row per series, day and party
-- series: the series
-- as_of: the day, which is the item that is voted on
-- party: the authority, else the outlet that names nobody
-- figure: what it gives; the median if it gives several
-- deviation: standard deviation of the figures of that day
with

readings as (
    select * from core.dated_readings
    where
        lowest is not null
        and highest is not null
        and value is not null
        and as_of is not null
),

figures as (
    select
        series,
        as_of,
        party,
        median(value) as figure
    from readings
    group by all
),

shared as (
    select
        *,
        stddev_pop(figure) over (partition by series, as_of) as deviation
    from figures
    qualify count(*) over (partition by series, as_of) >= 2
),

frequent as (
    select * from shared
    qualify count(*) over (partition by series, party) >= 10
),

attended as (
    select
        series,
        count(distinct party) as n_parties
    from frequent
    group by all
)

select
    frequent.series,
    frequent.as_of,
    frequent.party,
    frequent.figure,
    frequent.deviation
from frequent
inner join attended on frequent.series = attended.series
where attended.n_parties >= 5
