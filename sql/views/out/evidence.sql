-- Every figure with all that is known of it, in one wide row: who printed it, when and where, in
-- what words, what it means, whose it is, the day it holds for, and what does not fit with it.
--
-- grain: one row per fact
-- fact_id: the fact
-- outlet: who published it
-- agency: the wire service credited for the copy
-- title: headline of the article
-- url: address of the article
-- published_on: the day it was published, from which it could be known; null where nothing says
-- quote: the number expression without its hedge, verbatim
-- sentence: the sentence it stands in, verbatim
-- passage: that sentence with the quote between « and »
-- value: in plain units; null for ranges and vague words
-- low: least value that the words allow; null is open
-- high: greatest value that the words allow; null is open
-- bound: what the hedge makes of the value
-- unit: count, percent, money, or a unit of measure
-- currency: ISO 4217 code of money
-- counted: the noun phrase that is counted
-- metric: what is measured; null if the catalogue has no word for it
-- series: the series it speaks of; null if of none
-- place: where the counted are
-- kind: cumulative, increment, stock or share
-- modality: whether it is said to be so: asserted, feared, proposed, alleged, denied or retracted
-- authority: whose figure it is; null where nobody is named
-- attribution: the words that name the authority, verbatim
-- framing: the label that the outlet puts on the authority, as written
-- as_of: the day it holds for: that of its claim, else as far as its own words tell
-- as_of_source: what that day was taken from
-- lag_days: days from the day it holds for to its publication; null where no running total tells it
-- is_stale: whether a newer figure of the same authority was out already; null where no claim
-- rests on it
-- segment_role: the passage of the article it stands in
-- confidence: calibrated chance that it is right in all fields
-- origin_id: one id for all reprints and rewrites of one piece of copy
-- claim_id: the claim that rests on it; null where none does
-- finding_ids: the findings that cite it
-- whole_fact_id: the fact that states the whole of which this is a part
-- article_id: the article version
-- version: 1 for the first text of the article that we know, then 2 …
-- is_latest: whether no later version is known
-- raw_path: the file it was read from, relative to the inbox
with

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
),

readings as (
    select * from core.dated_readings
),

claims as (
    select * from core.claims
),

findings as (
    select * from out.findings
),

claimed as (
    select
        claim_id,
        unnest(fact_ids) as fact_id
    from claims
),

cited as (
    select
        finding_id,
        unnest(fact_ids) as fact_id
    from findings
),

involved as (
    select
        fact_id,
        list_sort(list(finding_id)) as finding_ids
    from cited
    group by all
)

select
    facts.fact_id,
    articles.outlet,
    articles.agency,
    articles.title,
    articles.url,
    articles.published_on,
    facts.quote,
    facts.sentence,
    substr(facts.sentence, 1, facts.quote_start - facts.sentence_start)
    || '«' || facts.quote || '»'
    || substr(facts.sentence, facts.quote_end - facts.sentence_start + 1) as passage,
    facts.value,
    facts.low,
    facts.high,
    facts.bound,
    facts.unit,
    facts.currency,
    facts.counted,
    facts.metric,
    facts.series,
    facts.place,
    facts.kind,
    facts.modality,
    facts.authority,
    facts.attribution,
    facts.framing,
    coalesce(readings.as_of, facts.as_of) as as_of,
    coalesce(readings.as_of_source, facts.as_of_source) as as_of_source,
    readings.lag_days,
    readings.is_stale,
    facts.segment_role,
    facts.confidence,
    articles.origin_id,
    claimed.claim_id,
    coalesce(involved.finding_ids, []) as finding_ids,
    facts.whole_fact_id,
    facts.article_id,
    articles.version,
    articles.is_latest,
    articles.raw_path
from facts
inner join articles on facts.article_id = articles.article_id
left join readings on facts.fact_id = readings.fact_id
left join claimed on facts.fact_id = claimed.fact_id
left join involved on facts.fact_id = involved.fact_id
