-- A correction takes a figure back. It counts nowhere any more; those who used it are named.
--
-- grain: one row per figure that a notice takes back
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
),

withdrawn as (
    select
        facts.fact_id,
        facts.series,
        facts.metric,
        facts.value,
        facts.quote,
        articles.article_key,
        articles.outlet,
        coalesce(corrections.corrected_on, articles.published_on) as corrected_on
    from facts
    inner join articles on facts.article_id = articles.article_id
    left join corrections
        on
            facts.article_id = corrections.article_id
            and facts.quote_start >= corrections.start
            and facts.quote_end <= corrections.end
    where facts.modality = 'retracted'
),

users as (
    select
        withdrawn.fact_id as withdrawn_fact_id,
        facts.fact_id,
        articles.outlet
    from withdrawn
    inner join facts
        on
            withdrawn.series = facts.series
            and withdrawn.value = facts.value
            and facts.modality = 'asserted'
    inner join articles on facts.article_id = articles.article_id
    where withdrawn.outlet is distinct from articles.outlet
),

used as (
    select
        withdrawn_fact_id,
        list(fact_id) as fact_ids,
        list_sort(list_distinct(list(outlet))) as outlets
    from users
    group by all
)

select
    'info' as severity,
    withdrawn.series,
    withdrawn.corrected_on as as_of,
    [withdrawn.article_key, withdrawn.metric, withdrawn.quote] as parties,
    cast(null as double) as gap,
    cast(null as double) as gap_share,
    list_sort([withdrawn.fact_id] || coalesce(used.fact_ids, [])) as fact_ids,
    coalesce(withdrawn.outlet, 'An outlet')
    || ' has taken back its figure "'
    || withdrawn.quote
    || '"'
    || coalesce(' (' || replace(withdrawn.metric, '_', ' ') || ')', '')
    || coalesce(strftime(withdrawn.corrected_on, ' on %-d %B %Y'), '')
    || coalesce('; it was also printed by ' || array_to_string(used.outlets, ', '), '')
    || '.' as explanation
from withdrawn
left join used on withdrawn.fact_id = used.withdrawn_fact_id
