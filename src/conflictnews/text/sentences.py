"""Sentences: where a full stop ends one and where it ends an abbreviation.

Golden rules after Kiss and Strunk (2006) and Read et al. (2012), with tables in place of training: titles never end a
sentence, other abbreviations and acronyms do when a word follows that begins sentences, and a question mark inside a
quotation does not when a reporting verb follows (``"Why?" Smith asked``).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from conflictnews.lexicons.table import word_set, word_sets

__all__ = ["sentence_ranges"]

_STOPS = frozenset({".", "?", "!", "…", "...", "....", "。", "؟", "।"})
_CLOSERS = frozenset("\"”’'»›)]") | {"''", "'"}
_TURNED = frozenset("“«")  # these close, too, in some countries: „so“, »so«
_TIGHT = frozenset("?!") | {"…"}
_REPORTING = frozenset(
    "said says asked asks told tells added adds replied replies wrote writes tweeted joked quipped shouted wondered "
    "demanded exclaimed cried yelled screamed chanted mused answered responded continued concluded insisted argued "
    "recalled explained noted declared warned thundered snapped retorted inquired pleaded whispered muttered".split()
)


@cache
def _starters() -> frozenset[str]:
    return word_set("sentence_starters", "word")


@cache
def _abbreviations() -> dict[str, str]:
    sets = word_sets("abbreviations", "abbreviation", "class")
    return {word: label for label, words in sets.items() for word in words}


def sentence_ranges(
    text: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    paragraphs: list[tuple[int, int]],
    stops: list[int],
) -> list[tuple[int, int]]:
    """Half-open token ranges, one a sentence; ``stops`` are the positions of tokens that may end one, ascending."""
    out: list[tuple[int, int]] = []
    at = 0
    for _, paragraph_end in paragraphs:
        first, last = at, bisect_left(starts, paragraph_end, at)
        for k in range(bisect_left(stops, first), bisect_left(stops, last)):
            end = _sentence_end(text, words, starts, ends, stops[k], last)
            if first < end < last:
                out.append((first, end))
                first = end
        if first < last:
            out.append((first, last))
        at = last
    return out


def stop_positions(index: dict[str, list[int]]) -> list[int]:
    """Where tokens stand that may end a sentence: stops, and acronyms with their own."""
    found: list[int] = []
    for word, positions in index.items():
        if word in _STOPS or (word[-1] == "." and len(word) > 2):
            found += positions
    return sorted(found)


def _sentence_end(text: str, words: list[str], starts: list[int], ends: list[int], stop: int, last: int) -> int:
    """The token behind the sentence that ends at ``stop``; 0 where none ends there."""
    end = stop + 1
    while end < last and words[end] in _CLOSERS and (starts[end] == ends[end - 1] or words[end] in (")", "]")):
        end += 1
    if end + 1 < last and words[end] in _TURNED and starts[end] == ends[end - 1] and starts[end + 1] > ends[end]:
        end += 1
    if end < last and words[end] in _STOPS:  # "?!" and "...": the last mark decides
        return 0
    if end >= last:
        return end
    glued = starts[end] == ends[end - 1]
    nxt = _first_word(words, end, last)
    initial = text[starts[nxt]]
    word = words[stop]
    if initial.islower() and not glued and not (word == "." and words[end] in ("[", "(")):  # "... left. [size=large]"
        return 0
    if word == ".":
        return end if _ends_behind_word(text, words, starts, ends, stop, nxt, glued) else 0
    if word[-1] == "." and len(word) > 1 and word[0] != ".":  # U.S.
        return end if not glued and words[nxt] in _starters() else 0
    if end > stop + 1 and word in _TIGHT:  # "Why?" Smith asked
        return 0 if not _REPORTING.isdisjoint(words[nxt : min(nxt + 4, last)]) and nxt == end else end
    return 0 if glued and initial.isalnum() and word in ("...", "…") else end


def _first_word(words: list[str], at: int, last: int) -> int:
    """The next token that is a word, past opening marks; else ``at``."""
    for k in range(at, min(at + 4, last)):
        if words[k][0].isalnum():
            return k
    return at


def _ends_behind_word(
    text: str, words: list[str], starts: list[int], ends: list[int], stop: int, nxt: int, glued: bool
) -> bool:
    """Whether the full stop at ``stop``, behind some word, ends a sentence; ``nxt`` is the next word."""
    if stop == 0 or ends[stop - 1] != starts[stop]:
        return not glued
    before = words[stop - 1]
    if glued:  # "militias.The": a missing space, unless it is a host name or a file
        after = text[starts[nxt] : ends[nxt]]
        return len(before) > 2 and before.isalpha() and after[:1].isupper() and after[1:2].islower()
    kind = _abbreviations().get(before)
    if kind == "title":
        return False
    if kind in ("number", "month"):
        return not text[starts[nxt]].isdigit() and (kind == "number" or words[nxt] in _starters())
    if kind is not None or (len(before) == 1 and before.isalpha() and before != "i"):
        return words[nxt] in _starters()
    return True
