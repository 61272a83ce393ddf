"""Who is meant by "it", "the ministry", "Mr Haddad" or an open quotation: a look back in the text.

Belongs here: finding the fuller name that a short one stands for. Not here: the sentence's own
grammar (`sources.py`), ids (`authorities.py`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.authorities import Context, lexicon, resolve, words_of
from assets.core.facts.sentence import Article

LOOK_BACK: Final = 2500  # code points: some fifteen sentences
SENTENCE: Final = 400  # code points on either side of a name that may be of its sentence
SENTENCE_START: Final = re.compile(r"\s[.!?]|\n")  # in reversed text
SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")
QUOTATION: Final = 600  # code points that one quotation may have run on
ADJACENT: Final = 90  # code points between a quotation and who speaks it
PEOPLE: Final = frozenset({"he", "she"})
PRONOUNS: Final = PEOPLE | {"it", "they", "who", "which"}
OPENED: Final = re.compile(r"(?:^|(?<=[\s(\[:.,—]))[\"'](?=[\w$£€])|“|‘(?=\w)")
CLOSED: Final = re.compile(r"(?<=[\w.,!?…%])[\"'](?=[\s,.;:)]|$)|”|’(?=[\s,.;:)]|$)")
QUOTATION_ENDS: Final = re.compile(rf"{CLOSED.pattern}|\n")
ABBREVIATED: Final = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St)\."
WORD: Final = (
    r"(?!(?:but|that|while|as|when|where|because|if|after|since|we|you|has|have|had|was|were|is|are|be)\b)"
    rf"(?:{ABBREVIATED}|[^\s.,;:“”\"])+"
)
NAME: Final = r"[A-Z][\w.'’-]*"
OF_WHAT: Final = r"(?: (?:of|in|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)*"

Span = tuple[int, int]


def antecedent(start: int, end: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the span of the fuller name that the words at `text[start:end]` stand for, if any."""
    words = words_of(article.text[start:end])
    known = lexicon(catalogue)
    if not words:
        return None
    first, last = words[0], words[-1]
    if len(words) == 1 and first.key in PRONOUNS:
        return _last_speaker(start, first.key, article, catalogue)
    if len(words) == 2 and first.key in {"the", "a", "this"} and last.key.islower():
        if last.key in known.cues["evidence"]:
            return _last_evidence(last.key, start, article)
        if last.key in known.cues["bodies"]:
            return _last_named(last.key, start, article, catalogue)
        return _last_speaker_called(last.key, start, article, catalogue)
    if last.key.isupper() and len(words) <= 2:
        return _spelt_out(last.text, start, article)
    if _is_short_for_person(article.text[start:end], catalogue):
        return _introduction(last.text, start, article, catalogue)
    return None


def context_of(start: int, end: int, article: Article) -> Context:
    """Return what tells the place that is spoken of around the words at `text[start:end]`."""
    text = article.text
    opened = SENTENCE_START.search(text[max(0, start - SENTENCE) : start][::-1])
    first = start - opened.start() if opened else max(0, start - SENTENCE)
    closed = SENTENCE_END.search(text, end, end + SENTENCE)
    last = closed.start() if closed else min(len(text), end + SENTENCE)
    return Context(
        sentence=f"{text[first:start]} {text[end:last]}",
        before=text[max(0, first - LOOK_BACK) : first],
        title=article.title or "",
    )


def speaker_of_quotation(position: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return who speaks the quotation that holds a position of the text, None outside of one."""
    text = article.text
    floor = max(0, position - QUOTATION)
    opened = max((m.end() for m in OPENED.finditer(text, floor, position)), default=None)
    if opened is None or QUOTATION_ENDS.search(text, opened, position):
        return None
    closed = QUOTATION_ENDS.search(text, position, position + QUOTATION)
    if closed is None or OPENED.search(text, position, closed.start()):
        return None  # a stray mark: no quotation begins within another
    after = _after_quotation(catalogue).match(text, closed.end(), closed.end() + ADJACENT)
    if after:
        return after.span("who") if after["who"] else after.span("inverted")
    before = _speakers(catalogue).finditer(text, floor, opened)
    last = None
    for last in before:
        pass
    if last is None or len(text[last.end() : opened]) > ADJACENT:
        return None
    return last.span("who")


@lru_cache(maxsize=4)
def _verbs(catalogue: Catalogue) -> str:
    return "|".join(sorted(lexicon(catalogue).cues["said"]))


@lru_cache(maxsize=4)
def _speakers(catalogue: Catalogue) -> re.Pattern[str]:
    """Return the pattern of a source (`who`) and its reporting verb, with an aside between them."""
    return re.compile(
        rf"(?:^|[.,;:“”\"\n]['’]?\s*|\b(?:but|and|that|while|as)\s+)"
        rf"(?P<who>{WORD}(?:\s+{WORD}){{0,13}}?(?:,[^.,;:“”\"\n]{{4,120}},)?)\s+"
        rf"(?:(?:has|have|had|also|later|previously)\s+)*(?:{_verbs(catalogue)})\b"
    )


@lru_cache(maxsize=4)
def _after_quotation(catalogue: Catalogue) -> re.Pattern[str]:
    verbs = _verbs(catalogue)
    return re.compile(
        rf"\s*(?:(?:{verbs})\s+(?P<inverted>[A-Z][^.,;\n]{{2,80}})"
        rf"|(?P<who>[^.,;:“”\"\n]{{2,80}}?)\s+(?:{verbs})\b)"
    )


def _last_speaker(start: int, pronoun: str, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the last source named before that a pronoun can stand for."""
    for span in _spans_back(_speakers(catalogue), "who", start, article):
        phrase = article.text[span[0] : span[1]]
        keys = [word.key for word in words_of(phrase)]
        if not keys or keys[-1] in PRONOUNS:
            continue
        is_person = _is_person(phrase, catalogue)
        if pronoun in PEOPLE and not is_person or pronoun == "it" and is_person:
            continue
        return antecedent(*span, article, catalogue) or span
    return None


def _last_speaker_called(
    noun: str, start: int, article: Article, catalogue: Catalogue
) -> Span | None:
    """Return the last source whose name holds a noun and more: "a US official" for "the official"."""
    for span in _spans_back(_speakers(catalogue), "who", start, article):
        keys = [word.key for word in words_of(article.text[span[0] : span[1]])]
        if noun in keys and len(keys) > 2:
            return span
    return None


def _spans_back(
    pattern: re.Pattern[str], group: str | int, start: int, article: Article
) -> Iterator[Span]:
    matches = list(pattern.finditer(article.text, max(0, start - LOOK_BACK), start))
    for match in reversed(matches):
        yield match.span(group)


def _is_person(phrase: str, catalogue: Catalogue) -> bool:
    """Tell a person by a title, a role, "a woman", or a name that no party has."""
    known = lexicon(catalogue)
    words = words_of(phrase)
    if any(word.key in known.cues["titles"] or word.key in known.cues["roles"] for word in words):
        return True
    return not known.is_party(phrase) and not words[-1].key.isupper()


def _is_short_for_person(phrase: str, catalogue: Catalogue) -> bool:
    """Tell whether a phrase is a surname, bare or with a title."""
    known = lexicon(catalogue)
    words = words_of(phrase)
    if len(words) == 2 and words[0].key in known.cues["titles"]:
        return True
    return len(words) == 1 and words[0].text[0].isupper() and not known.is_party(phrase)


def _introduction(surname: str, start: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the words that first name a person, with the office before or after the name."""
    pattern = re.compile(
        rf"(?:(?:{NAME}|of|the|for|and|[a-z]+['’]s|{_role_words(catalogue)})\s+)*{re.escape(surname)}\b"
        rf"(?:,? \([^)]*\))?(?:, (?:the |a |an )?[^,.;:]{{0,40}}?\b(?:{_role_words(catalogue)})\b"
        rf"[^,.;:]{{0,100}}?(?=[,.;:]|\s(?:{_verbs(catalogue)})\b))?"
    )
    found = pattern.search(article.text, 0, start)
    return found.span() if found and found.group() != surname else None


@lru_cache(maxsize=4)
def _role_words(catalogue: Catalogue) -> str:
    cues = lexicon(catalogue).cues
    words = {word for name in ("roles", "titles") for word in cues[name]}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _last_named(noun: str, start: int, article: Article, catalogue: Catalogue) -> Span | None:
    """Return the last fuller name that ends in the noun: "health ministry" for "the ministry"."""
    pattern = re.compile(rf"(?:[\w'’-]+ ){{1,5}}{noun}\b{OF_WHAT}", re.IGNORECASE)
    for span in _spans_back(pattern, 0, start, article):
        phrase = article.text[span[0] : span[1]]
        if lexicon(catalogue).is_party(phrase) and resolve(phrase, Context(), catalogue):
            return span
    return _last_speaker(start, "it", article, catalogue)


def _last_evidence(noun: str, start: int, article: Article) -> Span | None:
    """Return the last study, report or poll of that noun that says whose it is."""
    pattern = re.compile(
        rf"\b{noun}\b[^.;\n]{{0,40}}? (?:in|by|from|for) (?:the )?[^.,;\n]*?{NAME}(?:\s+{NAME})*",
        re.IGNORECASE,
    )
    return next(_spans_back(pattern, 0, start, article), None)


def _spelt_out(acronym: str, start: int, article: Article) -> Span | None:
    """Return the full name that an acronym was set behind: "… Research Group (ARG)"."""
    pattern = re.compile(
        rf"{NAME}(?:\s+(?:of|for|and|the|on|{NAME}))*(?=\s+\({re.escape(acronym)}\))"
    )
    found = pattern.search(article.text, 0, start)
    return found.span() if found else None
