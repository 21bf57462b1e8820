"""What the two READMEs show is what happens: the same blocks, real output, settings and code that hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from prepub_check import check_text, load_config

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/yearly-report-with-leaks.txt"
# A fingerprint depends on the reader's key, and the digest of the rules on every rule.
VARIES = re.compile(r" +(?:指纹|规则)：")


def blocks(language: str, name: str = "README.md") -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def without_remarks(code: str) -> str:
    return re.sub(r" +# .*$", "", code, flags=re.MULTILINE)


@pytest.mark.parametrize(("language", "count"), [("sh", 2), ("text", 1), ("python", 1), ("toml", 1)])
def test_both_readmes_hold_the_same_blocks_apart_from_remarks(language: str, count: int) -> None:
    english, chinese = blocks(language), blocks(language, "README.zh-CN.md")
    assert [without_remarks(code) for code in english] == [without_remarks(code) for code in chinese]
    assert len(english) == count


def test_the_output_shown_is_the_output_given() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "prepub_check", "check", EXAMPLE],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    given = set(done.stdout.splitlines())
    (shown,) = blocks("text")
    assert done.returncode == 1, done.stderr
    assert [line for line in shown.splitlines() if not VARIES.match(line) and line not in given] == []


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (settings,) = blocks("toml")
    (tmp_path / "prepub.toml").write_text(settings, encoding="utf-8")
    config = load_config(tmp_path / "prepub.toml")
    assert (len(config.allow), len(config.suppress), config.rules.disable) == (1, 1, ("credential.map-key",))


def test_the_code_shown_says_what_it_finds() -> None:
    (code,) = blocks("python")
    (draft,) = re.findall(r'check_text\("(.+)"\)', code)
    report = check_text(draft)
    assert report.verdict == "block"
    assert [found.rule for found in report.findings] == ["personal.resident-id", "personal.mobile"]
    compile(code, "README.md", "exec")
