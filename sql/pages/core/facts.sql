-- Facts by metric
select
    coalesce(metric, 'none in the catalogue') as measured,
    count(*) as n_facts,
    count(series) as in_a_series,
    count(distinct article_id) as in_texts,
    count(*) filter (where modality != 'asserted') as not_asserted,
    count(*) filter (where authority is null) as unattributed
from core.facts
group by metric
order by
    metric is null asc,
    n_facts desc,
    measured asc
