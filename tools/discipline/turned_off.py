"""A plugin for pytest (``-p discipline.turned_off``): the variable TURNED_OFF says which rule is off while tests run.

It holds layer, rule and way as JSON: ``["events", "clauses.is_passive", "True"]``.
"""

from __future__ import annotations

import json
import os
from contextlib import ExitStack

from discipline.rules import PACKAGE, find_rules
from discipline.stand_in import caches

__all__ = ["VARIABLE", "pytest_collection_finish"]

VARIABLE = "TURNED_OFF"
_FOR_GOOD = ExitStack()


def pytest_collection_finish() -> None:
    """Behind the collection: every module that a test needs is imported, and no test has run."""
    if os.environ.get(VARIABLE):
        layer, name, way = json.loads(os.environ[VARIABLE])
        rule = next(rule for rule in find_rules(layer) if rule.name == name)
        _FOR_GOOD.enter_context(rule.turned(way))
        for cache in caches(PACKAGE):
            cache.cache_clear()
