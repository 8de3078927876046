"""The jobs that Splink does beside Bidui in scripts/bench link.

usage: splink_jobs.py febrl4 A.csv B.csv OUT.csv
       splink_jobs.py febrl3 DATA.csv OUT.csv
       splink_jobs.py county ROLL.csv AID.csv HOUSEHOLDS.csv OUT.csv

Models for the FEBRL data are those of Splink's own examples. OUT.csv of a FEBRL job holds left,right,weight
for each scored pair, that of the county list,row,roll_row,weight for each query. Prints figures in milliseconds.
"""

import logging
import sys
import time

BEGAN = time.perf_counter()

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LOWEST_WEIGHT = -10
FEBRL_COLUMNS = [
    "rec_id",
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
    "soc_sec_id",
]


def tell(what, since):
    print(f"{what} {round((time.perf_counter() - since) * 1000)}", flush=True)
    return time.perf_counter()


def cleaned(con, path, name):
    """Blank is missing: Splink has a level for that. The headers stand with blanks before them."""
    con.execute(
        f"""
        create table {name} as select nullif(trim(columns(*)), '')
        from read_csv('{path}', skip = 1, header = false, all_varchar = true, names = {FEBRL_COLUMNS})
        """
    )
    return name


def febrl4(con, a, b, out):
    blocks = [
        block_on("given_name", "surname"),
        "l.given_name = r.surname and l.surname = r.given_name",
        block_on("date_of_birth"),
        block_on("soc_sec_id"),
        block_on("state", "address_1"),
        block_on("street_number", "address_1"),
        block_on("postcode"),
    ]
    comparisons = [
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison(
            "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
        ),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
    ]
    tables = [cleaned(con, a, "a"), cleaned(con, b, "b")]
    linker = made(con, tables, "link_only", "rec_id", blocks, comparisons)
    known = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    linker.training.estimate_probability_two_random_records_match(known, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    scored(con, linker, out, "rec_id_l as left, rec_id_r as right, match_weight as weight")


def febrl3(con, data, out):
    blocks = [block_on(c) for c in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison(
            "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
        ),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
    ]
    linker = made(con, [cleaned(con, data, "a")], "dedupe_only", "rec_id", blocks, comparisons)
    known = [
        block_on("soc_sec_id"),
        block_on("given_name", "surname", "date_of_birth"),
        "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
    ]
    linker.training.estimate_probability_two_random_records_match(known, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    scored(con, linker, out, "rec_id_l as left, rec_id_r as right, match_weight as weight")


def county_tables(con, roll, aid, households):
    """The roll, and as queries what is on no roll row by its id as written."""
    csv = "read_csv('{}', header = true, all_varchar = true)"
    con.execute(
        f"""
        create macro folded(name) as nullif(translate(name, ' 　·•・.．', ''), '');
        create macro cleaned(id) as
          nullif(upper(translate(id, '０１２３４５６７８９ｘＸ'' ', '0123456789XX')), '');
        create table roll as
        select row_number() over () + 1 as row_number, 'roll' as list,
               folded("姓名") as name, substr(name, 1, 1) as surname,
               substr(name, 2) as given, "性别" as sex, replace("出生日期", '-', '') as birth,
               cleaned("身份证件号") as id, "身份证件号" as written, "学校名称" as school,
               substr("现住址", length('云溪岭县') + 1, 3) as township
        from {csv.format(roll)};
        create table query as
        select *, substr(name, 1, 1) as surname, substr(name, 2) as given
        from (select row_number() over () + 1 as row_number, 'aid' as list,
                     folded("姓名") as name,
                     case when length(cleaned("身份证件号")) <> 18 then null
                          when substr(cleaned("身份证件号"), 17, 1) in ('1', '3', '5', '7', '9') then '男'
                          else '女' end as sex,
                     case when length(cleaned("身份证件号")) >= 14 then substr(cleaned("身份证件号"), 7, 8) end as birth,
                     cleaned("身份证件号") as id, "身份证件号" as written, "学校名称" as school, null as township
              from {csv.format(aid)}
              union all
              select row_number() over () + 1, 'households', folded("姓名"), "性别",
                     "出生日期", cleaned("证件号码"), "证件号码", null, "乡"
              from {csv.format(households)}) q
        where (list = 'aid' or birth between '20050101' and '20191231')
          and not exists (select 1 from roll r where r.written = q.written);
        create table a as select list || row_number as rec_id, * from query;
        create table b as select list || row_number as rec_id, * from roll;
        """
    )


def county(con, roll, aid, households, out):
    county_tables(con, roll, aid, households)
    blocks = [
        "l.name = r.name and substr(l.birth, 1, 4) = substr(r.birth, 1, 4)",
        block_on("birth", "surname"),
        block_on("birth", "given"),
        "substr(l.id, 1, 14) = substr(r.id, 1, 14)",
        "substr(l.id, 7, 12) = substr(r.id, 7, 12) and length(l.id) >= 18",
        "substr(l.id, 1, 6) = substr(r.id, 1, 6) and substr(l.id, 15, 4) = substr(r.id, 15, 4)"
        " and length(l.id) >= 18",
    ]
    comparisons = [
        cl.LevenshteinAtThresholds("name", [1]).configure(term_frequency_adjustments=True),
        cl.CustomComparison(
            output_column_name="birth",
            comparison_levels=[
                cll.NullLevel("birth"),
                cll.ExactMatchLevel("birth"),
                cll.CustomLevel(
                    "birth_l = substr(birth_r, 1, 4) || substr(birth_r, 7, 2) || substr(birth_r, 5, 2)"
                ),
                cll.ElseLevel(),
            ],
        ),
        cl.ExactMatch("sex"),
        cl.ExactMatch("school"),
        cl.ExactMatch("township"),
        cl.DamerauLevenshteinAtThresholds("id", [1, 2]),
    ]
    linker = made(con, ["a", "b"], "link_only", "rec_id", blocks, comparisons)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("name", "birth", "sex")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for rule in (block_on("birth", "surname"), block_on("name")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    best = """
        a.list as list, a.row_number as row, p.roll_row, round(p.weight, 2) as weight from a left join (
          select rec_id_l, arg_max(b.row_number, match_weight) as roll_row, max(match_weight) as weight
          from {0} join b on b.rec_id = rec_id_r group by rec_id_l) p on p.rec_id_l = a.rec_id
        order by list, row"""
    scored(con, linker, out, best)


def made(con, tables, link_type, key, blocks, comparisons):
    api = DuckDBAPI(connection=con)
    settings = SettingsCreator(
        unique_id_column_name=key,
        link_type=link_type,
        blocking_rules_to_generate_predictions=blocks,
        comparisons=comparisons,
    )
    inputs = [api.register(table, dataset_display_name=f"d_{table}") for table in tables]
    return Linker(inputs if len(inputs) > 1 else inputs[0], settings, log_level=logging.ERROR)


def scored(con, linker, out, select):
    trained = tell("train", BEGAN)
    pairs = linker.inference.predict(threshold_match_weight=LOWEST_WEIGHT)
    table = pairs.physical_name
    query = select.format(table) if "{0}" in select else f"{select} from {table}"
    con.execute(f"copy (select {query}) to '{out}' (header)")
    tell("predict", trained)
    print(f"pairs {con.sql(f'select count(*) from {table}').fetchall()[0][0]}")


def main(arguments):
    jobs = {"febrl4": febrl4, "febrl3": febrl3, "county": county}
    tell("import", BEGAN)
    jobs[arguments[0]](duckdb.connect(), *arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
