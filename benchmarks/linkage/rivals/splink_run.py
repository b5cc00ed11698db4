"""Runs Splink 5 on DuckDB over lists without truth and writes pairs and clusters in the form `bailiwick link` writes.

Settings: «official» follows the project's own example for the set (for made people: what its docs would lead a careful user
to); «tuned» is our best expert effort: wider blocking, more comparisons, contact evidence merged into one comparison;
«simple» is a fair set-up of our own where the project has no example.
"""

import argparse
import json
import os
import resource

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from settings import settings_for
from splink import DuckDBAPI, Linker, SettingsCreator

least_log_odds_bits = -17.3


def peak_mb():
    """The kernel's own mark counts this program alone; the other, also what started it."""
    try:
        with open("/proc/self/status", encoding="utf8") as status:
            line = next(one for one in status if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say_usage():
    used = resource.getrusage(resource.RUSAGE_SELF)
    with open(os.environ["BENCH_USAGE"], "w", encoding="utf8") as out:
        json.dump({"cpu": used.ru_utime + used.ru_stime, "peakMb": peak_mb()}, out)


def load(con, api, paths, extra):
    """Each list as a table with the derived columns its set-up asks for."""
    frames = []
    for index, path in enumerate(paths):
        con.execute(
            f"create table list_{index} as select *{extra} from "
            f"read_csv('{path}', all_varchar=true, header=true, delim=',', quote='\"', escape='\"')"
        )
        frames.append(api.register(f"list_{index}", dataset_display_name=f"source_{index}"))
    return frames


def train(linker, chosen):
    linker.training.estimate_probability_two_random_records_match(
        chosen["sure"], recall=chosen["recall"]
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=chosen["u_pairs"], seed=5)
    for rule in chosen["em"]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, max_pairs=chosen.get("em_pairs")
        )


def main():
    parser = argparse.ArgumentParser()
    for name in ("--setting", "--pairs", "--clusters"):
        parser.add_argument(name, required=True)
    parser.add_argument("lists", nargs="+")
    args = parser.parse_args()
    chosen = settings_for(args.setting, cl, cll)
    con = duckdb.connect(":memory:")
    con.execute("set threads = 2")
    api = DuckDBAPI(con)
    frames = load(con, api, args.lists, chosen.get("extra", ""))
    linker = Linker(
        frames if len(frames) > 1 else frames[0],
        SettingsCreator(
            link_type="link_only" if len(frames) > 1 else "dedupe_only",
            blocking_rules_to_generate_predictions=chosen["rules"],
            comparisons=chosen["comparisons"],
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
        ),
    )
    train(linker, chosen)
    predicted = linker.inference.predict(threshold_match_probability=chosen.get("least"))
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=chosen["threshold"]
    )
    con.execute(
        "copy (select unique_id_l as id_l, unique_id_r as id_r, match_probability as probability, "
        f"round(match_weight, 4) as weight from {predicted.physical_name} "
        f"where match_weight > {least_log_odds_bits}) to '{args.pairs}' (header, delimiter ',')"
    )
    con.execute(
        f"copy (select unique_id as id, cluster_id as cluster from {clusters.physical_name}) "
        f"to '{args.clusters}' (header, delimiter ',')"
    )
    say_usage()


main()
