-- Low, best and high of the series with figures for most days
with busiest as (
    select series
    from out.metrics
    group by series
    order by
        count(distinct as_of) desc,
        series asc
    limit 1
)

select
    metrics.as_of as "on",
    metrics.low,
    metrics.best,
    metrics.high
from out.metrics
inner join busiest on metrics.series = busiest.series
where metrics.rule = 'ucdp_triple'
order by metrics.as_of asc
