"""Small questions about a parse that attribution, dating and modality all ask.

Belongs here: the token of a quantity, what governs it, whose subject a verb has. Not here: what
any word means (the catalogue's cues).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PROPER_TAGS = frozenset({"NNP", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
CIRCUMSTANCES = frozenset({"after", "since", "before", "during", "following", "amid", "despite"})
SUBJECT_SHARERS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})


def token_at(parse: "Doc", start: int, end: int) -> "Token | None":
    """Return the token of the parsed `text[start:end]` on which the rest of the stretch depends."""
    span = parse.char_span(start, end, alignment_mode="expand")
    return span.root if span else None


def tokens_at(parse: "Doc", start: int, end: int) -> tuple[int, int]:
    """Return the first and last token that overlap `[start, end)` of the text."""
    span = parse.char_span(start, end, alignment_mode="expand")
    return (0, 0) if span is None else (span.start, span.end - 1)


def ancestors(token: "Token") -> "Iterator[Token]":
    """Yield what governs a token, nearest first, as far as its clause shares the fate of the next.

    A relative clause and a circumstance of time or cause speak of a world of their own.
    """
    while token.head != token and not _stands_alone(token):
        token = token.head
        yield token


def _stands_alone(token: "Token") -> bool:
    if token.dep_ == "prep":
        return token.lower_ in CIRCUMSTANCES
    if token.dep_ == "acl":  # "a team made up of 12", but not "fears that 12 were trapped"
        return token.tag_ == "VBN" and not any(c.dep_ in SUBJECTS for c in token.children)
    return token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ in FINITE_TAGS)


def subject_of(verb: "Token") -> "Token | None":
    """Return the noun that a verb has for its subject, shared ones and relative ones included."""
    while True:
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            nearest = min(subjects, key=lambda child: abs(child.i - verb.i))
            is_relative = nearest.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl"
            return verb.head if is_relative else nearest
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ not in SUBJECT_SHARERS:
            return None
        if verb.dep_ == "prep" and verb.lower_ == "as":  # "quoted the mayor as saying"
            quoted = next((child for child in verb.head.children if child.dep_ == "dobj"), None)
            if quoted is not None:
                return quoted
        verb = verb.head


def told_of(verb: "Token") -> "Token | None":
    """Return the verb that a report in a relative clause is about: "the men police say died"."""
    if verb.dep_ != "relcl":
        return None
    contents = (child for child in verb.children if child.dep_ == "ccomp")
    return next(
        (c for c in contents if not any(child.dep_ == "dobj" for child in c.children)), None
    )


def meeting_paths(one: "Token", other: "Token") -> "tuple[list[Token], list[Token]]":
    """Return the ways up from two tokens of a sentence to where they meet, that token included."""
    one_up, other_up = [one, *one.ancestors], [other, *other.ancestors]
    meeting = next((token for token in one_up if token in other_up), None)
    if meeting is None:
        return one_up, other_up
    return (
        one_up[: one_up.index(meeting) + 1],
        other_up[: other_up.index(meeting) + 1],
    )


def reach(head: "Token") -> tuple[int, int]:
    """Return the stretch of text from a token's first dependant to its last."""
    return head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
