-- The days on which an authority changed what it counts.
select
    breaks.series,
    breaks.broken_on,
    breaks.reason
from catalogue.breaks
order by breaks.series, breaks.broken_on
