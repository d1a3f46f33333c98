"""Ibidem's command line: words typed in, an exit status out (0 done, 1 a problem with the input, 2 wrong usage)."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from app.commands import read_words, run_command
from app.errors import Cancelled, UserError

_OUTPUT_FULL = {errno.ENOSPC, errno.EIO, errno.EDQUOT}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named by the first word, or open the window on a library."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = read_words(words)
    except SystemExit as stop:  # argparse has told what is wrong
        return int(stop.code or 0)
    try:
        if options.command is None:
            return _open_window(options.location)
        status = run_command(options)
        sys.stdout.flush()
        return status
    except UserError as error:
        print(f"{error.message} {error.advice}", file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print("Stopped. Nothing was written.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone, as with `| head`: not an error of the input.
        _let_go_of_output()
        return 0
    except OSError as error:
        if error.errno not in _OUTPUT_FULL:
            raise
        _let_go_of_output()
        print(f"What was to be printed could not be: {error.strerror}. Free some space and try again.", file=sys.stderr)
        return 1


def _let_go_of_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_window(location: str | None) -> int:
    if not has_display():
        raise UserError(
            "No display",
            "There is no display to open a window on.",
            "Use a command such as `ibidem notes PAGE --bib OUT.bib --report OUT.json`; `ibidem --help` lists them.",
        )
    from ui.application import run  # late: commands must not wait for Qt

    return run(location)


def has_display() -> bool:
    """Whether a window can be shown: on Linux that takes a display server, or a Qt platform that needs none."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
