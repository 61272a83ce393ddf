-- Across a change of what is counted no two figures compare; a chart that joins them lies.
--
-- asset: out.findings
-- kind: series_break
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'series_break'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
