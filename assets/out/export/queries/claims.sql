-- Claims with the names that people write, and every place in which each stands, the first first.
with

claims as (
    select * from core.claims
),

series as (
    select * from catalogue.series
),

metrics as (
    select * from catalogue.metrics
),

authorities as (
    select * from catalogue.authorities
),

evidence as (
    select * from out.evidence
    where claim_id is not null
),

appearances as (
    select
        claim_id,
        list(
            {
                'sentence': sentence,
                'outlet': outlet,
                'title': title,
                'url': url,
                'published_on': published_on
            }
            order by published_on asc nulls last, outlet asc, fact_id asc
        ) as appearances
    from evidence
    group by all
)

select
    claims.claim_id,
    claims.series,
    series.description as series_name,
    series.place,
    metrics.unit,
    claims.wording,
    claims.authority,
    coalesce(authorities.name, replace(claims.authority, '_', ' ')) as authority_name,
    claims.as_of,
    claims.first_seen_on,
    claims.value,
    claims.lowest,
    claims.highest,
    appearances.appearances
from claims
inner join series on claims.series = series.series
inner join metrics on series.metric = metrics.metric
inner join appearances on claims.claim_id = appearances.claim_id
left join authorities on claims.authority = authorities.authority
order by claims.claim_id asc
