"""Whether a figure is said to be so."""

import pytest

from assets.core.facts.meaning.modality import modality_of
from tests.marked import catalogue, marked


def modality(text: str, role: str = "body") -> str:
    asked = marked(text, role=role)
    return modality_of(asked.sentence, asked.quantity, catalogue())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic says at least [270] villagers were killed.", "asserted"),
        ("More than [130] sailors are believed to be held on the island.", "asserted"),
        ("About [300] people are feared dead after the ferry sank.", "feared"),
        ("Rescuers found 50 bodies, with [dozens] more feared buried under the mud.", "feared"),
        ("Officials fear more than [2,000] people may have drowned.", "feared"),
        ("Amid fears that [40] miners were trapped, crews dug through the night.", "feared"),
        ("A poll found that [47]% of tenants want lower rents.", "asserted"),
        ("A poll found 40% want to stay and [13]% could not say.", "asserted"),
        ("A deal was reached to free [50] captives.", "proposed"),
        ("Both sides backed a deal to free [50] captives.", "proposed"),
        ("The airline plans to cut [1,200] jobs next year.", "proposed"),
        ("The rebels offered a truce of [40] days.", "proposed"),
        ("Under the deal, 40 captives would be freed in exchange for [400] prisoners.", "proposed"),
        ("The bank expects a rise of [3]%.", "proposed"),
        ("The union demanded a rise of [8]%.", "proposed"),
        ("The general threatened to shell [12] villages.", "proposed"),
        ("The firm agreed to hire [40] masons.", "proposed"),
        ("[Fifty] captives are set to be freed.", "proposed"),
        ("[Fifty] captives are due to be freed on Friday.", "proposed"),
        ("[Fifty] captives expected to be freed this week are still at sea.", "proposed"),
        ("Some [50] sailors are likely to have drowned.", "asserted"),
        ("The current toll of [50] is likely to rise.", "asserted"),
        ("The clinic fears for the safety of [130] patients.", "asserted"),
        ("She called for the state to pay [40] masons.", "proposed"),
        ("If [134] captives come home, the siege will end.", "proposed"),
        ("About [1,000] hikers might be missing.", "feared"),
        ("A deal aimed at freeing [50] captives is near.", "proposed"),
        ("The rebels are demanding the release of [thousands] of prisoners.", "proposed"),
        ("The plan would affect the town's population of [9,000].", "asserted"),
        ("The team, made up of staff from [14] clinics, will search the hills.", "asserted"),
        ("The gunman allegedly killed [three] people.", "alleged"),
        ("It is claimed that [50] people drowned.", "alleged"),
        ("He is accused of killing [three] people.", "alleged"),
        ("The rebels denied that [50] of their fighters were killed.", "denied"),
        ("The minister denied killing [50] people.", "denied"),
        ("The army did not kill [50] people.", "denied"),
        ("Police say 12 people died, not [20].", "denied"),
        ("The army told of [50] dead, but the rebels denied this figure.", "denied"),
        ("The army says it killed [50] rebels, without offering evidence.", "alleged"),
        ("He is said to have robbed [three] shops.", "alleged"),
        ("Both sides approved a deal for the release of [50] captives.", "proposed"),
        ("Both sides agreed to a [four]-day pause in the fighting.", "proposed"),
        ("The first group of captives - [13] painters - would be freed on Friday.", "proposed"),
        ("They spoke of the possibility of letting in [500] lorries a day.", "proposed"),
        ("The team told the Committee to Protect Rivers of [12] dams.", "asserted"),
        ("The army has called up [300] reservists.", "asserted"),
        ("Some [12] dams are considered to be weak, but more may break.", "asserted"),
    ],
)
def test_the_words_around_a_number_tell_whether_it_is_so(text, expected):
    assert modality(text) == expected


def test_what_a_party_says_is_asserted_whatever_it_plans():
    assert modality("The mayor, who plans a dam, said [12] houses were flooded.") == "asserted"


def test_a_definite_number_is_taken_for_given_by_what_is_planned_for_it():
    assert modality("The rebels say they will free the [130] captives.") == "asserted"


def test_what_happened_before_a_plan_is_not_part_of_it():
    assert modality("The firm said it would close after [300] workers walked out.") == "asserted"


def test_the_wrong_figure_of_a_correction_is_retracted():
    text = "Correction: An earlier version wrongly said that [60] people had died."
    assert modality(text, role="correction") == "retracted"


def test_the_right_figure_of_a_correction_is_asserted():
    text = "An earlier version misstated the toll as 60. It has been amended to [16]."
    assert modality(text, role="correction") == "asserted"


def test_what_a_correction_puts_after_rather_than_is_right():
    text = "Due to an editing error, the toll was given as {} rather than {}."
    assert modality(text.format("[40]", "14"), role="correction") == "retracted"
    assert modality(text.format("40", "[14]"), role="correction") == "asserted"
    text = "The toll is 14 rather than [40]."
    assert modality(text, role="correction") == "retracted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Near the port, where it is said [300] people took shelter, rain fell.", "alleged"),
        ("The army said [40] rebels died, but this claim was not independently verified.",
         "alleged"),
        ("The army said [40] rebels died. The Post could not verify it.", "asserted"),
        ("The mayor asked the state for [$40] million to mend the dam.", "proposed"),
        ("We would like to hear from guests at the ball at which [40] people were hurt.",
         "asserted"),
    ],
)  # fmt: skip
def test_distance_requests_and_what_has_happened(text, expected):
    assert modality(text) == expected
