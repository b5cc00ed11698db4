"""Set-ups of Splink by set. Seeds, thresholds and training rules stand here; see `splink_run.py` for the words used."""

from simple_settings import simple
from splink import block_on

same_person = "l.{0} = r.{0} and l.{1} = r.{1} and l.dob = r.dob"


def fake(cl, tuned):
    rules = [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email")]
    comparisons = [
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ]
    if tuned:
        rules += [
            "l.first_name = r.surname and l.surname = r.first_name",
            block_on("substr(dob,1,7)", "substr(surname,1,1)"),
            block_on("substr(dob,1,7)", "substr(first_name,1,1)"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)"),
            block_on("substr(email,1,5)"),
            block_on("city", "substr(dob,1,4)"),
            block_on("city", "substr(surname,1,3)"),
            block_on("city", "substr(first_name,1,3)"),
        ]
        comparisons[0:1] = [
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        ]
    return {
        "rules": rules,
        "comparisons": comparisons,
        "sure": [
            "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
            "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            block_on("email"),
        ],
        "recall": 0.7,
        "u_pairs": 1e6,
        "em": [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        "threshold": 0.95,
    }


def febrl3(cl):
    return {
        "rules": [
            block_on(name) for name in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")
        ],
        "comparisons": [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        "sure": [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        "recall": 0.9,
        "u_pairs": 1e6,
        "em": [block_on("date_of_birth"), block_on("postcode")],
        "threshold": 0.95,
    }


def febrl4(cl):
    term = {"term_frequency_adjustments": True}
    return {
        "rules": [
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
        "comparisons": [
            cl.NameComparison("given_name").configure(**term),
            cl.NameComparison("surname").configure(**term),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(**term),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(**term),
        ],
        "sure": [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
        ],
        "recall": 0.9,
        "u_pairs": 1e6,
        "em": [block_on("date_of_birth"), block_on("postcode")],
        "threshold": 0.99,
    }


def historical(cl, tuned):
    term = {"term_frequency_adjustments": True}
    rules = [
        block_on("first_name", "surname"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"),
        block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode_fake,1,3)", "dob"),
        block_on("substr(postcode_fake,1,3)", "first_name"),
        block_on("substr(postcode_fake,1,3)", "surname"),
        block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
    ]
    comparisons = [
        cl.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
        ).configure(**term),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.PostcodeComparison("postcode_fake"),
        cl.ExactMatch("birth_place").configure(**term),
        cl.ExactMatch("occupation").configure(**term),
    ]
    if tuned:
        rules += [
            block_on("substr(full_name,1,8)"),
            block_on("surname", "occupation"),
            block_on("surname", "birth_place"),
            block_on("first_name", "birth_place", "occupation"),
            block_on("substr(dob,1,4)", "postcode_fake"),
            block_on("substr(dob,1,4)", "birth_place", "occupation"),
            block_on("postcode_fake", "birth_place"),
            block_on("substr(surname,1,4)", "substr(dob,1,4)", "substr(postcode_fake,1,2)"),
        ]
        comparisons += [
            cl.ExactMatch("gender"),
            cl.JaroWinklerAtThresholds("full_name", [0.92, 0.85, 0.75]),
        ]
    return {
        "rules": rules,
        "comparisons": comparisons,
        "sure": [
            same_person.format("first_name", "surname"),
            "substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname "
            "and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)",
            "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
        ],
        "recall": 0.6,
        "u_pairs": 1e7,
        "em": [block_on("first_name", "surname"), block_on("dob")],
        "threshold": 0.95,
    }


people_columns = """,
  substr(dob, 1, 4) as year,
  upper(replace(postcode, ' ', '')) as pc_joined,
  nullif(regexp_replace(replace(phone, ' ', ''), '^\\+44', '0'), '07000000000') as tel,
  case when length(replace(postcode, ' ', '')) > 4
       then upper(left(replace(postcode, ' ', ''), length(replace(postcode, ' ', '')) - 3)
            || ' ' || right(replace(postcode, ' ', ''), 3)) end as pc,
  upper(substr(replace(postcode, ' ', ''), 1, 3)) as pc3"""


def contact(cl, cll):
    """One comparison of all that a household shares, strongest first."""
    both = "{0}_l = {0}_r"
    return cl.CustomComparison(
        output_column_name="contact",
        comparison_levels=[
            cll.CustomLevel(
                "(email_l is null or email_r is null) and (tel_l is null or tel_r is null) and "
                "(address_l is null or address_r is null) and (pc_l is null or pc_r is null)"
            ).configure(is_null_level=True),
            cll.CustomLevel(f"{both.format('tel')} and {both.format('email')}"),
            cll.CustomLevel(both.format("email")),
            cll.CustomLevel(both.format("tel")),
            cll.CustomLevel(f"{both.format('address')} and {both.format('pc')}"),
            cll.CustomLevel(both.format("address")),
            cll.CustomLevel(both.format("pc")),
            cll.CustomLevel("left(pc_l, length(pc_l) - 4) = left(pc_r, length(pc_r) - 4)"),
            cll.ElseLevel(),
        ],
    )


def people(cl, cll, tuned):
    term = {"term_frequency_adjustments": True}
    rules = [
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("first_name", "surname", "pc3"),
        block_on("pc", "first_name"),
        block_on("pc", "surname"),
        block_on("tel"),
        block_on("email"),
        block_on("pc", "year"),
        block_on("dob", "pc3"),
        block_on("substr(first_name,1,3)", "substr(surname,1,4)", "year"),
    ]
    comparisons = [
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.PostcodeComparison("pc"),
        cl.LevenshteinAtThresholds("tel", [1, 2]).configure(**term),
        cl.EmailComparison("email"),
        cl.JaroWinklerAtThresholds("address", [0.95, 0.88]),
        cl.ExactMatch("sex"),
    ]
    if tuned:
        rules += [
            block_on("address", "first_name"),
            block_on("address", "surname"),
            block_on("first_name", "surname", "town"),
            block_on("first_name", "surname", "middle_name"),
            "l.first_name = r.surname and l.surname = r.first_name and l.year = r.year",
        ]
        comparisons = [
            cl.NameComparison("first_name").configure(**term),
            cl.NameComparison("surname").configure(**term),
            cl.JaroWinklerAtThresholds("middle_name", [0.9]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            contact(cl, cll),
            cl.ExactMatch("sex"),
        ]
    return {
        "extra": people_columns,
        "rules": rules,
        "comparisons": comparisons,
        "sure": [same_person.format("first_name", "surname"), block_on("email", "first_name")],
        "recall": 0.5,
        "u_pairs": 1e7,
        "em": [block_on("first_name", "surname"), block_on("dob"), block_on("pc")],
        "em_pairs": 5e6,
        "least": 0.01,
        "threshold": 0.95,
    }


def settings_for(name, cl, cll):
    kind, _, manner = name.partition("-")
    tuned = manner == "tuned"
    if kind == "fake":
        return fake(cl, tuned)
    if kind == "historical":
        return historical(cl, tuned)
    if kind == "people":
        return people(cl, cll, tuned)
    if kind in ("febrl3", "febrl4"):
        return febrl3(cl) if kind == "febrl3" else febrl4(cl)
    return simple(kind, cl, cll)
