-- Who says what of which day, the newest day first.
select
    claims.series,
    claims.authority,
    claims.as_of,
    claims.quantity,
    claims.fact_ids
from core.claims
order by
    claims.as_of desc nulls last,
    claims.authority asc nulls last,
    claims.quantity asc
