-- The series that the catalogue names.
select
    series.series,
    series.description
from catalogue.series
order by series.series
