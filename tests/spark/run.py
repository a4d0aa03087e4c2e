"""The example in examples/spark, in a real Spark: python tests/spark/run.py PROGRAM ROWS

PROGRAM is the command line, ROWS the program that makes rows (tests/bench/rows.rs). Where there is no Spark
it says so in one line and passes.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-21"
COUNT = 3_000


def missing():
    """Why Spark cannot be run here, if so."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return f"{sys.executable} has no pyspark (pip install pyspark)"
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else "java"
    try:
        subprocess.run([java, "-version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"{java} does not run"
    return None


def session(master="local[2]"):
    """A Spark within this process, without network, pages and words of its own."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.warehouse.dir", tempfile.mkdtemp(prefix="aims-spark-"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    return spark


def expected(program, text):
    """What the command line itself says, by id."""
    done = subprocess.run(
        [program, "classify", "--as-of", AS_OF, "--from", "csv"], input=text.encode(), capture_output=True
    )
    assert done.returncode == 1, done.stderr
    lines = [json.loads(line) for line in done.stdout.decode().removesuffix("\n").split("\n")]
    return {line["id"]: line for line in lines}


def same(found, wanted):
    """Every row, by id; errors with their code."""
    rows = [row.asDict(recursive=True) for row in found.collect()]
    assert len(rows) == len(wanted), f"{len(rows)} rows of {len(wanted)}"
    assert {row["id"] for row in rows} == set(wanted)
    failed = 0
    for row in rows:
        line = wanted[row["id"]]
        # `line` counts within a partition, so it says nothing here.
        plain = {key: value for key, value in line.items() if key != "line"}
        assert {key: value for key, value in row.items() if value is not None or key in plain} == plain, (row, plain)
        failed += "error" in line
    return failed


def main(program, rows):
    why = missing()
    if why:
        print(f"left out: Spark, because {why}")
        return 0
    sys.path.insert(0, str(ROOT / "examples" / "spark"))
    import classify_register as example

    table = subprocess.run([rows, str(COUNT), "csv"], capture_output=True, check=True).stdout.decode()
    # Rows that cannot be used, in the middle; and ids that are hard to carry.
    lines = table.splitlines()
    blank = "," * (lines[0].count(",") - 1)
    lines[1_000:1_000] = [f"bad-{number},perhaps{blank}" for number in range(5)]
    lines[2_000:2_000] = [f'"ä 漢 ""x"" \u2028 {number}",{blank}' for number in range(5)]
    table = "\n".join(lines) + "\n"
    wanted = expected(program, table)
    assert len(wanted) == COUNT + 10

    spark = session()
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "register.csv")
            file.write_text(table, encoding="utf-8")
            register = spark.read.csv(str(file), header=True, multiLine=True, escape='"')
            cases = example.use_cases(register, example.facts(program)).repartition(7)
            call = example.command(program, AS_OF)
            failed = same(example.classified(cases, call), wanted)
            assert failed == 5, failed
            print(f"ok   Spark: {len(wanted)} rows in 7 partitions by pipe are those of the command line")
            try:
                import pandas, pyarrow  # noqa: E401, F401
            except ImportError as error:
                print(f"left out: mapInPandas, because there is no {error.name}")
            else:
                same(example.classified_by_arrow(cases, call), wanted)
                print("ok   Spark: the same by mapInPandas")
            try:
                # No rows, so that nothing is written to a process that has ended.
                none = cases.filter("id = 'nobody'")
                example.classified(none, example.command(program, "2024-07-31")).collect()
            except Exception:
                print("ok   Spark: a call that can do nothing fails the job")
            else:
                raise AssertionError("a day before the Act was taken")
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
