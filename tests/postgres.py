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
        data = str(folder / "data")
        asking = ("-A", "scram-sha-256", f"--pwfile={folder / 'password'}")
        _run(initdb, "-D", data, "-U", "reader", "-E", "UTF8", "--locale=C", *asking)
        port = _free_port()
        process = subprocess.Popen(
            [*_owner(), server, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", name, "-F"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        )  # fmt: skip
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()
            process.wait()


def _owner() -> tuple[str, ...]:
    """PostgreSQL refuses to run as root: then it is run as nobody."""
    return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if os.geteuid() == 0 else ()


def _hand_over(path: Path) -> None:
    if _owner():
        os.chown(path, 65534, 65534)


def _run(*command: str) -> None:
    subprocess.run([*_owner(), *command], check=True, capture_output=True, cwd="/")


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
                f"host=127.0.0.1 port={port} user=reader dbname=postgres", password=PASSWORD
            ).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server ended before it answered")
