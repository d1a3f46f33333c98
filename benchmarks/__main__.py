"""Every table of figures in turn: what the measuring data beside the project, or a seeded file, says of the program."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import benchmarks


def main() -> int:
    """Run the tables named, or all; a table whose data is missing says so and is passed over."""
    known = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name.startswith("measure_"))
    asked = [f"measure_{name.removeprefix('measure_')}" for name in sys.argv[1:]] or known
    for name in asked:
        if name not in known:
            print(f"no table {name}; there are: {', '.join(known)}", file=sys.stderr)
            return 2
    if len(asked) == 1:
        importlib.import_module(f"benchmarks.{asked[0]}").main()
        return 0
    for name in asked:
        print(f"\n== {name.removeprefix('measure_')}", flush=True)
        # A process of its own, so that one table's memory is not counted to the next.
        subprocess.run([sys.executable, "-m", "benchmarks", name.removeprefix("measure_")], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
