"""The command line as a user runs it: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check.cli.chinese import wrap
from prepub_check.cli.progress import track
from prepub_check.writers.display import width

SCHEMA = Path(__file__).parents[1] / "docs" / "report.schema.json"
VALUE = "丙字第四十七号"
SHOWN = "丙*****号"
RULE = """\
# {title}，只为测试。
id = "internal.{name}"
title = "{title}"
severity = "{severity}"
basis = ["测试规程 第一条"]
advice = "删除"
mask = "1+1"
{more}
[find]
terms = ["{term}"]

[judge]
unless.before = ["例如$"]

[examples]
hit = ["见«{term}»。"]
miss = ["例如{term}"]
"""
RULES = {
    "file": ("block", VALUE, 'severity_as = { "依申请公开" = "info" }'),
    "shelf": ("review", "丁字柜第三层", ""),
    "desk": ("info", "戊字案头文件", ""),
}
CONFIG = '[rules]\npacks = []\nfolders = ["rules"]\n'
NOTHING: Mapping[str, str] = MappingProxyType({})
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with three rules of its own, and no others."""
    folder = tmp_path / "rules" / "internal"
    folder.mkdir(parents=True)
    for name, (severity, term, more) in RULES.items():
        text = RULE.format(name=name, title=f"测试规则{name}", severity=severity, term=term, more=more)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "prepub.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def run(
    cwd: Path,
    *arguments: str,
    stdin: bytes = b"",
    program: str | None = None,
    environment: Mapping[str, str] = NOTHING,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program, or ``program`` in its place, in a folder and in an environment of its own."""
    start = ["-m", "prepub_check"] if program is None else ["-c", program]
    keep = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "PREPUB_DEBUG"}}
    folders = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    home = {**dict.fromkeys(folders, f"{cwd}.home"), "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**keep, **home, "PYTHONIOENCODING": "utf-8", **environment},
    )


def write(folder: Path, **drafts: str) -> None:
    for name, text in drafts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        pytest.param("今天开会。", [], 0, id="nothing found"),
        pytest.param(f"见{VALUE}。", [], 1, id="a blocking finding"),
        pytest.param("见丁字柜第三层。", [], 1, id="a finding to review"),
        pytest.param("见丁字柜第三层。", ["--fail-on", "block"], 0, id="below the threshold"),
        pytest.param("见戊字案头文件。", [], 0, id="an info finding"),
        pytest.param("见戊字案头文件。", ["--fail-on", "info"], 1, id="an info finding at the threshold"),
        pytest.param(f"例如{VALUE}", ["--fail-on", "info"], 0, id="a doubtful finding"),
        pytest.param(f"见{VALUE}。", ["--as", "依申请公开"], 0, id="less grave when given on request"),
    ],
)
def test_check_exits_with(desk: Path, text: str, arguments: list[str], status: int) -> None:
    write(desk, draft=text)
    done = run(desk, "check", "draft.txt", *arguments)
    assert (done.returncode, done.stderr) == (status, b"")


def test_check_writes_what_it_finds(desk: Path) -> None:
    write(desk, draft=f"通知\n请取{VALUE}。\n")
    lines = run(desk, "check", "draft.txt").stdout.decode().splitlines()
    assert lines[:6] == [
        f"draft.txt:2:3: 不得公开 [internal.file] 测试规则file：{SHOWN}",
        f"    请取{SHOWN}。",
        "        ^^^^^^^^^",
        "    法律依据：测试规程 第一条",
        "    建议：处理后公开。删除",
        lines[5],
    ]
    assert re.fullmatch(r"    指纹：v1:[0-9a-f]{32}", lines[5])
    assert "结论：不得公开" in lines


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_check_shows_no_value_unless_asked(desk: Path, form: str) -> None:
    write(desk, draft=f"见{VALUE}，例如{VALUE}。")
    masked = run(desk, "check", "draft.txt", "--format", form)
    shown = run(desk, "check", "draft.txt", "--format", form, "--show-values")
    assert VALUE not in masked.stdout.decode() + masked.stderr.decode()
    assert VALUE in shown.stdout.decode()


def test_check_says_the_same_twice(desk: Path) -> None:
    write(desk, draft=f"见{VALUE}。")
    first, second = (run(desk, "check", ".", "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout


def test_check_reads_standard_input(desk: Path) -> None:
    done = run(desk, "check", "-", stdin=f"见{VALUE}。".encode())
    assert done.returncode == 1
    assert done.stdout.decode().startswith("<标准输入>:1:2: 不得公开 [internal.file] ")


def test_check_goes_through_folders_in_order_and_says_what_it_skips(desk: Path) -> None:
    for folder in ("drafts/.git", "drafts/2", "drafts/10"):
        (desk / folder).mkdir(parents=True)
        write(desk / folder, draft=f"见{VALUE}。")
    write(desk / "drafts", a="无", b="无")
    (desk / "drafts" / "prepub.toml").write_text(f"# {VALUE}", encoding="utf-8")
    done = run(desk, "check", "drafts", "drafts/a.txt", "--format", "json")
    report = json.loads(done.stdout)
    assert [Path(source["path"]).as_posix() for source in report["coverage"]] == [
        "drafts/10/draft.txt",
        "drafts/2/draft.txt",
        "drafts/a.txt",
        "drafts/b.txt",
    ]
    skipped = "、".join(str(Path("drafts", name)) for name in (".git", "prepub.toml"))
    assert report["notices"] == [f"略过隐藏文件夹和配置文件：{skipped}；需要时请直接检查它们"]


def test_check_takes_a_hidden_folder_that_is_named(desk: Path) -> None:
    (desk / ".drafts").mkdir()
    write(desk / ".drafts", draft=f"见{VALUE}。")
    assert run(desk, "check", ".drafts").returncode == 1


def test_check_of_nothing_is_not_a_pass(desk: Path) -> None:
    (desk / "empty").mkdir()
    done = run(desk, "check", "empty")
    assert done.returncode == 3
    assert "未能检查 [nothing-examined]" in done.stdout.decode()


@POSIX
def test_what_cannot_be_entered_is_a_gap(desk: Path) -> None:
    (desk / "drafts").mkdir()
    write(desk / "drafts", a="无")
    (desk / "drafts" / "link").symlink_to(desk / "rules")
    os.mkfifo(desk / "drafts" / "pipe")
    (desk / "drafts" / "gone.txt").symlink_to(desk / "nowhere")
    done = run(desk, "check", "drafts", "--format", "json")
    gaps = {gap["path"]: gap["cause"] for gap in json.loads(done.stdout)["gaps"]}
    assert done.returncode == 3
    assert gaps["drafts/link"] == "linked-folder"
    assert gaps["drafts/pipe"] == "not-a-file"
    assert "drafts/gone.txt" in gaps


@pytest.mark.parametrize(
    ("config", "text", "status"),
    [
        pytest.param("", "无", 3, id="a gap fails"),
        pytest.param("", f"见{VALUE}。", 1, id="a finding weighs more than a gap"),
        pytest.param("[check]\nfail_on_gaps = false\n", "无", 0, id="gaps may be let pass"),
        pytest.param('[check]\nfail_on = "block"\n', "见丁字柜第三层。", 3, id="the threshold may be set"),
    ],
)
def test_gaps_and_configuration_decide_the_status(desk: Path, config: str, text: str, status: int) -> None:
    (desk / "prepub.toml").write_text(config + CONFIG, encoding="utf-8")
    (desk / "empty").mkdir()
    write(desk, draft=text)
    program = patched("check_file", "return Report(verdict='review', gaps=(gap,), ruleset=version)")
    assert run(desk, "check", "draft.txt", "lost.txt", program=program).returncode == 2
    write(desk, lost="")
    assert run(desk, "check", "draft.txt", "lost.txt", program=program).returncode == status


def patched(name: str, body: str) -> str:
    """Give a program that runs with another Checker method for every path that holds ``lost``."""
    return f"""
from prepub_check.checker import Checker
from prepub_check.cli import main
from prepub_check.model import Gap, Report, RuleSetVersion

gap, version = Gap(path="lost.txt", cause="test", message="看不见"), RuleSetVersion("", "")
original = Checker.{name}

def replacement(self, path):
    if "lost" not in str(path):
        return original(self, path)
    {body}

Checker.{name} = replacement
main()
"""


FAULTY = patched("check_file", f"raise ValueError('{VALUE}')")


def test_an_internal_error_loses_neither_the_other_files_nor_a_value(desk: Path) -> None:
    write(desk, lost="无", draft=f"见{VALUE}。")
    done = run(desk, "check", "lost.txt", "draft.txt", "--format", "json", program=FAULTY)
    report = json.loads(done.stdout)
    assert done.returncode == 4
    assert [finding["shown"] for finding in report["findings"]] == [SHOWN]
    assert [(gap["path"], gap["cause"]) for gap in report["gaps"]] == [("lost.txt", "internal-error")]
    assert re.search(r"ValueError，prepub_check/cli/batch\.py:\d+", report["gaps"][0]["message"])
    assert VALUE not in done.stdout.decode() + done.stderr.decode()


def test_an_internal_error_outside_the_files_is_one_line_without_its_message(desk: Path) -> None:
    program = f"""
import prepub_check.writers.text
from prepub_check.cli import main
import prepub_check.cli.check as check
def fail(*_): raise LookupError("{VALUE}")
check.check_names = fail
main()
"""
    write(desk, draft="无")
    done = run(desk, "check", "draft.txt", program=program)
    assert (done.returncode, done.stdout) == (4, b"")
    pattern = r"内部错误（LookupError，prepub_check/cli/check\.py:\d+），没有完成；请把这一行报告给维护者\n"
    assert re.fullmatch(pattern, text_of(done.stderr))


def test_the_traceback_is_there_for_who_asks(desk: Path) -> None:
    write(desk, lost="无")
    assert b"Traceback" not in run(desk, "check", "lost.txt", program=FAULTY).stderr
    assert (
        b"Traceback"
        in run(desk, "check", "lost.txt", program=FAULTY, environment={"PREPUB_DEBUG": "1"}).stderr
    )


def text_of(data: bytes) -> str:
    return data.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        pytest.param("KeyboardInterrupt", 130, id="Ctrl-C ends quietly"),
        pytest.param("EOFError", 4, id="an end of file is not Ctrl-C"),
    ],
)
def test_interrupts(desk: Path, error: str, status: int) -> None:
    program = f"""
from prepub_check.cli import main
import prepub_check.cli.check as check
def fail(*_): raise {error}
check.check_names = fail
main()
"""
    write(desk, draft="无")
    done = run(desk, "check", "draft.txt", program=program)
    assert done.returncode == status
    assert done.stdout == b""
    assert ("内部错误" in done.stderr.decode()) == (status == 4)
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_changes_nothing(desk: Path) -> None:
    write(desk, draft=f"见{VALUE}。\n" * 2000)
    with subprocess.Popen(
        [sys.executable, "-m", "prepub_check", "check", "draft.txt"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"draft.txt:1:2:")
        process.stdout.close()
        assert (process.wait(timeout=60), process.stderr.read()) == (1, b"")


@pytest.mark.parametrize(
    ("environment", "encoding", "rare"),
    [
        pytest.param({"PYTHONIOENCODING": "gbk"}, "gbk", "\\U0001f600", id="GBK"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, "utf-8", "\U0001f600", id="ASCII"),
        pytest.param(
            {"PYTHONIOENCODING": "", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
            "utf-8",
            "\U0001f600",
            id="the C locale",
        ),
    ],
)
def test_no_encoding_breaks_the_output(
    desk: Path, environment: dict[str, str], encoding: str, rare: str
) -> None:
    write(desk, draft=f"😀见{VALUE}。")
    usual = run(desk, "check", "draft.txt", "--format", "json")
    text = run(desk, "check", "draft.txt", environment=environment)
    machine = run(desk, "check", "draft.txt", "--format", "json", environment=environment)
    assert (text.returncode, text.stderr) == (1, b"")
    assert f"    {rare}见{SHOWN}。" in text.stdout.decode(encoding)
    assert machine.stdout == usual.stdout
    assert "没有选项 --x" in run(desk, "check", "--x", environment=environment).stderr.decode(encoding)


@POSIX
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, True, id="on a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="on a terminal with NO_COLOR"),
    ],
)
def test_colours_are_for_terminals(desk: Path, environment: dict[str, str], *, coloured: bool) -> None:
    import pty  # noqa: PLC0415 -- absent on Windows

    write(desk, draft=f"见{VALUE}。")
    keep = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "prepub_check", "check", "draft.txt"]
    process = subprocess.Popen(command, cwd=desk, stdout=follower, env={**keep, **environment})
    os.close(follower)
    output = b"".join(read_all(leader))
    assert process.wait(timeout=60) == 1
    assert (b"\x1b[1;31m" in output) == coloured
    assert b"\x1b" not in run(desk, "check", "draft.txt").stdout


def read_all(handle: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(handle, 4096):
            yield chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(handle)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["chekc"], "没有命令 chekc；可用的有 check、rescan、rules、schema", id="unknown command"
        ),
        pytest.param(
            ["rules", "lits"], "没有命令 lits；可用的有 lint、list、show、test", id="unknown command below"
        ),
        pytest.param(
            ["check"], "缺少参数 PATH...；用法见 prepub-check check --help", id="an argument is missing"
        ),
        pytest.param(
            ["check", "--fromat", "json", "x"],
            "没有选项 --fromat；用法见 prepub-check check --help",
            id="unknown option",
        ),
        pytest.param(
            ["check", "--format", "xml", "x"],
            "--format 只能是 text、json、jsonl 之一；用法见 prepub-check check --help",
            id="not a choice",
        ),
        pytest.param(
            ["check", "x", "--as"],
            "选项 --as 后面要写一个值；用法见 prepub-check check --help",
            id="no value",
        ),
        pytest.param(
            ["check", "x", "--unused=1"],
            "选项 --unused 不带值；用法见 prepub-check check --help",
            id="a value too many",
        ),
        pytest.param(
            ["schema", "x"],
            "参数多了，或写法不对；用法见 prepub-check schema --help",
            id="too many arguments",
        ),
        pytest.param(["check", "a", "b"], "没有这个文件或文件夹：a、b", id="missing paths"),
        pytest.param(["check", ""], "没有这个文件或文件夹：（空）", id="an empty path"),
        pytest.param(
            ["rules", "show", "internal.flie"],
            "没有规则或规则组 internal.flie，是不是 internal.file；全部规则见 prepub-check rules list",
            id="unknown rule",
        ),
        pytest.param(
            ["rules", "test", "没有"],
            "没有规则或规则组 没有；全部规则见 prepub-check rules list",
            id="unknown group",
        ),
    ],
)
def test_misuse_is_explained_in_chinese(desk: Path, arguments: list[str], message: str) -> None:
    done = run(desk, *arguments)
    assert (done.returncode, done.stdout, text_of(done.stderr)) == (2, b"", f"错误：{message}\n")


@pytest.mark.parametrize("command", [["check", "draft.txt"], ["rules", "list"]], ids=["check", "rules"])
@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        pytest.param("prepub.toml", "[chekc]\n", "prepub.toml:1: chekc：", id="configuration"),
        pytest.param("rules/internal/file.toml", 'id = "x"\n', "file.toml:1: id：", id="rule"),
    ],
)
def test_what_does_not_hold_is_named_with_its_place(
    desk: Path, command: list[str], file: str, content: str, message: str
) -> None:
    write(desk, draft="无")
    (desk / file).write_text(content, encoding="utf-8")
    done = run(desk, *command)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()


def test_the_configuration_is_found_above_the_working_folder(desk: Path) -> None:
    (desk / "drafts").mkdir()
    write(desk / "drafts", draft=f"见{VALUE}。")
    assert run(desk / "drafts", "check", "draft.txt").returncode == 1


def test_a_named_configuration_goes_before_a_found_one(desk: Path) -> None:
    write(desk, draft=f"见{VALUE}。")
    (desk / "other.toml").write_text('[rules]\npacks = ["secrecy"]\n', encoding="utf-8")
    assert run(desk, "check", "draft.txt", "--config", "other.toml").returncode == 0
    assert run(desk, "check", "draft.txt", "--config", "none.toml").returncode == 2


def test_rules_of_ones_own_work_everywhere(desk: Path) -> None:
    write(desk, draft=f"见{VALUE}。")
    (desk / "prepub.toml").write_text('[rules]\npacks = ["secrecy"]\n', encoding="utf-8")
    assert run(desk, "check", "draft.txt").returncode == 0
    assert run(desk, "check", "draft.txt", "--rules", "rules").returncode == 1
    (desk / "prepub.toml").write_text("[rules]\npacks = []\n", encoding="utf-8")
    assert run(desk, "check", "draft.txt").returncode == 2
    (desk / "prepub.toml").write_text("", encoding="utf-8")
    assert run(desk, "rules", "show", "internal.file", "--rules", "rules").returncode == 0


def test_a_suppressed_finding_stays_visible_and_an_unused_one_is_told(desk: Path) -> None:
    write(desk, draft=f"见{VALUE}。")
    fingerprint = json.loads(run(desk, "check", "draft.txt", "--format", "json").stdout)["findings"][0][
        "fingerprint"
    ]
    suppression = (
        f'[[suppress]]\nrule = "internal.file"\nfingerprint = "{fingerprint}"\n'
        'reason = "已解密"\nby = "王某"\nuntil = 2099-12-31\n'
    )
    (desk / "prepub.toml").write_text(CONFIG + suppression, encoding="utf-8")
    done = run(desk, "check", "draft.txt")
    assert done.returncode == 0
    assert (
        "    已压制（理由：已解密；决定人：王某；有效期至：2099-12-31）" in done.stdout.decode().splitlines()
    )
    write(desk, draft="无")
    assert "已解密" not in run(desk, "check", "draft.txt").stdout.decode()
    assert "已解密" in run(desk, "check", "draft.txt", "--unused").stdout.decode()


def test_rules_list(desk: Path) -> None:
    lines = run(desk, "rules", "list").stdout.decode().splitlines()
    assert lines[:4] == [
        "internal：",
        "  提示\u3000\u3000  internal.desk  测试规则desk",
        "  不得公开  internal.file  测试规则file",
        "  需复核\u3000  internal.shelf  测试规则shelf",
    ]
    assert lines[4].startswith("共 3 条，版本 ")


def test_rules_list_as_json(desk: Path) -> None:
    assert json.loads(run(desk, "rules", "list", "--format", "json").stdout)[1] == {
        "id": "internal.file",
        "title": "测试规则file",
        "category": "internal",
        "severity": "block",
        "decision": "处理后公开",
        "public": False,
    }


def test_rules_show(desk: Path) -> None:
    assert run(desk, "rules", "show", "internal.file").stdout.decode().splitlines() == [
        "internal.file  测试规则file",
        "  级别：不得公开",
        "  类别：内部与过程性标志",
        "  法律依据：测试规程 第一条",
        "  建议：处理后公开。删除",
        f"  字样：{VALUE}",
        f"  应当命中：见«{VALUE}»。",
        f"  不应命中：例如{VALUE}",
    ]


@pytest.mark.parametrize(
    ("names", "total"),
    [
        pytest.param([], 3, id="all"),
        pytest.param(["internal"], 3, id="a group"),
        pytest.param(["internal.file"], 1, id="one rule"),
        pytest.param(["internal.file", "internal"], 3, id="each once"),
    ],
)
@pytest.mark.parametrize("command", ["test", "lint"])
def test_rules_that_hold_pass(desk: Path, command: str, names: list[str], total: int) -> None:
    done = run(desk, "rules", command, *names)
    assert (done.returncode, text_of(done.stdout)) == (
        0,
        f"共 {total} 条规则，通过 {total} 条，未通过 0 条\n",
    )


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        pytest.param("test", f'hit = ["见«{VALUE}»。"]', f'hit = ["«见{VALUE}»。"]', id="a failing example"),
        pytest.param("test", f'miss = ["例如{VALUE}"]', 'miss = ["无关"]', id="a piece no example guards"),
        pytest.param("lint", "例如$", r"\\w如$", id="a word class beside 汉字"),
    ],
)
def test_rules_that_do_not_hold_fail(desk: Path, command: str, old: str, new: str) -> None:
    file = desk / "rules" / "internal" / "file.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    done = run(desk, "rules", command)
    assert done.returncode == 1
    assert "internal.file" in done.stdout.decode()
    assert done.stdout.decode().rstrip().endswith("共 3 条规则，通过 2 条，未通过 1 条")


def test_schema_prints_the_committed_schema(desk: Path) -> None:
    assert run(desk, "schema").stdout == SCHEMA.read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["rules"],
        ["rules", "list"],
        ["rules", "show"],
        ["rules", "test"],
        ["rules", "lint"],
        ["schema"],
    ],
    ids=lambda command: " ".join(command) or "the program",
)
def test_every_help_page_is_chinese_and_fits(desk: Path, command: list[str]) -> None:
    done = run(desk, *command, "--help")
    page = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert page.startswith("用法：prepub-check")
    assert not re.search("Usage|Options|Commands|Arguments|Show|default", page)
    assert max(map(width, page.splitlines())) <= 80


def test_without_a_command_the_program_shows_its_help(desk: Path) -> None:
    assert run(desk).stdout == run(desk, "--help").stdout


def test_version(desk: Path) -> None:
    assert re.fullmatch(r"prepub-check \d+\.\d+\.\d+\n", text_of(run(desk, "--version").stdout))


def test_starting_up_loads_neither_jieba_nor_pydantic(desk: Path) -> None:
    program = "import sys, prepub_check.cli; print(sorted({'jieba', 'pydantic'} & set(sys.modules)))"
    assert run(desk, program=program).stdout.decode().strip() == "[]"


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_shows_after_two_seconds_and_cleans_up() -> None:
    stream, times = Terminal(), iter([0.0, 0.0, 1.9, 2.1, 2.2])
    assert list(track("甲乙丙丁", 4, "检查", stream, lambda: next(times))) == list("甲乙丙丁")
    *frames, blank, end = stream.getvalue().split("\r")
    assert frames == ["", "检查 [############............] 2/4", "检查 [##################......] 3/4"]
    assert (blank.strip(), end) == ("", "")
    assert len(blank) == width(frames[-1])


@pytest.mark.parametrize(
    ("items", "stream"),
    [
        pytest.param("甲", Terminal(), id="a single file"),
        pytest.param("甲乙", StringIO(), id="not a terminal"),
    ],
)
def test_progress_stays_silent(items: str, stream: StringIO) -> None:
    times = iter(range(0, 100, 10))
    assert list(track(items, len(items), "检查", stream, lambda: next(times))) == list(items)
    assert stream.getvalue() == ""


@given(st.text(st.sampled_from("密级，ab 。"), max_size=60), st.integers(8, 40))
def test_wrapping_loses_nothing_and_fits(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        bare = line.rstrip("，。 ")
        assert width(bare) <= columns or (bare.isascii() and " " not in bare)


def test_rules_test_tells_the_figures_of_a_benchmark(tmp_path: Path) -> None:
    measured = {
        "precision": 1.0, "recall": 0.9756, "found": 40, "doubtful": 1, "missed": 1, "wrong": 0,
    }  # fmt: skip
    file = tmp_path / "figures.json"
    file.write_text(json.dumps({"rule": {"secrecy.marking": measured}}), encoding="utf-8")
    done = run(tmp_path, "rules", "test", "secrecy.marking", "secrecy.field", "--figures", str(file))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert lines[0].startswith("secrecy.field：hit ")
    assert lines[0].endswith("；基准中没有它的泄露")
    assert lines[1].endswith("；基准：准确率 100.0%，召回率 97.6%（找到 40，存疑 1，漏掉 1，误报 0）")
    assert run(tmp_path, "rules", "test", "--figures", str(tmp_path / "none.json")).returncode == 2
