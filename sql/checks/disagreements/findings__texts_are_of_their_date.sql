-- A text that was changed after its date may not be what could be read on that day.
--
-- asset: out.findings
-- kind: text_later_than_date
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'text_later_than_date'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
