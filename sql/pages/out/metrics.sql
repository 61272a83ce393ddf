-- Newest figure of each series
select
    series as heading,
    format(
        '{} ({} to {}) as of {}, {}; outlets {}, origins {}, authorities {}',
        coalesce(replace(format('{:,.1f}', best), '.0', ''), 'no best figure'),
        coalesce(replace(format('{:,.1f}', low), '.0', ''), 'open'),
        coalesce(replace(format('{:,.1f}', high), '.0', ''), 'open'),
        as_of,
        replace(status, '_', ' '),
        n_outlets,
        n_origins,
        n_authorities
    ) as words
from out.metrics
where rule = 'ucdp_triple'
qualify row_number() over (partition by series order by as_of desc) = 1
order by as_of desc, series asc
