-- The authorities that the catalogue names.
select
    authorities.authority,
    authorities.name
from catalogue.authorities
order by authorities.authority
