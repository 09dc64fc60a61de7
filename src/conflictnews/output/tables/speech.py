"""Columns of quotes, attributions and speakers."""

from __future__ import annotations

from conflictnews.output.tables.column import Column, Table
from conflictnews.output.tables.common import (
    attribution_id,
    boolean,
    head,
    number,
    of_attribution,
    places,
    string,
    strings,
)
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import Attribution, Span

__all__ = ["ATTRIBUTIONS", "QUOTES", "SPEAKER", "SPEAKERS"]


def _surface(span: Span | None, ids: Numbering) -> str | None:
    return None if span is None else span.of(ids.article.text)


def _place(span: Span | None) -> str | None:
    return None if span is None else f"{span.start}-{span.end}"


def _speaker_ids(a: Attribution, ids: Numbering) -> list[str]:
    everybody = a.speakers or ((a.speaker,) if a.speaker is not None else ())
    return [found for one in everybody if (found := ids.of("speakers", one)) is not None]


SPEAKER: tuple[Column, ...] = (
    string("speaker", "the name of the speaker, of several the first", lambda a, _: a.speaker and a.speaker.name),
    string("speaker_id", "the speaker's row in speakers", lambda a, ids: ids.of("speakers", a.speaker)),
)

_SPEECH: tuple[Column, ...] = (
    *SPEAKER,
    string("speakers", "the names of all who speak together", lambda a, _: a.speaker_name),
    strings("speaker_ids", "their rows in speakers", _speaker_ids),
    string("speaker_kind", "what sort of source speaks", lambda a, _: a.speaker and a.speaker.kind),
    string("speaker_role", "the title or office beside the name", lambda a, _: a.speaker and a.speaker.role),
    boolean("speaker_anonymous", "whether the source is described and not named", lambda a, _: a.anonymous),
    string("source_text", "the words of the source", lambda a, ids: _surface(a.source, ids)),
    string("cue", "the word that attributes", lambda a, ids: _surface(a.cue, ids)),
    string("medium", "the occasion: in a statement, in an interview"),
    string("via", "who relays it"),
    string("resolved_by", "how the speaker was found"),
    number("confidence", "how surely, from 0 to 1"),
)

ATTRIBUTIONS = Table(
    "attributions",
    "Who said what: one row an attribution.",
    lambda ids: ids.article.attributions,
    (
        *head("attributions", "attribution_id"),
        string("kind", "direct, mixed or indirect speech"),
        string("act", "what the source does: say, deny, claim, accuse ..."),
        string(
            "content",
            "the words that are attributed, parts joined by an ellipsis",
            lambda a, ids: " … ".join(span.of(ids.article.text) for span in a.content),
        ),
        strings("content_spans", 'where its parts stand: "10-25"', lambda a, _: places(a.content)),
        *_SPEECH,
        string("source_span", "where the source stands", lambda a, _: _place(a.source)),
        string("cue_span", "where the cue stands", lambda a, _: _place(a.cue)),
    ),
    ("attribution_id",),
    (("article_id", "articles"), ("speaker_id", "speakers")),
)

QUOTES = Table(
    "quotes",
    "What stands between quotation marks: one row a quotation.",
    lambda ids: ids.article.quotes,
    (
        *head("quotes", "quote_id"),
        string("kind", "direct, partial or scare"),
        boolean("closed", "whether the closing mark is there"),
        string("nested_in", "the quotation that holds this one", lambda q, ids: ids.at("quotes", q.nested_in)),
        string("attribution_id", "its row in attributions", attribution_id),
        *map(of_attribution, _SPEECH),
    ),
    ("quote_id",),
    (
        ("article_id", "articles"),
        ("attribution_id", "attributions"),
        ("speaker_id", "speakers"),
        ("nested_in", "quotes"),
    ),
)

SPEAKERS = Table(
    "speakers",
    "Who is quoted: one row a person or body and article.",
    lambda ids: ids.article.speakers,
    (
        *head("speakers", "speaker_id"),
        string("name", "the fullest form of the name"),
        string("kind", "what sort of source it is"),
        string("role", "the title or office beside the name"),
        boolean("anonymous", "whether it is described and not named"),
        string(
            "entity_id", "the row in entities of the name that it bears", lambda s, ids: ids.at("entities", s.entity)
        ),
        strings("mentions", "where it is named", lambda s, _: places(s.mentions)),
    ),
    ("speaker_id",),
    (("article_id", "articles"), ("entity_id", "entities")),
)
