-- What does not fit together of a day, the gravest first: findings whose figures hold for that day,
-- or that were in print on it: `from disagreements_on('2024-02-13')`.
--
-- grain: one row per finding
-- parameters: on_day
-- severity: error, warn or info
-- kind: what sort of finding it is
-- series: the series it is about; null for what concerns an article alone
-- as_of: the day the figures hold for
-- explanation: what does not fit, in a sentence
-- gap: how far the figures are apart
-- gap_share: that as a share of the larger
-- outlets: who published them
-- status: open, explained, accepted or expired
-- first_seen_on: the day on which the last of the figures was first published
-- last_seen_on: the last day on which any of them was published
-- finding_id: the finding; `from explain(finding_id)` shows its words
select
    severity,
    kind,
    series,
    as_of,
    explanation,
    gap,
    gap_share,
    outlets,
    status,
    first_seen_on,
    last_seen_on,
    finding_id
from out.findings
where
    as_of = cast($on_day as date)
    or cast($on_day as date) between first_seen_on and last_seen_on
order by
    case severity when 'error' then 1 when 'warn' then 2 else 3 end asc,
    gap_share desc nulls last,
    finding_id asc
