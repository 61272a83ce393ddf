-- How far behind an authority's running total each outlet prints it.
--
-- grain: one row per series and outlet
-- series: the running total
-- outlet: who prints it
-- n_figures: figures that could be dated by the authority's own series
-- n_stale: those that were printed when a newer one was out
-- median_lag_days: the middle of the days from the day a figure holds for to its publication
-- max_lag_days: the longest
with

dated_readings as (
    select * from core.dated_readings
    where lag_days is not null
)

select
    series,
    outlet,
    count(*) as n_figures,
    count(*) filter (where is_stale) as n_stale,
    median(lag_days) as median_lag_days,
    max(lag_days) as max_lag_days
from dated_readings
group by all
