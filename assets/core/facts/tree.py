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
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SUBJECT_SHARERS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})


def token_at(parse: "Doc", start: int, end: int) -> "Token | None":
    """Return the token of `text[start:end]` that the others of the stretch depend on."""
    inside = [token for token in parse if token.idx < end and token.idx + len(token) > start]
    return next((token for token in inside if token.head not in inside), None) or (
        inside[0] if inside else None
    )


def ancestors(token: "Token") -> "Iterator[Token]":
    """Yield what governs a token, nearest first, as far as its clause shares the fate of the next.

    A relative clause and a circumstance of time or cause speak of a world of their own.
    """
    while token.head != token:
        if token.dep_ == "relcl" or (token.dep_ == "advcl" and token.tag_ in {"VBD", "VBP", "VBZ"}):
            return
        token = token.head
        yield token


def subject_of(verb: "Token") -> "Token | None":
    """Return the noun that a verb has for its subject, shared ones and relative ones included."""
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                is_relative = child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl"
                return verb.head if is_relative else child
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in SUBJECT_SHARERS:
            return None
        verb = verb.head


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
