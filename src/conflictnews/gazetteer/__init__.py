"""Gazetteer: where on the map the places are that a text names."""

from conflictnews.gazetteer.gazetteer import Gazetteer

__all__ = ["Gazetteer"]
