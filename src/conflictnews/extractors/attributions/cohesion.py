"""Whether paragraphs hang together, so that a pronoun may reach back over the end of one.

Articles that were cut up and glued together again show it: nearly every paragraph is one sentence, and pronouns or
definite phrases ("the group") stand there whose antecedent has gone. Synonym software leaves another sign: it writes
"USA forces" where the sentence beside it has "US forces", which no editor's style allows. In such texts the paragraph
before says nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from conflictnews.text import TextView

__all__ = ["reach"]

_PARAGRAPHS = 6
_SINGLE = 0.8
_ORPHANS = 0.15
_WORDS = 8


def reach(view: TextView, orphans: int, sources: int) -> int:
    r"""How many paragraphs back an antecedent may stand: 1, or 0 in a text that was glued together.

    ``orphans`` of the ``sources`` of the text are pronouns and definite phrases that nobody was found for.

    >>> reach(TextView("He said so.\n\nShe went."), orphans=1, sources=1)
    1
    """
    if _has_swapped_synonyms(view):
        return 0
    if not orphans or orphans < _ORPHANS * sources:
        return 1
    starts = view.starts
    begins = [starts[first] for first, _ in view.sentences]
    single = many = 0
    for start, end in view.paragraphs:
        if bisect_left(starts, end) - bisect_left(starts, start) < _WORDS:
            continue
        if bisect_left(begins, end) - bisect_left(begins, start) > 1:
            many += 1
        else:
            single += 1
    glued = single + many >= _PARAGRAPHS and single >= _SINGLE * (single + many)
    return 0 if glued else 1


def _has_swapped_synonyms(view: TextView) -> bool:
    """Whether "USA" stands before a noun, as an adjective, in a text that writes "US" or "U.S." elsewhere."""
    if not any(view.tags[at + 1] in "NJ" for at in view.index.get("usa", ()) if at + 1 < len(view)):
        return False
    acronyms = (view.surface(at, at + 1) for at in view.index.get("us", ()))
    return "u.s." in view.index or "US" in acronyms or "united" in view.index
