"""Who gives a figure: the words that name the source, and whose figure it is.

Belongs here: choosing among the sources of a sentence, and what is said of the one chosen. Not
here: finding them by the grammar (`sources.py`), who "it" is (`antecedents.py`), the id of a party
(`authorities.py`).
"""

from dataclasses import dataclass

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.attribution.antecedents import antecedent, poll_meant, whole_name
from assets.core.facts.attribution.authorities import framing_of, is_asked, is_own_count, resolve
from assets.core.facts.attribution.context import context_of
from assets.core.facts.attribution.sources import sources_of
from assets.core.facts.attribution.speakers import speaker_of_quotation
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.text.sentence import Article, Sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words at `article.text[start:end]` that name who gives a figure, and who that is."""

    text: str
    start: int
    end: int
    authority: str | None
    framing: str | None


def attribute(
    sentence: Sentence, quantity: Quantity, article: Article, catalogue: Catalogue
) -> Attribution | None:
    """Return who gives a quantity, or None where the outlet states it or nobody is named.

    Of an outlet and the party that it heard it from, the party is taken.
    """
    named = [
        (
            _attribution(sentence.start + s.start, sentence.start + s.end, article, catalogue),
            sentence.text[s.start : s.end],
        )
        for s in sources_of(sentence, quantity, catalogue)
        if not is_asked(sentence.text[s.start : s.end], catalogue)
    ]
    # Footage that is nobody's hides nobody: "the group said that the footage shows …".
    found = [who for who, words in named if who or not is_own_count(words, catalogue)]
    if not named:
        span = speaker_of_quotation(sentence.start + quantity.start, article, catalogue)
        if span is None and quantity.unit == "percent":
            span = poll_meant(sentence.text, sentence.start, article, catalogue)
        return _attribution(*span, article, catalogue) if span else None
    parties = [who for who in found if who is None or who.authority not in catalogue.outlets]
    return next(iter(parties or found), None)


def _attribution(
    start: int, end: int, article: Article, catalogue: Catalogue
) -> Attribution | None:
    """Return the attribution to those whom the words at `text[start:end]` name or stand for."""
    start, end = whole_name(start, end, article, catalogue)
    start, end = antecedent(start, end, article, catalogue) or (start, end)
    text = article.text[start:end]
    authority = resolve(text, context_of(start, end, article, catalogue), catalogue)
    if authority is None or _is_outlet_itself(authority, text, article, catalogue):
        return None
    return Attribution(text, start, end, authority, framing_of(text, catalogue))


def _is_outlet_itself(authority: str, text: str, article: Article, catalogue: Catalogue) -> bool:
    """Tell whether the source is the outlet that speaks, not a count of its own ("a BBC tally")."""
    outlet = catalogue.outlets.get(authority)
    is_same = outlet is not None and article.outlet in (outlet.id, outlet.name, *outlet.aliases)
    return is_same and not is_own_count(text, catalogue)
