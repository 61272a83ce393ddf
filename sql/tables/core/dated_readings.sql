-- The day each reading holds for, and how late it was printed. A figure that a party gave before is
-- as of the day it first appeared, whenever it is printed again. Figures of one or two digits
-- recur, so they are matched only if nothing newer was out.
--
-- grain: one row per reading
-- fact_id: the fact
-- article_id: the article version that states it
-- series: the series it speaks of
-- authority: whose figure it is; null if the outlet names nobody
-- party: the authority, else the outlet that names nobody
-- party_name: the party as people write it
-- figure_party: the party whose running total it is a figure of; null if it is of none
-- outlet: who published it
-- origin_id: one id for all reprints and rewrites of one piece of copy
-- known_from: the day it was published
-- told_as_of: the day it holds for as far as its words and the date of the article tell
-- as_of: the day it holds for
-- as_of_source: what that day was taken from: stated, weekday, published, matched (to the day the
-- figure first appeared) or placed (before the day of a larger figure that was out already)
-- value: the figure
-- lowest: least value that its words allow
-- highest: greatest value that its words allow
-- quantity: the same in words
-- rounding: unit of the last significant digit of the value
-- is_vague: whether it is a vague word, like "dozens"
-- is_odd: whether the figure is out of order in its own series and looks wrong
-- lag_days: days from the day it holds for to its publication; null where not matched or placed
-- is_stale: whether the party's figure for a later day was out when it was printed
with

readings as (
    select * from core.readings
),

owned_readings as (
    select * from core.owned_readings
),

figures as (
    select * from core.figures
),

owned as (
    select
        readings.*,
        owned_readings.figure_party
    from readings
    left join owned_readings on readings.fact_id = owned_readings.fact_id
),

matched as (
    select
        owned.*,
        figures.as_of as figure_as_of,
        figures.superseded_on,
        coalesce(figures.verdict in ('too_high', 'too_low'), false) as is_odd,
        case
            when owned.told_as_of_source = 'stated' or figures.as_of is null then 'told'
            when figures.verdict = 'late' and owned.told_as_of = figures.first_on then 'placed'
            when
                figures.as_of < owned.told_as_of
                and (owned.digits >= 3 or figures.superseded_on <= owned.known_from)
                then 'matched'
            else 'told'
        end as dating
    from owned
    left join figures
        on
            owned.series = figures.series
            and owned.figure_party = figures.party
            and owned.value = figures.value
),

dated as (
    select
        *,
        case when dating = 'told' then told_as_of else figure_as_of end as as_of,
        case when dating = 'told' then told_as_of_source else dating end as as_of_source
    from matched
)

select
    fact_id,
    article_id,
    series,
    authority,
    party,
    party_name,
    case when figure_as_of is not null then figure_party end as figure_party,
    outlet,
    origin_id,
    known_from,
    told_as_of,
    as_of,
    as_of_source,
    value,
    lowest,
    highest,
    quantity,
    rounding,
    is_vague,
    is_odd,
    case when figure_as_of is not null then known_from - as_of end as lag_days,
    coalesce(as_of < known_from and superseded_on <= known_from, false) as is_stale
from dated
