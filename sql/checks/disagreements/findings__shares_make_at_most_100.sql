-- Answers to one question that make more than everybody were misread, or misprinted.
--
-- asset: out.findings
-- kind: shares_exceed_100
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'shares_exceed_100'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
