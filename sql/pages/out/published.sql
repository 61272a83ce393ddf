-- What is in the edition
select
    'out.findings' as relation,
    count(*) as n_rows,
    'what does not fit together' as what
from out.findings
union all
select
    'out.metrics' as relation,
    count(*) as n_rows,
    'figures by rule and day' as what
from out.metrics
union all
select
    'out.evidence' as relation,
    count(*) as n_rows,
    'every fact with all that is known of it' as what
from out.evidence
