"""The server as a program."""

from __future__ import annotations

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from joip_desktop.mock.command import run
from joip_desktop.mock.errors import Sentence

ROOT = Path(__file__).resolve().parents[3]


def program(data: Path | None, port: int = 0) -> list[str]:
    path = "None" if data is None else f"Path({str(data)!r})"
    code = (
        "import sys; from pathlib import Path; from joip_desktop.mock.command import run; "
        f"sys.exit(run(port={port}, sessions=3, seed=1, data={path}, rate_limit=None, latency=0.0))"
    )
    return [sys.executable, "-X", "dev", "-W", "error", "-c", code]


def start(data: Path | None) -> subprocess.Popen[str]:
    return subprocess.Popen(program(data), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to other programs on POSIX only")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_line_and_an_orderly_end(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "demo.sqlite3"
    path.write_bytes(b"spoilt" * 1000)
    with start(path) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        assert set(told) == {"address", "cookie", "token"}
        answer = httpx.get(
            told["address"] + "/api/sessions", headers={"Cookie": f"connect.sid={told['cookie']}"}, trust_env=False
        )
        assert len(answer.json()) == 3
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (0, "")
    assert err.startswith("The demo data could not be read")
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to other programs on POSIX only")
def test_it_serves_on_when_nobody_reads(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    with start(path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdout = None
        _wait_for_cookie(path)
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stderr.read() == ""


def _wait_for_cookie(path: Path) -> None:
    """The cookie's hash is kept shortly before the line is written."""
    pause = threading.Event()
    for _ in range(400):
        pause.wait(0.05)
        if not path.exists() or path.stat().st_size == 0:
            continue
        connection = sqlite3.connect(path, timeout=5)
        try:
            if connection.execute("SELECT value FROM meta WHERE key = 'cookie_hashes'").fetchone():
                pause.wait(0.2)
                return
        except sqlite3.OperationalError:  # the tables are not there yet
            continue
        finally:
            connection.close()
    pytest.fail("the server did not start")


def test_what_cannot_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    before = signal.getsignal(signal.SIGTERM)
    data = tmp_path / "file" / "demo.sqlite3"
    assert run(port=0, sessions=3, seed=1, data=data, rate_limit=None, latency=0.0) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "choose another one" in told.err
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.prints_a_cookie
def test_what_is_told_can_be_said_in_another_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(sentence: Sentence) -> str:
        return f"{sentence.text} {sentence.values}"

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert run(port=port, sessions=3, seed=1, data=None, rate_limit=None, latency=0.0, said=said) == 2
    assert capsys.readouterr().err == (
        f"Port {{port}} is used by another program. Choose another port, or 0 for any free one. {{'port': '{port}'}}\n"
    )
    path = tmp_path / "{demo}.sqlite3"
    path.write_bytes(b"spoilt" * 1000)
    threading.Timer(0.1, signal.raise_signal, [signal.SIGTERM]).start()
    assert run(port=0, sessions=3, seed=1, data=path, rate_limit=None, latency=0.0, said=said) == 0
    assert capsys.readouterr().err.startswith(
        "The demo data could not be read and was set aside as {file}. The demo starts with fresh data. "
        "{'file': '{demo}.sqlite3.corrupt-"
    )


@pytest.mark.prints_a_cookie
def test_in_this_process(capsys: pytest.CaptureFixture[str]) -> None:
    threading.Timer(0.1, signal.raise_signal, [signal.SIGTERM]).start()
    assert run(port=0, sessions=3, seed=1, data=None, rate_limit=None, latency=0.0) == 0
    assert json.loads(capsys.readouterr().out)["address"].startswith("http://127.0.0.1:")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to other programs on POSIX only")
@pytest.mark.parametrize("to_stderr", [True, False])
def test_faults_and_the_log_of_requests(tmp_path: Path, to_stderr: bool) -> None:
    log = tmp_path / "requests.log"
    rules = tmp_path / "rules.toml"
    rules.write_text('[[faults]]\nkind = "status"\ncode = 502\nmethod = "GET"\nonce = true\n')
    where = [] if to_stderr else [str(log)]
    arguments = ["mock", "--sessions", "3", "--faults", str(rules), "--faults", "delay seconds=0.01", "--log", *where]
    command = [sys.executable, "-m", "joip_desktop", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        with httpx.Client(base_url=told["address"], trust_env=False) as client:
            client.headers["Cookie"] = f"connect.sid={told['cookie']}"
            statuses = [client.get("/api/sessions?sort=recent").status_code for _ in range(2)]
            client.get("/a%0Ab")
            counted = client.get("/__mock__/state", headers={"Authorization": f"Bearer {told['token']}"}).json()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, statuses, counted["requests"]) == (0, [502, 200], 3)
    lines = (err if to_stderr else log.read_text("utf-8")).splitlines()
    shown = [re.sub(r"^\S+Z ", "", re.sub(r"\d+ ms", "N ms", line)) for line in lines]
    assert shown == [
        "502 GET /api/sessions?sort=recent N ms [status, delay]",
        "200 GET /api/sessions?sort=recent N ms [delay]",
        "404 GET /a%0Ab N ms",
    ]
    assert to_stderr or err == ""
    assert told["cookie"] not in "".join(lines)


@pytest.mark.prints_a_cookie
def test_a_log_that_can_not_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(port=0, sessions=1, seed=1, data=None, rate_limit=None, latency=0.0, log=tmp_path)
    assert status == 2
    assert capsys.readouterr().err == f"The log “{tmp_path}” can't be written (Is a directory).\n"
