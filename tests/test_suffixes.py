"""A file is read by what it is; a suffix that promises something else is told."""

from __future__ import annotations

import pytest

from prepub_check.model import Source
from prepub_check.readers import read
from prepub_check.readers.registry import READERS

from .documents.hostile import SAMPLES


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.endswith(("txt", "md", "csv"))])
def test_a_suffix_that_does_not_fit_is_told_for_every_format(name: str) -> None:
    data = SAMPLES[name]()
    fitting = read(Source(name, data))
    assert not [notice for notice in fitting.notices if "与内容不符" in notice]
    wrong = ".rtf" if name.endswith("zip") else ".zip"
    document = read(Source(f"a{wrong}", data))
    assert document.media_type == fitting.media_type
    (notice,) = (notice for notice in document.notices if "与内容不符" in notice)
    assert notice.startswith(f"a{wrong}：后缀 {wrong} 与内容不符，内容是{READERS[document.media_type].title}")


@pytest.mark.parametrize(
    "suffix", sorted({suffix for reader in READERS.values() for suffix in reader.suffixes if suffix})
)
def test_text_under_the_suffix_of_another_format_is_read_as_text(suffix: str) -> None:
    document = read(Source(f"a{suffix}", "各单位：请于周五前报送。".encode()))
    assert [part.text.strip() for part in document.parts if part.kind in {"body", "cell"}] == [
        "各单位：请于周五前报送。"
    ]
    assert document.gaps == ()
