"""Columns of articles, and of what stands on the page: blocks, sentences, entities and diagnostics."""

from __future__ import annotations

from conflictnews.output.tables.column import Table
from conflictnews.output.tables.common import article_columns, head, integer, places, string, strings

__all__ = ["ARTICLES", "BLOCKS", "DIAGNOSTICS", "ENTITIES", "SENTENCES"]

_OF_ARTICLE = (("article_id", "articles"),)

ARTICLES = Table(
    "articles",
    "The articles themselves: one row each.",
    lambda ids: [ids.article],
    (
        *article_columns(),
        string("title", "the headline", lambda article, _: article.title and article.title.text),
        integer("length", "characters of the text", lambda article, _: len(article.text)),
        string("text", "the text as it was given"),
    ),
    ("article_id",),
)

BLOCKS = Table(
    "blocks",
    "Paragraphs: one row each.",
    lambda ids: ids.article.blocks,
    (*head("blocks", "block_id"), string("kind", "what the paragraph is on the page")),
    ("block_id",),
    _OF_ARTICLE,
)

SENTENCES = Table(
    "sentences",
    "Sentences: one row each.",
    lambda ids: ids.article.sentences,
    head("sentences", "sentence_id"),
    ("sentence_id",),
    _OF_ARTICLE,
)

ENTITIES = Table(
    "entities",
    "Who and what is named: one row a name and article.",
    lambda ids: ids.article.entities,
    (
        *head("entities", "entity_id"),
        string("name", "the fullest form of the name"),
        string("kind", "person, group, organisation, state, place ..."),
        string("register_id", "its id in the register of actors", lambda entity, _: entity.id),
        string("state", "the state that it is or belongs to (ISO 3166-1 alpha-3)"),
        strings("mentions", "where it is named", lambda entity, _: places(entity.mentions)),
    ),
    ("entity_id",),
    _OF_ARTICLE,
)

DIAGNOSTICS = Table(
    "diagnostics",
    "What looks odd: one row each.",
    lambda ids: ids.article.diagnostics,
    (
        *head("diagnostics", "diagnostic_id"),
        string("code", "what sort of oddity it is"),
        string("message", "the same in a sentence"),
    ),
    ("diagnostic_id",),
    _OF_ARTICLE,
)
