-- Newest claim of each series
select
    claims.series,
    claims.as_of,
    claims.quantity,
    coalesce(authorities.name, claims.authority, 'unattributed') as authority,
    claims.n_outlets as outlets,
    claims.n_origins as origins,
    count(*) over (partition by claims.series) as claims_in_series
from core.claims
left join catalogue.authorities on claims.authority = authorities.authority
qualify
    row_number() over (
        partition by claims.series
        order by
            claims.as_of desc nulls last,
            claims.n_origins desc,
            claims.claim_id asc
    ) = 1
order by claims.as_of desc nulls last, claims.series asc
