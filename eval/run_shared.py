#!/usr/bin/env python3
"""Runs the scorers of ../shared/scorers on their development sets and holds them to pinned floors.

  run_shared.py --bin PROGRAM [--floors eval/baseline.json [--update [--allow-regression REASON]]] [--only seeds,fusion] [--limit N]
  run_shared.py --self-test

../shared (or --shared DIR) lies beside the repository. Where it is absent one line says so and the exit code is 77, which CTest
reads as skipped. Each scorer prints a measure a line: name, value, counts; tabs between them, or for the seeds columns. Read are
all measures between 0 and 1 but floors of the scorers' own (`floor_*`), mean errors (`*.mae`) and notes on the run (`*.run`,
`# problems`); they are pinned as "shared.<run>.<measure>", spaces as "_". Measures of which less is better are pinned as 1 - value, with ".avoided" added.

--limit takes the first N documents of each set; without it `shared_limit` of the baseline, for which its floors hold: with another
limit floors are shown and not enforced.
Exit: 0 floors met, 1 below a floor, 2 usage, 77 skipped.
"""
import argparse
import re
import subprocess
import sys
from pathlib import Path

import floors

ROOT = Path(__file__).resolve().parent.parent
# run -> scorer, data set below shared/data, is --limit understood
RUNS = {
    "seeds": ("score_seeds.py", None, False),
    "times": ("score_times.py", "tempeval3/dev", True),
    "places": ("score_places.py", "geoparsing/dev", False),  # its first documents are of one collection alone
    "quantities": ("score_quantities.py", "newsquant/dev", True),
    "displacement": ("score_quantities.py", "displacement_idetect/dev", True),
    "victims": ("score_quantities.py", "gva_incidents/dev", True),
    "entities": ("score_entities.py", "re3d/dev", True),
    "attribution": ("score_attribution.py", "polnear/dev", True),
    "factuality": ("score_factuality.py", "meantime/dev", True),
    "negation": ("score_factuality.py", "negation_cdsco/dev", True),
    "commitment": ("score_factuality.py", "commitmentbank/dev", True),
    "plover": ("score_events.py", "plover_gsr/dev", True),
    "india": ("score_events.py", "india_police_events/dev", True),
    "fusion": ("score_fusion.py", "gva_incidents/dev", True),
    "clusters": ("score_clusters.py", "gva_incidents/dev", True),
    "stories": ("score_clusters.py", "giveme5w1h_clusters/dev", True),
    "people_web": ("score_entities.py", "uner_ewt/dev", True),
    "people_politics": ("score_entities.py", "crossner_politics/dev", True),
    "pages": ("score_article.py", "html_article_zyte/dev", True),
    "segments": ("score_article.py", "trafilatura_eval/dev", True),
    "htmldate": ("score_htmldate.py", "htmldate_eval/dev", True),
    "stance": ("score_stance.py", "stance_emergent/dev", True),
}
LESS_IS_BETTER = re.compile(r"(over|under)_assertion$|\.auc$")


def parse(run, output):
    """Measures of one scorer's standard output."""
    found = {}
    for line in output.splitlines():
        if "\t" in line:
            name, value = line.split("\t")[:2]
        else:
            m = re.match(r"(\S.*?)\s{2,}(\d+\.\d+)(?:\s|$)", line)
            name, value = m.groups() if m else (line, "")
        name = name.strip()
        if not re.fullmatch(r"\d+\.\d+", value.strip()) or name.startswith(("#", "floor_")) or ".floor_" in name or name.endswith((".run", ".mae")):
            continue
        number = float(value)
        if LESS_IS_BETTER.search(name):
            name, number = name + ".avoided", 1 - number
        if 0 <= number <= 1:
            found[f"shared.{run}.{name.replace(' ', '_')}"] = number
    return found


def command(run, shared, binary, limit):
    scorer, data, limited = RUNS[run]
    where = ["--gold", str(shared / "gold/seeds.json"), "--reports", str(shared / "seeds")] if data is None else ["--data", str(shared / "data" / data)]
    return [sys.executable, str(shared / "scorers" / scorer), "--bin", binary, *where, *(["--limit", str(limit)] if limited and limit else [])]


def self_test():
    printed = ("times.run\t0\tdocuments=3\ntimes.value.f1\t0.4400\ttp=1\nfloor_tfidf.b3.f1\t0.9000\nemergent.floor_words.f1\t0.5\n"
               "claims P                       0.625           5/8  goal 0.900 missed\ntallies low/best/high right    1.000           9/9\n"
               "commitment.over_assertion\t0.1000\tn=3\ngva.killed.mae\t0.5000\tn=2\nmeantime.covered.pearson_r\t-0.2\ngva.documents\t30\n# problems: none\nwarning\n")
    want = {"shared.x.times.value.f1": .44, "shared.x.claims_P": .625, "shared.x.tallies_low/best/high_right": 1.0, "shared.x.commitment.over_assertion.avoided": .9}
    baseline = {"floors": {"a": .5, "b": .5}, "regressions": []}
    got = parse("x", printed)
    faults = [] if got == want else [f"parse: {got}"]
    if [x[3] for x in floors.compare({"a": .4, "b": .6}, baseline)] != [True, False] or floors.missing({"a": 1}, baseline, "b") != ["b"]:
        faults.append("compare")
    floors.update({"a": .4, "b": .6}, baseline)
    if baseline["floors"] != {"a": .5, "b": .6} or baseline["regressions"]:
        faults.append("update without a reason lowers")
    floors.update({"a": .4}, baseline, "reason")
    if baseline["floors"]["a"] != .4 or baseline["regressions"][0]["reason"] != "reason":
        faults.append("update with a reason")
    print("\n".join(faults) or "self-test passed")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", help="the program")
    parser.add_argument("--shared", default=str(ROOT.parent / "shared"), help="default: beside the repository")
    parser.add_argument("--only", help="comma-separated runs: " + ", ".join(RUNS))
    parser.add_argument("--limit", type=int, help="documents of each set; 0 takes all")
    parser.add_argument("--timeout", type=float, default=1800, help="seconds a scorer")
    parser.add_argument("--self-test", action="store_true")
    floors.add_options(parser)
    args = parser.parse_args()
    if args.self_test:
        return self_test()
    shared = Path(args.shared)
    if not (shared / "scorers").is_dir():
        print("skipped: ../shared is absent")
        return 77
    if not args.bin:
        parser.error("--bin is needed")
    names = args.only.split(",") if args.only else list(RUNS)
    unknown = [n for n in names if n not in RUNS]
    if unknown:
        parser.error("no such run: " + ", ".join(unknown))
    pinned = floors.load(args.floors)["shared_limit"] if args.floors else 40
    limit = pinned if args.limit is None else args.limit
    measures, failed, ran = {}, [], []
    for name in names:
        cmd = command(name, shared, str(Path(args.bin).resolve()), limit)
        if not Path(cmd[1]).exists() or (RUNS[name][1] and not (shared / "data" / RUNS[name][1]).exists()):
            print(f"{name}: skipped, its scorer or data is absent")
            continue
        try:
            p = subprocess.run(cmd, capture_output=True, text=True, errors="replace", timeout=args.timeout)
        except subprocess.TimeoutExpired:
            failed.append(f"{name}: no result in {args.timeout:.0f} s")
            continue
        got = parse(name, p.stdout)
        notes = [l for l in p.stdout.splitlines() if l.startswith("# problems") or ".run\t" in l]
        print(f"{name}: {len(got)} measures, exit {p.returncode}" + "".join("\n  " + l for l in notes), file=sys.stderr)
        ran.append(f"shared.{name}.")
        measures.update(got)
        if p.returncode or not got:
            failed.append(f"{name}: exit {p.returncode}, {len(got)} measures: {p.stderr.strip()[-300:]}")
    if args.floors and limit != pinned:
        print(f"limit {limit} is not the baseline's {pinned}: floors are shown, not enforced")
        args.update = False
    code = floors.finish(measures, args, tuple(ran) or ("shared.",))
    for line in failed:
        print(line)
    return 1 if failed else code if limit == pinned else 0


if __name__ == "__main__":
    sys.exit(main())
