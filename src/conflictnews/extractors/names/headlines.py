"""Names in headlines, where every word has a capital: only those that the story, or a table, knows."""

from __future__ import annotations

from conflictnews.extractors.names.kinds import Mention
from conflictnews.extractors.names.vocabulary import Vocabulary, key_word
from conflictnews.text import TextView
from conflictnews.types import SpeakerKind

__all__ = ["mentions_in_headlines"]

_LONGEST = 5


def mentions_in_headlines(
    view: TextView, capitals: list[int], story: list[Mention], vocabulary: Vocabulary
) -> list[Mention]:
    """The names among the capitalised words of headlines that the story names too, or a table knows."""
    forms: dict[tuple[str, ...], Mention] = {}
    for mention in story:
        forms.setdefault(mention.words, mention)
        if mention.kind is SpeakerKind.PERSON and len(mention.words) > 1:
            last = mention.words[-1:]
            if last not in forms:
                forms[last] = mention._replace(words=last)
    size, known, out, done = len(view), vocabulary.known, list[Mention](), -1
    for at in capitals:
        if at < done:
            continue
        words = tuple(key_word(word) for word in view.words[at : min(at + _LONGEST, size)])
        for count in range(len(words), 0, -1):
            form = words[:count]
            if (same := forms.get(form)) is not None:
                out.append(same._replace(first=at, last=at + count))
            elif (
                (entry := known.get(form)) is not None
                and entry.kind is not None
                and _certain(view, at, form, vocabulary)
            ):
                out.append(Mention(at, at + count, form, entry.kind, entry.gender, False, entry))
            else:
                continue
            done = at + count
            break
    return out


def _certain(view: TextView, at: int, form: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether a table's name can't be a common word in capitals ("US" in "JOIN US")."""
    if form not in vocabulary.acronyms:
        return True
    return view.surface(at, at + len(form)).isupper() and not view.surface(at - 1, at).isupper()
