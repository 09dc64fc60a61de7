"""TextView: one text, cut into tokens, paragraphs, sentences and quotations once, for all extractors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Set
from datetime import date
from functools import cached_property

from conflictnews.text.numerals import is_continental
from conflictnews.text.paragraphs import paragraph_spans
from conflictnews.text.quotations import Quotation, find_quotations
from conflictnews.text.sentences import sentence_ranges, stop_positions
from conflictnews.text.syntax import Syntax
from conflictnews.text.tag_words import has_article
from conflictnews.text.tags import tag
from conflictnews.text.tokens import fold, token_spans
from conflictnews.text.word_classes import read_classes
from conflictnews.types.span import Span

__all__ = ["TextView"]


class TextView:
    """What extractors read: the text and its geometry. Treat it as frozen.

    Token ``i`` is ``words[i]`` (folded: lower case, straight apostrophes), from ``starts[i]`` to ``ends[i]`` in
    ``text``. ``index`` leads from a folded word to its positions, ascending; begin there, at the few words that a
    lexicon names, and look around: cost then grows with what there is to find.

    >>> view = TextView("The Pentagon said so. Iran denied it.")
    >>> view.positions({"said", "denied"})
    [2, 6]
    >>> view.sentence_of(6)
    (5, 9)
    """

    def __init__(self, text: str, published: date | None = None) -> None:
        self.text = text
        self.published = published
        self.folded: str = fold(text)
        spans = token_spans(text)
        folded = self.folded
        self.words: list[str] = [folded[start:end] for start, end in spans]
        self.starts: list[int] = [start for start, _ in spans]
        self.ends: list[int] = [end for _, end in spans]
        index: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            if word in index:
                index[word].append(position)
            else:
                index[word] = [position]
        self.index = index
        self._tags = [""] * len(spans)
        self._classes = [""] * len(spans)
        self._syntax: dict[int, Syntax] = {}

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Character offsets of each paragraph."""
        return paragraph_spans(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open token ranges of each sentence; every token is in one."""
        stops = stop_positions(self.index)
        return sentence_ranges(self.text, self.words, self.starts, self.ends, self.paragraphs, stops)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Every quotation, by its start."""
        return find_quotations(self.text, self.paragraphs)

    @cached_property
    def tags(self) -> list[str]:
        """The part of speech of every token, one letter each; the table stands in ``conflictnews.text.tags``."""
        return tag(self.text, self.words, self.starts, self.ends, self.sentences)

    def tags_in(self, first: int, last: int) -> list[str]:
        """The tags of one sentence, given its token range: for a layer that asks for few of them.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.tags_in(5, 9)
        ['P', 'V', 'O', '.']
        """
        if "tags" in self.__dict__:
            return self.tags[first:last]
        starts, ends = self.starts[first:last], self.ends[first:last]
        return tag(self.text, self.words[first:last], starts, ends, [(0, last - first)])

    def syntax(self, position: int) -> Syntax:
        """The sentence that holds token ``position``, for reading its phrases and clauses; read once.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> syntax = view.syntax(6)
        >>> syntax.words[syntax.first : syntax.last]
        ['iran', 'denied', 'it', '.']
        """
        number = self.sentence_number(position)
        found = self._syntax.get(number)
        if found is None:
            first, last = self.sentences[number]
            self._tags[first:last] = self.tags_in(first, last)
            self._classes[first:last] = read_classes(self.words, self._tags, first, last)
            found = self._syntax[number] = Syntax(self.words, self._tags, first, last, self._classes)
        return found

    def is_capital(self, position: int) -> bool:
        """Whether token ``position`` begins with a capital, be it behind an article: "al-Raqqa".

        >>> view = TextView("The town of al-Raqqa fell.")
        >>> [view.is_capital(at) for at in range(len(view))]
        [True, False, False, True, False, False]
        """
        if self.text[self.starts[position]].isupper():
            return True
        word = self.words[position]
        return (word[2:3] == "-" or word[3:4] == "-") and has_article(
            self.text[self.starts[position] : self.ends[position]]
        )

    @cached_property
    def continental(self) -> bool:
        """Whether the text has a number that only the continent writes so: "1.234,5"."""
        return is_continental(self.index)

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        """For each token the number of its sentence: all layers ask for it, of most tokens several times."""
        numbers: list[int] = []
        for number, (first, last) in enumerate(self.sentences):
            numbers += [number] * (last - first)
        return [*numbers, len(self.sentences) - 1]  # behind the last token is the last sentence

    def positions(self, words: Iterable[str]) -> list[int]:
        """Where any of these folded words stand, ascending. Pass a set or a dict's keys: it meets the index in C.

        A set of thousands of words is asked for the few of the text, not the other way round.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.positions({"said", "denied"})
        [2, 6]
        """
        hits: Set[str]
        if isinstance(words, frozenset | set) and len(words) > len(self.index):
            hits = words.intersection(self.index)
        else:
            hits = self.index.keys() & words
        if len(hits) == 1:
            return self.index[next(iter(hits))]
        return sorted(position for word in hits for position in self.index[word])

    def sentence_number(self, position: int) -> int:
        """The number of the sentence that holds token ``position``.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.sentence_number(6)
        1
        """
        return self._sentence_numbers[position]

    def sentence_of(self, position: int) -> tuple[int, int]:
        """The token range of the sentence that holds token ``position``.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.sentence_of(6)
        (5, 9)
        """
        return self.sentences[self.sentence_number(position)]

    def token_at(self, offset: int) -> int:
        """The first token that ends behind the character ``offset`` (``len(view)`` where there is none).

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.words[view.token_at(4)]
        'pentagon'
        """
        return bisect_right(self.ends, offset)

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin inside a span.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> [view.words[at] for at in view.tokens_in(view.span(0, 3))]
        ['the', 'pentagon', 'said']
        """
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """The stretch from token ``first`` up to, not with, token ``last``.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.span(1, 3)
        Span(start=4, end=17)
        """
        return Span(self.starts[first], self.ends[last - 1])

    def surface(self, first: int, last: int) -> str:
        """The text of tokens ``first`` up to, not with, ``last``, as it stands.

        >>> view = TextView("The Pentagon said so. Iran denied it.")
        >>> view.surface(1, 3)
        'Pentagon said'
        """
        return self.text[self.starts[first] : self.ends[last - 1]]
