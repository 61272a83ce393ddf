-- A finding that cannot show its words is an opinion.
--
-- asset: out.findings
with

findings as (
    select * from out.findings
),

facts as (
    select * from core.facts
),

cited as (
    select
        finding_id,
        unnest(fact_ids) as fact_id
    from findings
)

select
    cited.finding_id,
    cited.fact_id
from cited
anti join facts on cited.fact_id = facts.fact_id
