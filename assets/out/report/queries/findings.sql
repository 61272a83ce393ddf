-- Every finding, the gravest and newest first.
select
    findings.finding_id,
    findings.kind,
    findings.severity,
    findings.series,
    findings.as_of,
    findings.gap,
    findings.gap_share,
    findings.fact_ids,
    findings.explanation,
    findings.status,
    findings.first_seen_on,
    findings.last_seen_on,
    findings.adjudicated_by,
    findings.reason
from out.findings
order by
    case findings.severity when 'error' then 0 when 'warn' then 1 else 2 end asc,
    findings.as_of desc nulls last,
    findings.gap_share desc nulls last,
    findings.finding_id asc
