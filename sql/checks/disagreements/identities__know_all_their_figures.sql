-- An identity with a series that nobody gives can hold with any figures: it proves nothing of that
-- day.
--
-- asset: out.findings
-- covers: findings__identities_hold
select
    identity,
    series,
    as_of,
    implied_low,
    implied_high
from out.identities
where
    stated_low is null
    and stated_high is null
