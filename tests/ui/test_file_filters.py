"""What the file dialogs offer to be read."""

import pytest

from ui.file_menu import EVERYTHING_FILTER
from ui.reading_in import PAGE_FILTER


@pytest.mark.parametrize("ending", ["html", "mhtml", "mht", "txt", "docx", "odt", "pdf"])
def test_every_kind_of_page_that_can_be_read_is_offered(ending):
    assert f"*.{ending} " in PAGE_FILTER.replace(")", " ")
    assert f"*.{ending} " in EVERYTHING_FILTER.replace(")", " ")
