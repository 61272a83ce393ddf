-- What each rule made of the claims of a series, day by day.
select
    metrics.series,
    metrics.as_of,
    metrics.rule,
    metrics.low,
    metrics.best,
    metrics.high,
    metrics.status,
    metrics.n_outlets,
    metrics.n_origins,
    metrics.n_authorities
from out.metrics
order by metrics.series, metrics.rule, metrics.as_of
