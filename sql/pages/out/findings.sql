-- What does not fit together
select
    severity,
    kind,
    as_of,
    explanation,
    first_seen_on,
    'report/finding/' || finding_id || '.html' as report_page
from out.findings
where status in ('open', 'expired')
order by
    case severity when 'error' then 1 when 'warn' then 2 else 3 end asc,
    gap_share desc nulls last,
    finding_id asc
