-- A total that leaps is a backlog, a new way of counting, or a mistake; a chart should say which.
--
-- asset: out.findings
-- kind: jump
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'jump'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
