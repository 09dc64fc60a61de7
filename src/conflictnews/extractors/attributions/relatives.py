"""Relative pronouns as sources: "farmers, WHO alleged that soldiers burned their homes": whom they stand for."""

from __future__ import annotations

from conflictnews.text import TextView
from conflictnews.text.antecedents import antecedent_of
from conflictnews.text.closed_words import closed_words
from conflictnews.text.phrases import Phrase
from conflictnews.text.subjects import subjects_of
from conflictnews.text.syntax import Syntax
from conflictnews.types import Span

__all__ = ["relative_antecedent"]

_WHO = frozenset({"who", "which"})


def relative_antecedent(view: TextView, source: Span) -> Span | None:
    """The phrase that a source stands for which is a relative pronoun; None for other sources, and where none is found.

    Of "Voss is a rebel leader who denied" it is Voss; so it is where the clause is taken for the source.
    """
    tokens = view.tokens_in(source)
    if len(tokens) == 0 or view.words[tokens.start] not in _WHO:
        return None
    syntax = view.syntax(tokens.start)
    phrases = antecedent_of(syntax, tokens.start)
    if len(phrases) != 1:
        return None
    phrase = phrases[0]
    if view.words[tokens.start] == "which" and "of" in view.words[phrase.first : phrase.last]:
        return None  # "members of the government, which said"
    first = _begin(syntax, phrase)
    if first > syntax.first and view.words[first - 1] in closed_words("be"):
        named = subjects_of(syntax, first - 1)
        if len(named) == 1:
            phrase, first = named[0], _begin(syntax, named[0])
    return view.span(first, phrase.last)


def _begin(syntax: Syntax, phrase: Phrase) -> int:
    """Where a phrase begins with its determiner."""
    chunk = syntax.chunk(phrase.first)
    return phrase.first if chunk is None else min(chunk.first, phrase.first)
