"""A PostgreSQL of the system's own package, started for a test and gone after it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "p@ss/w0rd-of-a-test"  # noqa: S105 -- of a database that lives for one test
_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def find_program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join((*map(str, _FOLDERS), os.environ.get("PATH", ""))))


@contextmanager
def postgres() -> Iterator[int]:
    """Start a server that asks for PASSWORD, and give its port."""
    initdb, server = find_program("initdb"), find_program("postgres")
    assert initdb
    assert server
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        for path in (folder, folder / "password"):
            _hand_over(path)
        _run(initdb, "-D", str(folder / "data"), "-U", "reader", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256",
             f"--pwfile={folder / 'password'}")  # fmt: skip
        port = _free_port()
        process = subprocess.Popen(
            [server, "-D", str(folder / "data"), "-p", str(port), "-h", "127.0.0.1", "-k", str(folder), "-F"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **_owner(),
        )  # fmt: skip
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()
            process.wait()


def _owner() -> dict[str, int]:
    """PostgreSQL refuses to run as root: then it is nobody's."""
    return {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}


def _hand_over(path: Path) -> None:
    if owner := _owner():
        os.chown(path, owner["user"], owner["group"])


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd="/", **_owner())  # type: ignore[call-overload]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    import psycopg  # noqa: PLC0415 -- only where there is a server

    while process.poll() is None:
        try:
            psycopg.connect(
                host="127.0.0.1", port=port, user="reader", password=PASSWORD, dbname="postgres"
            ).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server ended before it answered")
