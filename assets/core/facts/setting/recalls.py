"""What "the attack", "the war" or "the town" means: an event or a place spoken of before.

Belongs here: the look back in an article for what such words stand for. Not here: what a count
takes of it (`setting.py`), who is meant by "it" or "the ministry" (`attribution/antecedents.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.core.facts.setting.events import Events, Scene, Sign
from assets.core.facts.setting.places import Gazetteer, Mention
from assets.core.facts.text.sentence import Sentence

LOOK_BACK = 8  # sentences back in which an event that is recalled was spoken of
# Nouns that mean a place named before, and of what sort it must be, if of any.
GENERAL_PLACES = {
    **dict.fromkeys(("town", "city", "village", "camp", "port", "capital"), "city"),
    **dict.fromkeys(("area", "district", "province", "neighbourhood", "suburb", "island"), None),
    **dict.fromkeys(("region", "territory"), "region"),
    "country": "country",
    "there": None,
}
POINTING = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:\w+\s+){{0,3}}?(?P<noun>{'|'.join(GENERAL_PLACES)})\b"
    r"(?!\s+(?:of|and|council|hall|centre|center|where)\b)"
    r"|(?<!\b[Ii]s )(?<!\b[Aa]re )(?P<there>\bthere\b))"
)
CONFLICTS = r"(?:war|conflict|fighting|hostilities|invasion)"
OF_PLACE = re.compile(rf"['\u2019]s?\s+(?:[\w-]+\s+){{0,3}}{CONFLICTS}\b")
IN_PLACE = re.compile(rf"\b{CONFLICTS}\s+(?:in|on|of|across)\s+(?:the\s+)?$")

WHERE_TOLD = re.compile(r"\s+(?:in|on|of|across|between)\s")  # "the war in …" points nowhere else


@dataclass(frozen=True, slots=True)
class Recalled:
    """The signs of events, the places, and the places of wars that a sentence points back to."""

    signs: tuple[Sign, ...]
    places: tuple[Mention, ...]
    wars: tuple[Mention, ...]


class Recalls:
    """The words of a catalogue by which an article points back."""

    def __init__(self, events: Events, gazetteer: Gazetteer) -> None:
        self._events = events
        self._gazetteer = gazetteer
        self._by_phrase: dict[str, list[str]] = {}
        self._shared: set[str] = set()
        for event in events.events.values():
            self._shared |= {name.lower() for name in event.short_names}
            for phrase in dict.fromkeys(map(str.lower, (*event.short_names, *event.recalls))):
                self._by_phrase.setdefault(phrase, []).append(event.id)
        phrases = sorted(self._by_phrase, key=len, reverse=True)
        self._phrases = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)

    def of(self, sentences: Sequence[Sentence], index: int, scene: Scene) -> Recalled:
        """Return what `sentences[index]` points back to."""
        text = sentences[index].text
        before = [sentence.text for sentence in reversed(sentences[:index])]
        signs: list[Sign] = []
        wars: list[Mention] = []
        for match in self._phrases.finditer(text):
            start, end = match.span()
            if WHERE_TOLD.match(text, end):
                continue
            named = self._last([text[:start], *before[:LOOK_BACK]], match.group().lower(), scene)
            if isinstance(named, Mention):
                wars.append(Mention(start, end, named.place))
            elif named is not None:
                signs.append(self._events.sign(text, start, end, named))
        return Recalled(tuple(signs), tuple(self._places(text, before)), tuple(wars))

    def _last(self, passages: Sequence[str], phrase: str, scene: Scene) -> str | Mention | None:
        """Return the event that a phrase means, or the place of a war that is none of ours."""
        known = [event for event in self._by_phrase[phrase] if event in scene.events]
        for passage in passages:
            spoken: list[tuple[int, str | Mention]] = [
                (s.start, s.event) for s in self._events.signs(passage, scene.events)
            ]
            wars = self._wars(passage) if phrase in self._shared else ()
            spoken += [
                (mention.start, self._at(mention.place, known) or mention) for mention in wars
            ]
            if spoken:
                last = max(spoken, key=lambda found: found[0])[1]
                return last if isinstance(last, Mention) or last in known else None
        places = {event: self._events.events[event].place or "" for event in known}
        known = [event for event in known if scene.places[places[event]]]
        if phrase not in self._shared or not known:
            return None
        return max(known, key=lambda event: scene.places[places[event]])

    def _wars(self, text: str) -> Iterator[Mention]:
        """Yield the places of which a text says that a war is theirs."""
        for mention in self._gazetteer.mentions(text):
            if mention.place not in self._gazetteer.sorts:
                continue
            if OF_PLACE.match(text, mention.end) or IN_PLACE.search(text, 0, mention.start):
                yield mention

    def _at(self, place: str, known: Sequence[str]) -> str | None:
        """Return the event of a place."""
        for event in known:
            where = self._events.events[event].place
            if where is not None and self._gazetteer.are_related(place, where):
                return event
        return None

    def _places(self, text: str, before: Sequence[str]) -> Iterator[Mention]:
        """Yield the places that "there" and "the town" mean: of each sort the one named last."""
        for match in POINTING.finditer(text):
            start, end = match.span("noun" if match["noun"] else "there")
            sort = GENERAL_PLACES[match["noun"] or "there"]
            passages = (text[: match.start()], *before)
            named = next((p for t in passages for p in self._gazetteer.last(t, sort)), None)
            if named is not None:
                yield Mention(start, end, named)
