"""Plain set-ups of Splink for sets that its project has no example of: fair, but nobody's best."""

from splink import block_on


def restaurants(cl):
    return {
        "rules": [
            block_on("substr(name,1,4)"),
            block_on("substr(address,1,6)"),
            block_on("city", "substr(name,1,2)"),
        ],
        "comparisons": [
            cl.JaroWinklerAtThresholds("name", [0.92, 0.85, 0.75]),
            cl.JaroWinklerAtThresholds("address", [0.92, 0.85, 0.75]),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.ExactMatch("cuisine").configure(term_frequency_adjustments=True),
        ],
        "sure": [block_on("name"), block_on("address")],
        "em": [block_on("substr(name,1,4)"), block_on("substr(address,1,6)")],
    }


def patstat(cl):
    return {
        "rules": [
            block_on("substr(Name,1,6)"),
            block_on("Coauthor"),
            block_on("Lat", "Lng", "substr(Name,1,2)"),
        ],
        "comparisons": [
            cl.JaroWinklerAtThresholds("Name", [0.95, 0.88, 0.75]),
            cl.JaroWinklerAtThresholds("Coauthor", [0.9, 0.75]),
            cl.JaroWinklerAtThresholds("Class", [0.9, 0.75]),
            cl.ExactMatch("Lat").configure(term_frequency_adjustments=True),
        ],
        "sure": [block_on("Name")],
        "em": [block_on("substr(Name,1,6)"), block_on("Coauthor")],
    }


def dblp(cl):
    return {
        "rules": [
            block_on("substr(title,1,10)"),
            block_on("authors"),
            block_on("year", "substr(authors,1,6)"),
            block_on("right(title,10)"),
        ],
        "comparisons": [
            cl.JaroWinklerAtThresholds("title", [0.97, 0.92, 0.85, 0.75]),
            cl.JaroWinklerAtThresholds("authors", [0.95, 0.85, 0.7]),
            cl.ExactMatch("year"),
            cl.ExactMatch("venue").configure(term_frequency_adjustments=True),
        ],
        "sure": [block_on("title", "year")],
        "em": [block_on("substr(title,1,10)"), block_on("authors")],
    }


def transactions(cl, cll):
    ratio = "abs(paid_l - paid_r) / greatest(abs(paid_l), abs(paid_r), 0.01) <= {0}"
    days = "abs(date_diff('day', day_l, day_r)) <= {0}"
    return {
        "extra": ", try_cast(transaction_date as date) as day, try_cast(amount as double) as paid",
        "rules": [
            block_on("paid"),
            block_on("memo"),
            block_on("substr(memo,1,3)", "day"),
            "l.day = r.day - 1 and substr(l.memo,1,3) = substr(r.memo,1,3)",
            "l.day = r.day - 2 and substr(l.memo,1,3) = substr(r.memo,1,3)",
            block_on("substr(memo,1,6)", "strftime(day, '%Y%m')"),
            block_on("cast(paid as int)", "strftime(day, '%Y%m')"),
        ],
        "comparisons": [
            cl.CustomComparison(
                output_column_name="paid",
                comparison_levels=[
                    cll.NullLevel("paid"),
                    cll.ExactMatchLevel("paid"),
                    *[cll.CustomLevel(ratio.format(part)) for part in (0.01, 0.03, 0.1, 0.3)],
                    cll.ElseLevel(),
                ],
            ),
            cl.JaccardAtThresholds("memo", [0.9, 0.7]),
            cl.CustomComparison(
                output_column_name="day",
                comparison_levels=[
                    cll.NullLevel("day"),
                    *[cll.CustomLevel(days.format(most)) for most in (1, 4, 10, 30)],
                    cll.ElseLevel(),
                ],
            ),
        ],
        "sure": [block_on("paid", "memo"), block_on("paid", "day")],
        "em": [block_on("memo"), block_on("paid")],
    }


def simple(kind, cl, cll):
    chosen = {
        "restaurants": lambda: restaurants(cl),
        "patstat": lambda: patstat(cl),
        "dblp": lambda: dblp(cl),
        "transactions": lambda: transactions(cl, cll),
    }[kind]()
    return {"recall": 0.7, "u_pairs": 1e6, "em_pairs": 5e6, "threshold": 0.95, **chosen}
