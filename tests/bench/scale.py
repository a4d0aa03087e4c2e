"""How fast the command line classifies many rows, and in how much memory: python tests/bench/scale.py PROGRAM ROWS

PROGRAM is the command line, ROWS the program that makes rows (rows.rs). `make bench-scale` runs it. Figures
are those of this machine in this minute; nothing is asserted about them.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "spark"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples" / "spark"))
from run import AS_OF, missing, session  # noqa: E402

SMALL, LARGE = 100_000, 1_000_000
CORES = os.cpu_count()


def make(rows, count, form, folder):
    file = Path(folder, f"{count}.{form}")
    if not file.exists():
        with open(file, "wb") as out:
            subprocess.run([rows, str(count), form], stdout=out, check=True)
    return file


def held(pid):
    """The most memory in KiB that a process held so far; nothing where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return []
    return [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]


def run(what, program, words, file, count):
    """Prints rows per second of the clock, and of one core's work, which others on the machine disturb less."""
    start = time.perf_counter()
    with open(file, "rb") as rows:
        child = subprocess.Popen([program, *words], stdin=rows, stdout=subprocess.DEVNULL)
    found, ended = [], 0
    while not ended:
        # It only ever grows, so the last look is the one that counts.
        found.extend(held(child.pid))
        time.sleep(0.02)
        ended, code, usage = os.wait4(child.pid, os.WNOHANG)
    took = time.perf_counter() - start
    assert code == 0, code
    work = usage.ru_utime + usage.ru_stime
    memory = f"{max(found) / 1024:.1f} MiB" if found else "not measured"
    print(
        f"{what}: {count} rows, {took:.1f} s, {count / took:.0f} rows/s; "
        f"{count / work:.0f} rows/s of one core's work; peak memory {memory}",
        flush=True,
    )


def spark(program, table):
    why = missing()
    if why:
        print(f"left out: Spark, because {why}")
        return
    import classify_register as example

    spark = session(f"local[{CORES}]")
    try:
        register = spark.read.csv(str(table), header=True)
        file = str(table.with_suffix(".parquet"))
        register.repartition(4 * CORES).write.parquet(file)
        cases = example.use_cases(spark.read.parquet(file), example.facts(program))
        for name, way in [("pipe", example.classified), ("mapInPandas", example.classified_by_arrow)]:
            start = time.perf_counter()
            results = way(cases, example.command(program, AS_OF))
            results.write.format("noop").mode("overwrite").save()
            took = time.perf_counter() - start
            rate = LARGE / took
            print(
                f"Spark, {name}, {CORES} cores: {LARGE} rows, {took:.1f} s, {rate:.0f} rows/s, "
                f"{rate / CORES:.0f} rows/s for each core",
                flush=True,
            )
    finally:
        spark.stop()


def main(program, rows):
    classify = ["classify", "--as-of", AS_OF]
    csv = [*classify, "--from", "csv", "--to", "csv"]
    with tempfile.TemporaryDirectory(prefix="aims-scale-") as folder:
        for count in (SMALL, LARGE):
            file = make(rows, count, "jsonl", folder)
            run("classify, JSON Lines, one core", program, [*classify, "--jobs", "1"], file, count)
            run(f"classify, JSON Lines, {CORES} cores", program, classify, file, count)
        table = make(rows, LARGE, "csv", folder)
        run(f"classify, CSV to CSV, {CORES} cores", program, csv, table, LARGE)
        spark(program, table)


if __name__ == "__main__":
    main(*sys.argv[1:])
