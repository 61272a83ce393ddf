-- What is in the edition
select
    'out.findings' as relation,
    count(*) as n_rows
from out.findings
union all
select
    'out.metrics' as relation,
    count(*) as n_rows
from out.metrics
union all
select
    'out.evidence' as relation,
    count(*) as n_rows
from out.evidence
