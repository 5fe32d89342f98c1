#!/usr/bin/env python3
"""What a start and a small record cost: prints a measure a line and fails past a bound.

  bench/cost.py [PROGRAM]     default: $RASHOMON, else build/release/rashomon

load_seconds         CPU time of `annotate --until language` of one sentence, without that of `--version`: opening the model   at most 0.03
cold_start_seconds   `annotate` of one report of 3 kB from start to exit, the best of nine runs   at most 0.25
peak_memory_mb       resident memory of `read` of five reports at its highest                      at most 300
news_memory_mb       the same of `annotate --until language` of a hundred copies of the samples, threads as by default   at most 256
long_memory_mb       the same of one text of 8 MB: growing with the longest text only                at most 256
small_memory_mb      the same as news_memory_mb with --memory 80 and eight threads asked for   at most 80
The five reports are those of ../shared/seeds, else five samples. Exit: 0 within bounds, 1 not, 77 no model files.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
BOUNDS = {"load_seconds": 0.03, "cold_start_seconds": 0.25, "peak_memory_mb": 300, "news_memory_mb": 256, "long_memory_mb": 256, "small_memory_mb": 80}


def cost(*args):
    """Seconds, peak resident megabytes and CPU seconds of one run."""
    began = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{args}: exit {process.returncode}")
    return time.perf_counter() - began, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime


def main():
    if subprocess.run([PROGRAM, "models", "verify", "--quiet"], capture_output=True).returncode:
        print("skipped: the model files are not there; run tools/setup")
        return 77
    samples = sorted((ROOT / "samples/reports").glob("*.txt"))
    seeds = sorted(p for p in (ROOT.parent / "shared/seeds").glob("*") if p.suffix in (".txt", ".html"))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_bytes((samples[0].read_bytes() + b"\n" + samples[1].read_bytes())[:3000].rpartition(b"\n")[0] + b"\n")
        news = Path(folder) / "news.jsonl"
        texts = [path.read_text() for path in samples]
        news.write_text("".join(json.dumps({"text": f"{text}\nCopy {n}."}) + "\n" for n in range(100) for text in texts))
        long = Path(folder) / "long.txt"
        with long.open("w") as out:
            for n in range(8_000_000 // sum(map(len, texts)) + 1):
                out.writelines(f"{text}\nNumber {n}.\n\n" for text in texts)
        annotate = ("annotate", news, "--raw", "--until", "language")
        (Path(folder) / "line.txt").write_text("The bridge was closed.\n")
        load = ("annotate", Path(folder) / "line.txt", "--raw", "--until", "language", "--threads", "1")
        measured = {"load_seconds": min(cost(*load)[2] for _ in range(9)) - min(cost("--version")[2] for _ in range(9)),
                    "cold_start_seconds": min(cost("annotate", report, "--json")[0] for _ in range(9)),
                    "peak_memory_mb": cost("read", *(seeds or samples)[:5], "-o", Path(folder) / "record.db", "-q")[1],
                    "news_memory_mb": cost(*annotate)[1],
                    "long_memory_mb": cost("annotate", long, *annotate[2:])[1],
                    "small_memory_mb": cost(*annotate, "--threads", "8", "--memory", "80")[1]}
    for name, value in measured.items():
        print(f"{name}\t{value:.3f}\tat most {BOUNDS[name]}")
    return 1 if any(value > BOUNDS[name] for name, value in measured.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
