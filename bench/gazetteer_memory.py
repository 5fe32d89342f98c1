#!/usr/bin/env python3
"""How much of gazetteer.model is resident while reports are read: python3 bench/gazetteer_memory.py PROGRAM DATA REPORTS

Reads REPORTS (files or folders) up to mentions and prints the most memory that the mapping of the gazetteer held, in
MB as /proc/PID/smaps counts them. Exits 1 where that is more than 60 MB, 2 where the mapping was never seen.
"""
import re
import subprocess
import sys
import time

LIMIT_MB = 60
STEP_SECONDS = 0.05


def resident_kb(pid):
    """Kilobytes of the gazetteer's mapping that are in memory; 0 when it is not mapped, None when the program ended."""
    try:
        with open(f"/proc/{pid}/smaps", encoding="utf-8") as maps:
            text = maps.read()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return sum(int(kb) for kb in re.findall(r"gazetteer\.model\n(?:(?!Rss:).*\n)*?Rss: +(\d+) kB", text))


def main(program, data, *reports):
    command = [program, "annotate", *reports, "--json", "--until", "mentions", "--threads", "1", "--data", data]
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, resident_kb(running.pid) or 0)
            time.sleep(STEP_SECONDS)
    megabytes = most / 1000
    print(f"gazetteer.model: {megabytes:.1f} MB resident at most (limit {LIMIT_MB}), exit code {running.returncode}")
    return 2 if most == 0 else int(megabytes > LIMIT_MB)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
