-- Articles by outlet
with

articles as (
    select * from core.articles
),

newest as (
    select max(received_at) as received_at from articles
)

select
    coalesce(articles.outlet, 'unknown') as outlet,
    count(*) as texts,
    count(*) filter (where articles.received_at = newest.received_at) as in_last_arrival,
    count(distinct articles.article_key) as articles,
    count(distinct articles.origin_id) as origins,
    count(*) filter (where articles.published_on is null) as undated,
    min(articles.published_on) as first_published_on,
    max(articles.published_on) as last_published_on
from articles
cross join newest
group by articles.outlet
order by texts desc, outlet asc
