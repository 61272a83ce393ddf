-- A person who counts the same figures in two tables must get the same number: facts, evidence,
-- claims, metrics and findings add up to the unit.
--
-- asset: out.findings
with

facts as (
    select * from core.facts
),

evidence as (
    select * from out.evidence
),

claims as (
    select * from core.claims
),

standing as (
    select * from core.standing
),

metrics as (
    select * from out.metrics
),

findings as (
    select * from out.findings
),

rows_of_facts as (
    select
        'evidence of fact ' || facts.fact_id as what,
        count(evidence.fact_id) as found,
        1 as expected
    from facts
    left join evidence on facts.fact_id = evidence.fact_id
    group by all
),

facts_of_claims as (
    select
        'facts of claim ' || claims.claim_id as what,
        count(evidence.fact_id) as found,
        claims.n_facts as expected
    from claims
    left join evidence on claims.claim_id = evidence.claim_id
    group by all
),

claims_of_metrics as (
    select
        format('claims of {}, {}, {}', metrics.series, metrics.as_of, metrics.rule) as what,
        count(standing.claim_id) as found,
        metrics.n_claims as expected
    from metrics
    left join standing
        on
            metrics.series = standing.series
            and metrics.as_of = standing.as_of
    group by all
),

facts_of_findings as (
    select
        'facts of finding ' || findings.finding_id as what,
        count(evidence.fact_id) as found,
        len(findings.fact_ids) as expected
    from findings
    left join evidence on list_contains(evidence.finding_ids, findings.finding_id)
    group by all
),

counted as (
    select * from rows_of_facts
    union all
    select * from facts_of_claims
    union all
    select * from claims_of_metrics
    union all
    select * from facts_of_findings
)

select *
from counted
where found != expected
