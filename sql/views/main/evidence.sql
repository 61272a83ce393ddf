-- All that was printed of a series, in the order in which it came out:
-- `from evidence('gaza_deaths')`.
--
-- grain: one row per fact of the series
-- parameters: of_series
-- as_of: the day it holds for
-- published_on: the day it was published
-- outlet: who published it
-- quote: the number expression, verbatim
-- bound: what the hedge makes of the value
-- value: in plain units; null for ranges and vague words
-- low: least value that the words allow; null is open
-- high: greatest value that the words allow; null is open
-- modality: whether it is said to be so
-- authority: whose figure it is; null where nobody is named
-- framing: the label that the outlet puts on the authority
-- lag_days: days from the day it holds for to its publication
-- is_stale: whether a newer figure of the same authority was out already
-- passage: the sentence it stands in, with the quote between « and »
-- url: address of the article
-- origin_id: one id for all reprints and rewrites of one piece of copy
-- claim_id: the claim that rests on it
-- finding_ids: the findings that cite it
-- fact_id: the fact
select
    as_of,
    published_on,
    outlet,
    quote,
    bound,
    value,
    low,
    high,
    modality,
    authority,
    framing,
    lag_days,
    is_stale,
    passage,
    url,
    origin_id,
    claim_id,
    finding_ids,
    fact_id
from out.evidence
where series = $of_series
order by
    published_on asc,
    outlet asc,
    fact_id asc
