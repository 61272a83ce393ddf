-- A claim of no known day is compared with nothing; its outlet gives no date, and neither do its
-- words.
--
-- asset: core.claims
-- covers: findings__sources_agree, findings__authorities_agree, findings__copies_are_fresh,
-- findings__running_totals_do_not_fall, findings__digits_are_in_place,
-- findings__running_totals_do_not_jump, findings__series_are_unbroken
select
    claim_id,
    series,
    wording
from core.claims
where as_of is null
