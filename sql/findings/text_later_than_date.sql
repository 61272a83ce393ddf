-- A text carries a correction of a later day than its own date, so it is not the text of that day.
--
-- grain: one row per correction that is later than its article
-- scope: articles
with

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
    where is_latest
),

corrections as (
    select * from core.corrections
)

select
    'info' as severity,
    cast(null as varchar) as series,
    corrections.corrected_on as as_of,
    [articles.article_key, cast(corrections.corrected_on as varchar)] as parties,
    cast(null as double) as gap,
    cast(null as double) as gap_share,
    coalesce(
        list_sort(list(facts.fact_id) filter (where facts.fact_id is not null)), []
    ) as fact_ids,
    format(
        'The text that {} dates {} carries a correction of {}: it is a later text.',
        coalesce(articles.outlet, 'an outlet'),
        strftime(articles.published_on, '%-d %B %Y'),
        strftime(corrections.corrected_on, '%-d %B %Y')
    ) as explanation
from corrections
inner join articles on corrections.article_id = articles.article_id
left join facts
    on
        corrections.article_id = facts.article_id
        and corrections.start <= facts.quote_start
        and corrections.end >= facts.quote_end
where corrections.corrected_on > articles.published_on
group by
    articles.article_key,
    articles.outlet,
    articles.published_on,
    corrections.corrected_on
