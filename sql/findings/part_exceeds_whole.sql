-- An article gives a part that is larger than the whole it names: "326 of the 263". One of
-- another metric than the whole (40 hurt of 12 dead) is none; identities hold these to account.
--
-- grain: one row per part
-- scope: articles
with

facts as (
    select * from core.facts
    where modality = 'asserted'
),

articles as (
    select * from core.articles
    where is_latest
)

select
    'error' as severity,
    parts.series,
    coalesce(parts.as_of, articles.published_on) as as_of,
    [articles.article_key, parts.quote, wholes.quote] as parties,
    parts.low - wholes.high as gap,
    (parts.low - wholes.high) / parts.low as gap_share,
    list_sort([parts.fact_id, wholes.fact_id]) as fact_ids,
    format(
        'A part cannot be larger than its whole, but {} gives {:,.0f} of {:,.0f}.',
        coalesce(articles.outlet, 'an article'),
        parts.low,
        wholes.high
    ) as explanation
from facts as parts
inner join facts as wholes on parts.whole_fact_id = wholes.fact_id
inner join articles on parts.article_id = articles.article_id
where
    parts.low > wholes.high
    and parts.unit = wholes.unit
    and parts.metric is not distinct from wholes.metric
