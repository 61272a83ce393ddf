-- Mentions, claims and figures must add up to the unit, or no count in any view can be trusted.
--
-- asset: core.claims
with

readings as (
    select * from core.readings
),

claims as (
    select * from core.claims
),

claimed as (
    select
        claim_id,
        n_facts,
        unnest(fact_ids) as fact_id
    from claims
),

counted as (
    select
        readings.fact_id,
        count(claimed.claim_id) as n_claims
    from readings
    left join claimed on readings.fact_id = claimed.fact_id
    group by all
)

select
    'fact ' || fact_id as what,
    n_claims as found,
    1 as expected
from counted
where n_claims != 1

union all

select
    'claim ' || claim_id as what,
    len(fact_ids) as found,
    n_facts as expected
from claims
where len(fact_ids) != n_facts
