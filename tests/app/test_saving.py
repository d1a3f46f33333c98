"""A file is replaced whole or not at all."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from app.errors import UserError
from app.saving import replace_file, replace_files


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    bib = tmp_path / "works.bib"
    bib.write_text("old")
    replace_file(bib, b"new")
    assert bib.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["works.bib"]


def test_the_permissions_stay(tmp_path):
    bib = tmp_path / "works.bib"
    bib.write_text("old")
    bib.chmod(0o640)
    replace_file(bib, b"new")
    assert stat.S_IMODE(bib.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.bib", tmp_path / "link.bib"
    real.write_text("old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "absent" / "works.bib", "does not exist"),
        (lambda folder: folder, "is a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_in_a_plain_sentence(tmp_path, make, said):
    with pytest.raises(UserError, match=said):
        replace_file(make(tmp_path), b"new")


def test_of_two_files_neither_is_written_when_one_cannot_be(tmp_path):
    bib, report = tmp_path / "works.bib", tmp_path / "absent" / "report.json"
    bib.write_text("old")
    with pytest.raises(UserError):
        replace_files({bib: b"new", report: b"{}"})
    assert bib.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["works.bib"]


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.name != "posix"
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("mounting a small disk takes root on Linux")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_full_disk_the_old_file_still_stands(small_disk):
    bib = small_disk / "works.bib"
    bib.write_bytes(b"old")
    with pytest.raises(UserError, match="disk is full"):
        replace_file(bib, b"x" * 200_000)
    assert bib.read_bytes() == b"old"
    assert [p.name for p in small_disk.iterdir()] == ["works.bib"]


def test_a_full_device_leaves_the_file_beside_it_alone(tmp_path):
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("there is no /dev/full here")
    report = tmp_path / "report.json"
    with pytest.raises(UserError, match="disk is full"):
        replace_files({report: b"{}", full: b"x" * 10_000})
    assert list(tmp_path.iterdir()) == []
