-- People draw these three as a line with a whisker; out of order they are nonsense.
--
-- asset: out.metrics
select
    series,
    as_of,
    rule,
    low,
    best,
    high
from out.metrics
where
    low > high
    or best < low
    or best > high
