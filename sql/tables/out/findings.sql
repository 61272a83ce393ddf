-- What does not fit together, with its words, and what people decided on it.
--
-- grain: one row per thing that does not fit together
-- finding_id: hash of kind, series and parties; stable
-- kind: what sort of thing it is; sql/findings/ has a file for each
-- severity: error (broken inside one authority and one day), warn, or info (explained)
-- series: the series it is about; null for what concerns an article alone
-- as_of: the day it holds for
-- gap: how far the figures are apart
-- gap_share: that as a share of the larger
-- fact_ids: the facts that are involved
-- outlets: who published them
-- quotes: the words: outlet, day, number, sentence and fact, the first of each outlet
-- explanation: what does not fit, in a sentence
-- status: open, explained or accepted (a person decided so), expired (was accepted until a day that
-- has passed in the news)
-- first_seen_on: the day on which the last of the figures was first published
-- last_seen_on: the last day on which any of them was published
-- adjudicated_by: who decided
-- reason: why
with

detections as (
    select * from core.detections
),

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
),

adjudications as (
    select * from core.adjudications
),

newest as (
    select max(published_on) as published_on from articles
),

involved as (
    select
        finding_id,
        unnest(fact_ids) as fact_id
    from detections
),

printed as (
    select
        involved.finding_id,
        facts.fact_id,
        facts.quote,
        facts.sentence,
        facts.authority,
        facts.value,
        facts.low,
        facts.high,
        articles.outlet,
        articles.published_on
    from involved
    inner join facts on involved.fact_id = facts.fact_id
    inner join articles on facts.article_id = articles.article_id
),

figures as (
    select
        finding_id,
        min(published_on) as first_printed_on,
        max(published_on) as last_printed_on
    from printed
    group by
        finding_id,
        authority,
        value,
        low,
        high
),

seen as (
    select
        finding_id,
        max(first_printed_on) as first_seen_on,
        max(last_printed_on) as last_seen_on
    from figures
    group by all
),

first_prints as (
    select *
    from printed
    qualify
        row_number() over (
            partition by finding_id, outlet, quote
            order by published_on, fact_id
        ) = 1
),

quoted as (
    select
        finding_id,
        list_sort(list_distinct(list(outlet))) as outlets,
        list(
            {
                'outlet': outlet,
                'published_on': published_on,
                'quote': quote,
                'sentence': sentence,
                'fact_id': fact_id
            }
            order by published_on, outlet, fact_id
        ) as quotes
    from first_prints
    group by all
)

select
    detections.finding_id,
    detections.kind,
    detections.severity,
    detections.series,
    detections.as_of,
    detections.gap,
    detections.gap_share,
    detections.fact_ids,
    coalesce(quoted.outlets, []) as outlets,
    coalesce(quoted.quotes, []) as quotes,
    detections.explanation,
    case
        when adjudications.finding_id is null then 'open'
        when adjudications.until < newest.published_on then 'expired'
        else adjudications.decision
    end as status,
    seen.first_seen_on,
    seen.last_seen_on,
    adjudications.by as adjudicated_by,
    adjudications.reason
from detections
cross join newest
left join seen on detections.finding_id = seen.finding_id
left join quoted on detections.finding_id = quoted.finding_id
left join adjudications on detections.finding_id = adjudications.finding_id
