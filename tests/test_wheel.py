"""The wheel carries every rule byte for byte, and works even unopened."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_every_rule_file_is_in_the_wheel_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        prefix = "prepub_check/rules/"
        packed = {name: archive.read(name) for name in archive.namelist() if name.startswith(prefix)}
    kept = {
        prefix + path.relative_to(RULES).as_posix(): path.read_bytes()
        for path in RULES.rglob("*")
        if path.is_file()
    }
    assert packed == kept
    assert len(kept) > 20


def test_the_unopened_wheel_loads_the_same_rules(wheel: Path, tmp_path: Path) -> None:
    code = "import prepub_check; print(prepub_check.__file__); print(prepub_check.load_rules().fingerprint)"
    places = {"wheel": {"PYTHONPATH": str(wheel)}, "checkout": {"PYTHONPATH": str(ROOT / "src")}}
    told = {
        place: subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, **extra},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\n")
        for place, extra in places.items()
    }
    assert told["wheel"][0].startswith(str(wheel))
    assert told["wheel"][1] == told["checkout"][1] != ""
