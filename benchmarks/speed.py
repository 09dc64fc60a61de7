"""How fast news is read, beside other tools on the same texts in the same process: ``python benchmarks/speed.py``.

Each tool does its own work only; conflictnews finds all that an Article holds, or one layer with what it requires. CPU
time of one process; in each round all tools read all texts, one tool after the other, so that a busy moment hits all;
the fastest of several rounds for each text; the time to load models and tables is left out.
"""

from __future__ import annotations

import gc
import math
import time
import warnings
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from corpus import news
from rivals import RIVALS, Read

import conflictnews as cn

ROUNDS = 5
SLOW_ROUNDS = 2
"""Of a tool that needs more than ten times as long as the whole analysis."""
LAYERS = ("sentences", "quotes", "facts", "dates")


def own() -> dict[str, Read]:
    """The whole analysis, and single layers with what they require."""
    day = date(2021, 2, 26)
    layers: dict[str, Read] = {"all layers": lambda text: cn.parse(text, published=day)}
    return layers | {name: cn.Parser().only(name).parse for name in LAYERS}


def loaded() -> tuple[dict[str, Read], dict[str, str]]:
    """The other tools by title and work, and why each of the rest can't be measured."""
    found: dict[str, Read] = {}
    missing: dict[str, str] = {}
    for rival in RIVALS:
        name = f"{rival.title}, {rival.work}"
        try:
            version(rival.distribution)
            read = rival.load()
            read('On 3 March 2021 the army said: "At least two of our men were killed."')
        except PackageNotFoundError:
            missing[name] = "not installed"
        except Exception as broken:  # noqa: BLE001 - whatever a tool that is broken raises
            missing[name] = f"installed, but broken: {type(broken).__name__}: {broken}"[:150]
        else:
            found[name] = read
    return found, missing


def seconds(tools: dict[str, Read], texts: list[str]) -> dict[str, float]:
    """For each tool the sum of its fastest times."""
    best = {name: [math.inf] * len(texts) for name in tools}
    for number in range(ROUNDS):
        for name, read in tools.items():
            if number >= SLOW_ROUNDS and sum(best[name]) > 10 * sum(best["all layers"]):
                continue
            for at, text in enumerate(texts):
                start = time.process_time()
                read(text)
                best[name][at] = min(best[name][at], time.process_time() - start)
    return {name: sum(times) for name, times in best.items()}


def main() -> None:
    """Print a table."""
    warnings.simplefilter("ignore")
    texts = news()
    size = sum(map(len, texts))
    layers, (others, missing) = own(), loaded()
    gc.collect()
    gc.freeze()  # so that no tool pays for walking through what the others have loaded
    took = seconds({**layers, **others}, texts)
    print(f"{len(texts)} articles, {size:,} characters, CPU time, best of {ROUNDS} rounds for each")
    print(f"{'':52}{'ms per 5,000 characters':>24}")
    for name in layers:
        print(f"{f'conflictnews {cn.__version__}, {name}':52}{took[name] / size * 5e6:24.1f}")
    for rival in RIVALS:
        name = f"{rival.title}, {rival.work}"
        if name in missing:
            print(f"{name:52}{'-':>24}   {missing[name]}")
            continue
        ratios = "; ".join(f"{took[name] / took[layer]:.1f} times that of {layer}" for layer in rival.beside)
        print(f"{name:52}{took[name] / size * 5e6:24.1f}   {ratios}")


if __name__ == "__main__":
    main()
