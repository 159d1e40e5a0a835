"""A writer killed at any moment, again and again: what it acknowledged is there, and what is there is sound."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

from archive.lines import read_lines
from archive.verify import verify
from archive.warc import open_record, read_records
from tests.archive.captures import PORTAL, reference, seeded

PAGES = 400
WRITER = """
    import sys
    from pathlib import Path
    from tests.archive.captures import answer, make_capture, make_line, seeded, start_crawl

    holdings = Path(sys.argv[1])
    crawl = start_crawl(holdings, resume=True)
    print("begun", flush=True)
    with open(holdings / "acknowledged", "a+") as acknowledged:
        acknowledged.seek(0)
        done = {int(line) for line in acknowledged if line.endswith("\\n")}
        written, rng = [], seeded(3)
        for at in range(int(sys.argv[2])):
            body = rng.randbytes(20_000)
            if at in done:
                continue
            ref = crawl.write_capture(make_capture(answer(body), f"/{at}", at))
            crawl.write_document(make_line(ref, f"正文 {at}", path=f"/{at}"))
            written.append(at)
            if len(written) == 5:
                crawl.sync()
                acknowledged.write("".join(f"{each}\\n" for each in written))
                acknowledged.flush()
                written.clear()
    crawl.finish("complete", {})
"""


def run_writer(holdings: Path, seconds: float | None) -> int:
    """Run the writer, killed *seconds* after it has begun unless it is done before, and return its exit status."""
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(holdings), str(PAGES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.returncode


def test_nothing_acknowledged_is_lost_however_often_the_writer_is_killed(tmp_path):
    rng = seeded(11)
    (tmp_path / "acknowledged").touch()
    statuses = [run_writer(tmp_path, rng.uniform(0, 0.08)) for _ in range(12)]
    assert statuses.count(-signal.SIGKILL) >= 6
    acknowledged = {int(line) for line in (tmp_path / "acknowledged").read_text().split()}
    assert run_writer(tmp_path, None) == 0
    assert list(verify(tmp_path)) == []
    folders = sorted((tmp_path / PORTAL).glob("2*"))
    lines = [line for folder in folders for _, line in read_lines(folder / "documents.jsonl")]
    held = [int(line["url"].rpartition("/")[2]) for line in lines]
    assert sorted(held) == list(range(PAGES)), "each page once, the acknowledged among them"
    assert acknowledged <= set(held)
    for line in lines:
        assert open_record(tmp_path, reference(line)).record_id == line["record_id"]
    records = [record for folder in folders for path in folder.glob("*.warc.gz") for record in read_records(path)]
    repeated = [record for record in records if record.kind == "revisit"]
    assert len(repeated) <= 5 * statuses.count(-signal.SIGKILL), "at most what was not acknowledged is written again"
