-- Who says what of which day: the readings that stand, grouped.
--
-- grain: one row per series, authority, day and quantity
-- claim_id: hash of series, authority, day and quantity
-- series: the series
-- authority: whose figure it is; null where the outlets name nobody
-- as_of: the day it holds for; null where nothing tells it
-- as_of_source: what that day was taken from: stated, weekday, published, matched (to the day the
-- figure first appeared) or placed (before the day of a larger figure that was out already)
-- value: the figure; null for ranges and vague words
-- lowest: least value that the words allow; null is open
-- highest: greatest value that the words allow; null is open
-- quantity: the same in words
-- rounding: unit of the last significant digit of the value
-- authority_name: the authority as people write it
-- wording: the quantity, whose it is and who printed it, in words
-- reliability: the authority's letter in the Admiralty code; C where nobody is named
-- precedence: place of the claim's party among parties of all sorts, 1 for officials
-- is_vague: whether it is a vague word, like "dozens"
-- is_odd: whether the figure is out of order in its own series and looks wrong
-- n_facts: facts that state it
-- n_outlets: outlets that publish it
-- n_origins: different pieces of copy it stands in
-- outlets: those outlets
-- origins: those pieces of copy
-- first_seen_on: the first day it could be read
-- last_seen_on: the last day it was published
-- max_lag_days: the longest time from the day it holds for to its publication
-- fact_ids: the facts
with

readings as (
    select * from core.dated_readings
),

authorities as (
    select * from catalogue.authorities
),

grouped as (
    select
        series,
        authority,
        as_of,
        value,
        lowest,
        highest,
        quantity,
        min(party_name) filter (where authority is not null) as authority_name,
        min(rounding) as rounding,
        min(as_of_source) as as_of_source,
        bool_and(is_vague) as is_vague,
        bool_or(is_odd) as is_odd,
        count(*) as n_facts,
        count(distinct outlet) as n_outlets,
        count(distinct origin_id) as n_origins,
        list_sort(list_distinct(list(outlet))) as outlets,
        list_sort(list_distinct(list(origin_id))) as origins,
        min(known_from) as first_seen_on,
        max(known_from) as last_seen_on,
        max(known_from - as_of) as max_lag_days,
        list_sort(list(fact_id)) as fact_ids
    from readings
    group by all
),

attributed as (
    select
        grouped.*,
        coalesce(authorities.reliability, 'C') as reliability,
        case
            when grouped.authority is null then 4
            when authorities.sort = 'organisation' then 2
            when authorities.sort = 'agency' then 3
            when authorities.sort = 'outlet' then 4
            when authorities.sort = 'party' then 5
            when authorities.sort = 'witness' then 6
            else 1
        end as precedence
    from grouped
    left join authorities on grouped.authority = authorities.authority
)

select
    substr(
        sha256(
            array_to_string(
                [
                    coalesce(field, chr(0))
                    for field in [
                        series,
                        authority,
                        cast(as_of as varchar),
                        cast(value as varchar),
                        cast(lowest as varchar),
                        cast(highest as varchar)
                    ]
                ],
                chr(31)
            )
        ),
        1,
        16
    ) as claim_id,
    series,
    authority,
    as_of,
    as_of_source,
    value,
    lowest,
    highest,
    quantity,
    rounding,
    authority_name,
    quantity
    || coalesce(' from ' || authority_name, '')
    || coalesce(' (' || nullif(array_to_string(outlets[:3], ', '), '') || ')', '') as wording,
    reliability,
    precedence,
    is_vague,
    is_odd,
    n_facts,
    n_outlets,
    n_origins,
    outlets,
    origins,
    first_seen_on,
    last_seen_on,
    max_lag_days,
    fact_ids
from attributed
