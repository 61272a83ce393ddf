-- Figures that cannot all be true at once are what this project is for.
--
-- asset: out.findings
-- kind: identity_broken
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'identity_broken'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
