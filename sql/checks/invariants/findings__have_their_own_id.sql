-- A decision is kept under a finding's id; two findings of one id would share it.
--
-- asset: out.findings
select
    finding_id,
    count(*) as n_findings
from out.findings
group by all
having n_findings > 1
