-- Facts by metric, and how many of them belong to a series or name nobody
select
    coalesce(metric, 'none known') as measured,
    count(*) as n_facts,
    count(series) as in_series,
    count(*) filter (where authority is null) as no_name
from core.facts
group by metric
order by
    metric is null asc,
    n_facts desc,
    measured asc
