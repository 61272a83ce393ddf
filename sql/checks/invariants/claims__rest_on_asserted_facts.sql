-- What is denied, feared or taken back, or stands in an older version, must count nowhere.
--
-- asset: core.claims
with

claims as (
    select * from core.claims
),

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
),

claimed as (
    select
        claim_id,
        unnest(fact_ids) as fact_id
    from claims
)

select
    claimed.claim_id,
    claimed.fact_id,
    facts.modality,
    articles.is_latest
from claimed
left join facts on claimed.fact_id = facts.fact_id
left join articles on facts.article_id = articles.article_id
where
    facts.modality is distinct from 'asserted'
    or articles.is_latest is distinct from true
