"""The shipped authorities, offices, countries, outlets, events and cues."""

from assets.core.facts.text.names import words_of
from tests.marked import catalogue


def test_a_full_name_means_one_party_only():
    meant: dict[tuple[str, ...], str] = {}
    parties = (*catalogue().authorities.values(), *catalogue().outlets.values())
    for party in parties:
        for name in (party.name, *party.aliases):
            keys = tuple(word.key for word in words_of(name))
            assert meant.setdefault(keys, party.id) == party.id, name


def test_a_short_name_needs_a_place_to_be_told_by():
    for authority in catalogue().authorities.values():
        assert not authority.short_names or authority.speaks_for, authority.id


def test_every_office_makes_an_id_of_a_place_or_is_one():
    for office in catalogue().offices.values():
        made = office.authority.format(place="peru")
        assert made.isidentifier()
        assert made.islower()


def test_a_country_is_named_by_nobody_else():
    names = [name for c in catalogue().countries.values() for name in (*c.names, *c.adjectives)]
    assert len(names) == len(set(names))


def test_events_end_after_they_start():
    for event in catalogue().events.values():
        assert event.end is None or event.end >= event.start, event.id


def test_an_agency_has_a_credit_line_and_every_outlet_a_domain():
    for outlet in catalogue().outlets.values():
        assert outlet.domains, outlet.id
        assert outlet.credits or not outlet.is_agency, outlet.id
