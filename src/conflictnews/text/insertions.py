"""Insertions between a subject and its verb: appositions, relative clauses, what stands in brackets or dashes."""

from __future__ import annotations

from conflictnews.text.apposed_ages import before_age
from conflictnews.text.bracketed_names import CLOSING
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.text.morphology import strong_pasts
from conflictnews.text.nouns import PARTIES, is_person, is_plural, nouns
from conflictnews.text.phrase_chains import before_initials
from conflictnews.text.phrases import Phrase, chunk_before, phrase_at
from conflictnews.text.place_chains import before_region
from conflictnews.text.syntax import Syntax

__all__ = ["before_insertion", "is_full_name", "named_behind", "with_name"]

_OPENING = frozenset(CLOSING.values())
_ROLES = 5
"""Roles, and an age, that may be told of one who is named."""
_SAID = 5
"""Words behind a name within which a verb of saying makes it a speaker's."""
_CLOSING = frozenset({",", ".", ";", ")"})


def before_insertion(syntax: Syntax, i: int, stop: int) -> int | None:
    """Behind an apposition, a relative clause or a parenthesis: where the noun phrase before it ends."""
    words, classes = syntax.words, syntax.classes
    opening = CLOSING.get(words[i], words[i])
    depth = int(words[i] in CLOSING)
    for k in range(i - 1, stop - 1, -1):
        depth += (words[k] in CLOSING) - (words[k] in _OPENING)
        named = before_initials(syntax, k) < k
        if depth == 0 and words[k] == opening and k > stop and (classes[k - 1] in "nyo" or named):
            relative = words[k + 1] in closed_words("relative")
            described = _describes(syntax, k + 1)
            begun = k + 1 + described
            end = next((j for j in range(begun, i) if words[j] in closed_words("relative")), i - _is_told(syntax, i))
            acts = classes[begun] == "e" and classes[begun + 1] in "ndu"  # ", attacked rebels,"
            finite = acts or any(classes[j] in "vx" and classes[j - 1] != "t" for j in range(begun, end))
            if opening == "," and not relative and finite:
                return None
            listed = opening == "," and words[k + 1] in ("and", "or")
            return (_before_roles(syntax, k, stop) if listed else None) or k
    return None


def _before_roles(syntax: Syntax, comma: int, stop: int) -> int | None:
    """The comma before the roles of one who is named: of "Omar Dorn, engineer, teacher, AND poet," that behind him."""
    for _ in range(_ROLES):
        comma = min(comma, before_age(syntax, comma + 1))
        chunk = chunk_before(syntax, comma)
        if chunk is None:
            return None
        if syntax.tags[chunk.head] == "P":
            return comma if syntax.tags[chunk.first] == "P" else None
        head = syntax.words[chunk.head]
        if chunk.first - 1 <= stop or not is_person(head) or is_plural(head) or syntax.words[chunk.first - 1] != ",":
            return None
        comma = chunk.first - 1
    return None


def _describes(syntax: Syntax, at: int) -> bool:
    """Whether a participle begins an insertion: ", BELIEVED to be soldiers,", ", SAID to be their chief,"."""
    if syntax.classes[at] == "v" and syntax.tags[at + 1] == "r":
        return False  # ", burned down their huts,"
    past = syntax.words[at].endswith("ed") and syntax.classes[at + 1] in "tpreu"
    return past or (syntax.words[at] in strong_pasts() and syntax.classes[at + 1] == "t")


def _is_told(syntax: Syntax, comma: int) -> bool:
    """Whether a verb of saying ends before a comma: "the mayor, police SAID, had fled"."""
    return syntax.words[comma] == "," and syntax.words[comma - 1] in reporting_verbs()


def with_name(syntax: Syntax, phrases: list[Phrase], first: int, last: int) -> list[Phrase]:
    """Some phrases, the last by the name in apposition to it: "a little-known group, the Harun Brigade,"; it says more.

    So it is with the place of one person between: "the mayor of Kaya, Omar Dorn,". Two roles may be of one: "former
    minister and party leader, Omar Dorn,".
    """
    name = phrase_at(syntax, first)
    if name is None or name.last != last or syntax.tags[name.first] != "P" or syntax.words[first - 1] != ",":
        return phrases
    one = bool(phrases) and is_person(head := syntax.words[phrases[-1].head]) and not is_plural(head)
    if syntax.tags[first - 2] != "N" and not (one and is_full_name(syntax, name)):
        return phrases
    chunk = syntax.chunk(phrases[-1].head) if phrases else None
    roles = one and chunk is not None and syntax.classes[chunk.first] not in "ds"
    return [name] if roles else [*phrases[:-1], name]


def named_behind(syntax: Syntax, phrases: list[Phrase]) -> list[Phrase]:
    """Some objects, the last by the name behind it, which says more: "the mayor, OMAR DORN", "a man named ANN RELL"."""
    if not phrases or not is_person(head := syntax.words[phrases[-1].head]) or is_plural(head):
        return phrases
    at = phrases[-1].last
    called = at + 1 < syntax.last and syntax.words[at] in closed_words("naming")
    first = at + 1 + (called and syntax.words[at + 1] == "as")
    if first >= syntax.last or not (called or syntax.words[at] == ","):
        return phrases
    name = phrase_at(syntax, first)
    if name is None or name.first != first or not is_full_name(syntax, name):
        return phrases
    behind = syntax.words[name.last : min(syntax.last, name.last + _SAID)]
    if not reporting_verbs().isdisjoint(behind):
        return phrases  # "arrested a man, Omar Dorn, the mayor, said"
    closed = not behind or behind[0] in _CLOSING
    if not called and not (closed and list(syntax.words[name.last : name.last + 2]) != [",", "and"]):
        return phrases
    return [*phrases[:-1], name]


def is_full_name(syntax: Syntax, name: Phrase) -> bool:
    """Whether a name behind a comma is that of a person with a surname, and no region or body, as far as words tell."""
    if name.last - name.first < 2 or any(syntax.tags[at] != "P" for at in range(name.first, name.last)):
        return False
    placed = syntax.words[name.head] in nouns("place", "named-place", *PARTIES)
    return not placed and before_region(syntax, name.first - 1, syntax.first) is None
