-- What does not fit together, each under its id. That is made of what the finding is about, so that
-- it stays when more articles repeat the same figures, and is another when the figures are others.
--
-- grain: one row per thing that does not fit together
-- finding_id: hash of kind, series and parties; stable
select
    kind,
    scope,
    severity,
    series,
    as_of,
    parties,
    gap,
    gap_share,
    fact_ids,
    explanation,
    substr(
        sha256(
            array_to_string(
                list_prepend(kind, list_prepend(coalesce(series, chr(0)), parties)), chr(31)
            )
        ),
        1,
        16
    ) as finding_id
from core.detected
