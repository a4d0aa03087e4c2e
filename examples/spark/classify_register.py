"""Classifies a register of use cases in Spark: python classify_register.py REGISTER.csv [--as-of YYYY-MM-DD]

The register is a DataFrame with a column `id`, and a column for each fact that somebody answered, named by
its id. A cell holds one answer or several with | between them, and nothing where nobody was asked. Other
columns are left alone: join them to the result by `id`.
"""

import argparse
import json
import shlex
import subprocess
from operator import itemgetter

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

SCHEMA = """
    id string, tier string, settled boolean, range array<string>, flags array<string>, roles array<string>,
    sectors array<string>, rules array<string>, references array<string>, applies_from string,
    open array<string>, catalog string, law_date string, as_of string, receipt string,
    error struct<code: string, message: string, expected: string>
"""


def command(program, as_of):
    """The call that each partition makes. One core each: Spark itself runs partitions side by side."""
    return [program, "classify", "--as-of", as_of, "--jobs", "1"]


def facts(program):
    """Ids of all facts. Runs on the driver."""
    listed = subprocess.run([program, "facts", "--json"], check=True, capture_output=True)
    return [fact["id"] for fact in json.loads(listed.stdout)]


def use_cases(register, facts):
    """The register as `id` and `answers`, which is what the command line reads. Empty cells are left out."""

    def answer(fact):
        cell = F.trim(F.col(f"`{fact}`"))
        return F.split(F.when(cell != "", cell), r"\s*\|\s*").alias(fact)

    asked = [answer(fact) for fact in facts if fact in register.columns]
    # Never null, so that a use case of which nothing is known has answers too: none.
    answers = F.struct(*asked) if asked else F.create_map()
    return register.select(F.col("id").cast("string").alias("id"), answers.alias("answers"))


def json_lines(cases):
    """Each use case as a line of JSON."""
    return cases.select(F.to_json(F.struct("id", "answers")).alias("line"))


def classified(cases: DataFrame, call) -> DataFrame:
    """The result of each use case, by `rdd.pipe`: one process for a partition, JSON Lines in and out."""
    # Exit code 1 says that rows have errors, which are rows too. Anything above fails the task.
    checked = f"{shlex.join(call)}; test $? -le 1"
    lines = json_lines(cases).rdd.map(itemgetter(0))
    told = lines.pipe(shlex.join(["/bin/sh", "-c", checked]), checkCode=True)
    return cases.sparkSession.read.schema(SCHEMA).json(told)


def classified_by_arrow(cases: DataFrame, call) -> DataFrame:
    """The same by `mapInPandas`, where there are no RDDs, as under Spark Connect: one process for a batch."""

    import pandas

    def answers(batches):
        for batch in batches:
            done = subprocess.run(call, input="\n".join(batch["line"]).encode(), capture_output=True)
            if done.returncode > 1:
                raise RuntimeError(done.stderr.decode())
            # Not splitlines(): an id may hold other line breaks. The last piece is what follows the last line.
            yield pandas.DataFrame({"line": done.stdout.decode().split("\n")[:-1]})

    told = json_lines(cases).mapInPandas(answers, "line string")
    return told.select(F.from_json("line", SCHEMA).alias("result")).select("result.*")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("register")
    arguments.add_argument("--program", default="aims-readiness")
    arguments.add_argument("--as-of", required=True, help="the same day for all partitions")
    given = arguments.parse_args()

    spark = SparkSession.builder.appName("aims-readiness").getOrCreate()
    register = spark.read.csv(given.register, header=True, multiLine=True, escape='"')
    results = classified(use_cases(register, facts(given.program)), command(given.program, given.as_of))
    results.groupBy("tier", "error.code").count().orderBy("tier", "code").show()
    spark.stop()


if __name__ == "__main__":
    main()
