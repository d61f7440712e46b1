"""``python -m tests.crash``: every campaign in full, one after the other, for hours.

Each says at its end what was done and what was lost; the last lines here are those
ends together. ``--quick`` makes small ones, to see that all of them run.
"""

import argparse
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FULL = {
    "kills": ("--kills", 2_000),
    "vault_kills": ("--kills", 1_000),
    "backup_kills": ("--kills", 500),
    "file_kills": ("--kills", 500),
    "application_kills": ("--kills", 500),
    "arrival_kills": ("--kills", 500),
    "mutated_libraries": ("--mutants", 100_000),
    "fuzzed_answers": ("--answers", 20_000),
    "arrivals_in_any_order": ("--orders", 2_000),
    "laptops_in_any_order": ("--orders", 10_000),
    "laptop_kills": ("--kills", 500),
    "power_cuts": ("--cuts", 5_000),
    "full_disks": None,
    "arrival_full_disks": None,
    "damaged_files": ("--files", 3_000),
    "hostile_papers": ("--files", 2_000),
    "sentinels": ("--runs", 20),
}
_QUICK = {"full_disks": ("--points", 8), "arrival_full_disks": ("--points", 8)}
_FEW = 4


def orders(*, quick):
    """Return the words of each campaign's command, by its name."""
    found = {}
    for name, most in FULL.items():
        how = _QUICK.get(name, most and (most[0], _FEW)) if quick else most
        found[name] = [sys.executable, "-m", f"tests.crash.{name}", *map(str, how or ())]
    return found


def main(given=None):
    parser = argparse.ArgumentParser(prog="python -m tests.crash")
    parser.add_argument("--quick", action="store_true")
    ends, failed = [], []
    for name, order in orders(quick=parser.parse_args(given).quick).items():
        ran = subprocess.run(order, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=False)
        print(f"== {name}\n{ran.stdout}", flush=True)
        ends.append(f"{name}: {(ran.stdout.strip().splitlines() or ['nothing was said'])[-1]}")
        failed += [name] if ran.returncode else []
    print("\n".join(ends))
    print(f"Campaigns that failed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
