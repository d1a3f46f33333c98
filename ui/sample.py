"""The sample article that comes with Ibidem, opened for review as any page is."""

from __future__ import annotations

from importlib.resources import as_file, files

from app.importing import ImportProposal, propose
from app.library import Library
from app.progress import Progress
from ui.context import Context
from ui.review import open_review


def read_sample(context: Context) -> None:
    """Read the sample article and open its review."""

    def work(library: Library, progress: Progress) -> ImportProposal:
        with as_file(files("resources") / "sample" / "article.html") as path:
            return propose(library, path, progress)

    def show(proposal: ImportProposal) -> None:
        open_review(context, proposal)

    context.background.ask(work, show)
