-- Newest claim of each series
select
    series as heading,
    format(
        '{} as of {}; outlets {}, origins {}',
        wording,
        coalesce(cast(as_of as varchar), 'no day that anything tells'),
        n_outlets,
        n_origins
    ) as words
from core.claims
qualify
    row_number() over (
        partition by series
        order by
            as_of desc nulls last,
            n_origins desc,
            claim_id asc
    ) = 1
order by as_of desc nulls last, series asc
