-- The figures that each party has given for a running total, and when each came out.
--
-- grain: one row per series, party and figure
-- series: the running total
-- party: whose figure it is; an outlet that names nobody is a party of its own
-- party_name: the party as people write it
-- authority: the party, if it is a named one
-- value: the figure
-- first_on: the first day for which it was given
-- last_on: the last day for which it was given
-- first_printed_on: the first day it could be read
-- n_origins: in how many different pieces of copy it stands
-- is_stated: whether words tell the first day
with

readings as (
    select * from core.readings
),

owned_readings as (
    select * from core.owned_readings
),

series as (
    select * from catalogue.series
)

select
    readings.series,
    owned_readings.figure_party as party,
    min(owned_readings.figure_party_name) as party_name,
    owned_readings.figure_authority as authority,
    readings.value,
    min(readings.told_as_of) as first_on,
    max(readings.told_as_of) as last_on,
    min(readings.known_from) as first_printed_on,
    count(distinct readings.origin_id) as n_origins,
    bool_or(readings.told_as_of_source = 'stated') as is_stated
from readings
inner join owned_readings on readings.fact_id = owned_readings.fact_id
inner join series on readings.series = series.series
where
    series.kind = 'cumulative'
    and readings.told_as_of is not null
group by
    readings.series,
    owned_readings.figure_party,
    owned_readings.figure_authority,
    readings.value
