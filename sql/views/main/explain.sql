-- The words that a finding rests on: `from explain('…')` with an id of out.findings.
--
-- grain: one row per fact that the finding cites
-- parameters: of_finding
-- kind: what sort of finding it is
-- severity: error, warn or info
-- explanation: what does not fit, in a sentence
-- series: the series that the figure is of
-- as_of: the day the figure holds for
-- value: the figure; null for ranges and vague words
-- low: least value that the words allow; null is open
-- high: greatest value that the words allow; null is open
-- authority: whose figure it is; null where nobody is named
-- outlet: who published it
-- published_on: when
-- lag_days: days from the day it holds for to its publication
-- passage: the sentence it stands in, with the quote between « and »
-- title: headline of the article
-- url: address of the article
-- fact_id: the fact
with

findings as (
    select * from out.findings
    where finding_id = $of_finding
),

evidence as (
    select * from out.evidence
)

select
    findings.kind,
    findings.severity,
    findings.explanation,
    evidence.series,
    evidence.as_of,
    evidence.value,
    evidence.low,
    evidence.high,
    evidence.authority,
    evidence.outlet,
    evidence.published_on,
    evidence.lag_days,
    evidence.passage,
    evidence.title,
    evidence.url,
    evidence.fact_id
from findings
inner join evidence on list_contains(findings.fact_ids, evidence.fact_id)
order by
    evidence.series asc,
    coalesce(evidence.value, evidence.low, evidence.high) asc,
    evidence.published_on asc,
    evidence.fact_id asc
