"""Pinned floors in eval/baseline.json, shared by the scorers of this folder. Python 3.11, standard library only.

baseline.json   {"comment", "shared_limit", "floors": {"samples.<measure>": x, "shared.<scorer>.<measure>": x}, "regressions": []}
A floor is only ever raised by `--update`. To lower one, give `--allow-regression "reason"`: the reason, the measure, the old
and the new floor are then appended to "regressions".
"""
import json
import math

SLACK = 5e-4        # floors are written with three decimals


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def add_options(parser):
    parser.add_argument("--floors", metavar="FILE", help="compare with the floors of FILE; exit 1 below one")
    parser.add_argument("--update", action="store_true", help="with --floors: raise floors to what was measured")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: lower floors too, and record why")


def down(x):
    return math.floor(x * 1000 + 1e-9) / 1000


def compare(measures, baseline):
    """[(name, value, floor or None, below)] in the order of `measures`; floors never measured count as below."""
    floors = baseline["floors"]
    table = [(n, v, floors.get(n), n in floors and v < floors[n] - SLACK) for n, v in measures.items()]
    return table


def missing(measures, baseline, prefix):
    """Floors above 0 under `prefix` that this run did not measure: a measure that vanished is a regression."""
    return [n for n, f in baseline["floors"].items() if n.startswith(prefix) and f > 0 and n not in measures]


def update(measures, baseline, reason=None):
    """Raises floors; lowers them only with a reason. Returns what changed."""
    floors, changed = baseline["floors"], []
    for name, value in measures.items():
        old, new = floors.get(name), down(value)
        if old is None or new > old:
            floors[name] = new
        elif new < old - SLACK and reason:
            floors[name] = new
            baseline.setdefault("regressions", []).append({"measure": name, "from": old, "to": new, "reason": reason})
        if floors.get(name) != old:
            changed.append((name, old, floors[name]))
    return changed


def save(path, baseline):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        json.dump(baseline, f, ensure_ascii=False, indent=1)
        f.write("\n")


def finish(measures, args, prefix):
    """Prints the table, applies --floors and --update; the exit code."""
    baseline = load(args.floors) if args.floors else {"floors": {}}
    table = compare(measures, baseline)
    width = max([len(n) for n in measures] + [10])
    for name, value, floor, below in table:
        print(f"{name:<{width}}  {value:6.3f}" + ("" if floor is None else f"  floor {floor:.3f}") + ("  BELOW" if below else ""))
    if not args.floors:
        return 0
    if args.update:
        changed = update(measures, baseline, args.allow_regression)
        for name, old, new in changed:
            print(f"floor of {name}: {old} -> {new}")
        if changed:
            save(args.floors, baseline)
        table = compare(measures, baseline)
    gone = missing(measures, baseline, prefix)
    for name in gone:
        print(f"{name}: has a floor and was not measured  BELOW")
    bad = [n for n, _, _, below in table if below] + gone
    print(f"{len(bad)} below their floor" if bad else "all floors met")
    return 1 if bad else 0
