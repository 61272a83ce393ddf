-- Newest figure of each series
select
    series,
    as_of,
    low,
    best,
    high,
    status,
    n_outlets as outlets,
    n_origins as origins,
    n_authorities as authorities,
    'report/series/' || series || '.html' as report_page
from out.metrics
where rule = 'ucdp_triple'
qualify row_number() over (partition by series order by as_of desc) = 1
order by as_of desc, series asc
