-- Every figure must open to the claims and the facts it was made of.
--
-- asset: out.metrics
with

metrics as (
    select * from out.metrics
),

claims as (
    select * from core.claims
),

used as (
    select
        series,
        as_of,
        rule,
        unnest(claim_ids) as claim_id
    from metrics
)

select used.*
from used
anti join claims on used.claim_id = claims.claim_id
