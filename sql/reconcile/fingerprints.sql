-- What each series is made from, as one number that does not depend on the order of anything.
--
-- grain: one row per series that has facts, and one for what concerns articles alone
-- series: the series; empty for articles alone
-- fingerprint: changes when a fact, an article, a correction or the catalogue changes for it
with

facts as (
    select * from core.facts
),

articles as (
    select
        *,
        lead(published_on) over (partition by article_key order by version) as replaced_on
    from core.articles
),

corrections as (
    select * from core.corrections
),

recommendations as (
    select * from core.recommendations
),

series as (
    select * from catalogue.series
),

metrics as (
    select * from catalogue.metrics
),

breaks as (
    select * from catalogue.breaks
),

authorities as (
    select * from catalogue.authorities
),

identities as (
    select * from catalogue.identities
),

stated as (
    select
        facts.series,
        sum(
            hash(
                facts.fact_id,
                facts.sentence,
                facts.quote,
                facts.value,
                facts.low,
                facts.high,
                facts.bound,
                facts.unit,
                facts.metric,
                facts.as_of,
                facts.as_of_source,
                facts.authority,
                facts.modality,
                facts.whole_fact_id,
                articles.article_id,
                articles.outlet,
                articles.origin_id,
                articles.published_on,
                articles.is_latest,
                articles.replaced_on
            )
        ) as digest
    from facts
    inner join articles on facts.article_id = articles.article_id
    group by all
),

whole as (
    select sum(digest) as digest from stated
),

corrected as (
    select sum(hash(article_id, corrected_on, start, text)) as digest from corrections
),

retracted as (
    select
        facts.metric,
        sum(
            hash(facts.fact_id, facts.value, articles.origin_id, corrections.corrected_on)
        ) as digest
    from facts
    inner join articles on facts.article_id = articles.article_id
    left join corrections on facts.article_id = corrections.article_id
    where facts.modality = 'retracted'
    group by all
),

-- Counts of a day, which running totals of the same thing and place are held against.
added as (
    select
        metric,
        place,
        sum(
            hash(fact_id, value, sentence_start, window_start, window_end, authority, modality)
        ) as digest
    from facts
    where
        kind = 'increment'
        and series is null
    group by all
),

recommended as (
    select
        series,
        sum(hash(as_of, value, reason)) as digest
    from recommendations
    group by all
),

broken as (
    select
        series,
        sum(hash(authority, broken_on, reason)) as digest
    from breaks
    group by all
),

bound as (
    select
        members.series,
        sum(
            hash(identities.identity, identities.relation, identities.role, identities.series)
        ) as digest
    from identities as members
    inner join identities on members.network = identities.network
    group by all
),

ranked as (
    select sum(hash(authority, name, sort, reliability)) as digest from authorities
),

defined as (
    select
        series.series,
        hash(
            series.kind, series.tolerance, series.holds_days, series.metric, metrics.unit
        ) as digest
    from series
    inner join metrics on series.metric = metrics.metric
)

select
    defined.series,
    cast(
        hash(
            defined.digest,
            stated.digest,
            retracted.digest,
            added.digest,
            recommended.digest,
            broken.digest,
            bound.digest,
            ranked.digest
        ) as varchar
    ) as fingerprint
from defined
inner join series on defined.series = series.series
inner join stated on defined.series = stated.series
left join retracted on series.metric = retracted.metric
left join added
    on
        series.metric = added.metric
        and series.place = added.place
left join recommended on defined.series = recommended.series
left join broken on defined.series = broken.series
left join bound on defined.series = bound.series
cross join ranked

union all

select
    '' as series,
    cast(hash(whole.digest, corrected.digest) as varchar) as fingerprint
from whole
cross join corrected
