package cn.bidui.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rival of fuzzy linking: DuckDB blocks, compares and weighs in SQL, with fixed weights in
 * bits, and writes for each query the roll row that weighs most. Arguments: {@code residual} or
 * {@code all}, {@code plain} or {@code careful}, roll, aid, households, output.
 *
 * <p>Queries are the rows of the aid and household lists that may be pupils; residual ones are
 * those whose id, as it is written, is on no row of the roll. Six keys make the pairs; what is
 * compared is the name (by its frequency), birth date, sex, school or township, guardian and id.
 */
final class DuckResidue {

  /** As text, so that damaged values stay what they are. */
  private static final String CSV = "read_csv('%s', header = true, all_varchar = true)";

  private static final String LISTS =
      """
      create macro folded(name) as coalesce(translate(name, ' 　·•・.．', ''), '');
      create macro cleaned(id) as
        coalesce(upper(translate(id, '０１２３４５６７８９ｘＸ'' ', '0123456789XX')), '');

      create table roll as
      select rowid_ as row, name, substr(name, 1, 1) as surname, substr(name, 2) as given, sex, birth, id,
             written, school, home, guardian1, guardian2,
             least(17, -log2(count(*) over (partition by name) / count(*) over ())) as name_bits
      from (select row_number() over () + 1 as rowid_, folded("姓名") as name,
                   "性别" as sex, replace("出生日期", '-', '') as birth, cleaned("身份证件号") as id, "身份证件号" as written,
                   "学校名称" as school, "现住址" as home,
                   "成员1身份证件号" as guardian1, "成员2身份证件号" as guardian2
            from ROLL);

      create table query as
      select row_number() over () as n, *, substr(name, 1, 1) as surname, substr(name, 2) as given
      from (select 'aid' as list, row_number() over () + 1 as row,
                   folded("姓名") as name,
                   case when length(cleaned("身份证件号")) <> 18 then null
                        when substr(cleaned("身份证件号"), 17, 1) in ('1', '3', '5', '7', '9') then '男'
                        else '女' end as sex,
                   case when length(cleaned("身份证件号")) >= 14 then substr(cleaned("身份证件号"), 7, 8) end as birth,
                   cleaned("身份证件号") as id, "身份证件号" as written,
                   "学校名称" as school, null as township, null as guardian
            from AID
            union all
            select 'households', row_number() over () + 1, folded("姓名"),
                   "性别", "出生日期", cleaned("证件号码"), "证件号码", null, "乡", "户主证件号码"
            from HOUSEHOLDS) q
      where (list = 'aid' or birth between '20050101' and '20191231') RESIDUAL;
      """;

  private static final String RESIDUAL =
      "and not exists (select 1 from roll r where r.written = q.written and r.written <> '')";

  /** A pair that several keys make is compared once. */
  private static final String PAIRS =
      """
      create table pair as
      select q.n, r.row from query q join roll r
        on q.name = r.name and substr(q.birth, 1, 4) = substr(r.birth, 1, 4)
      union
      select q.n, r.row from query q join roll r on q.birth = r.birth and q.surname = r.surname
      union
      select q.n, r.row from query q join roll r on q.birth = r.birth and q.given = r.given
      union
      select q.n, r.row from query q join roll r
        on substr(q.id, 1, 14) = substr(r.id, 1, 14) and length(q.id) >= 14
      union
      select q.n, r.row from query q join roll r
        on substr(q.id, 7, 12) = substr(r.id, 7, 12) and length(q.id) >= 18
      union
      select q.n, r.row from query q join roll r
        on substr(q.id, 1, 6) = substr(r.id, 1, 6) and substr(q.id, 15, 4) = substr(r.id, 15, 4)
       and length(q.id) >= 18;
      """;

  /** The edit distance stands in a select of its own, so that it is reckoned once. */
  private static final String WEIGHTS =
      """
      create table best as
      select n, arg_max(row, weight) as row, max(weight) as weight
      from (
        select n, row,
               case when same_name then name_bits when near_name then 3.5 else -6.5 end
               + case when birth is null then 0 when birth = roll_birth then 12
                      when substr(birth, 1, 4) = substr(roll_birth, 1, 4)
                       and substr(birth, 5, 2) = substr(roll_birth, 7, 2)
                       and substr(birth, 7, 2) = substr(roll_birth, 5, 2) then 7
                      else -8 end
               + case when sex is null or roll_sex is null then 0 when sex = roll_sex then 1 else -5 end
               + case when school = roll_school then 6 when school is not null then -4
                      when township is null then 0 when contains(home, township) then 6 else -4 end
               + case when guardian is null then 0
                      when guardian = guardian1 or guardian = guardian2 then 8 else -2.5 end
               + case when id = '' or roll_id = '' then 0 when edits = 0 then 23 when edits = 1 then 15
                      when edits = 2 then -4 else -10 end
               - log2(rows) as weight
        from (
          select p.n, p.row, q.name = r.name as same_name, levenshtein(q.name, r.name) = 1 as near_name,
                 r.name_bits, q.birth, r.birth as roll_birth, q.sex, r.sex as roll_sex,
                 q.school, r.school as roll_school, q.township, r.home,
                 q.guardian, r.guardian1, r.guardian2, q.id, r.id as roll_id,
                 EDITS as edits, (select count(*) from roll) as rows
          from pair p join query q on q.n = p.n join roll r on r.row = p.row))
      group by n;
      """;

  /** How people write it, and what Splink generates. */
  private static final String DAMERAU = "damerau_levenshtein(q.id, r.id)";

  /** A careful author knows that the distance costs a hundred times what counting costs. */
  private static final String COUNTED_FIRST =
      """
      case when q.id = r.id then 0
           when strlen(q.id) <> strlen(r.id) then damerau_levenshtein(q.id, r.id)
           when hamming(q.id, r.id) > 2 then 3
           else damerau_levenshtein(q.id, r.id) end\
      """;

  private static final String OUTPUT =
      """
      copy (select q.list, q.row, b.row as roll_row, round(b.weight, 2) as weight
            from query q left join best b on b.n = q.n order by q.n)
      to 'OUTPUT' (header, delimiter ',')
      """;

  private DuckResidue() {}

  public static void main(String[] arguments) throws SQLException {
    long began = System.nanoTime();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      long open = tell("open", began);
      statement.execute(
          LISTS
              .replace("ROLL", csv(arguments[2]))
              .replace("AID", csv(arguments[3]))
              .replace("HOUSEHOLDS", csv(arguments[4]))
              .replace("RESIDUAL", arguments[0].equals("residual") ? RESIDUAL : ""));
      long read = tell("read", open);
      statement.execute(PAIRS);
      long paired = tell("pair", read);
      String edits = arguments[1].equals("plain") ? DAMERAU : COUNTED_FIRST;
      statement.execute(WEIGHTS.replace("EDITS", edits));
      statement.execute(OUTPUT.replace("OUTPUT", quoted(arguments[5])));
      tell("score", paired);
      tell("query", open);
      count(statement, "queries", "query");
      count(statement, "pairs", "pair");
    }
  }

  private static long tell(String what, long since) {
    long now = System.nanoTime();
    System.out.println(what + " " + (now - since) / 1_000_000);
    return now;
  }

  private static void count(Statement statement, String what, String table) throws SQLException {
    try (ResultSet counted = statement.executeQuery("select count(*) from " + table)) {
      counted.next();
      System.out.println(what + " " + counted.getLong(1));
    }
  }

  private static String csv(String path) {
    return CSV.formatted(quoted(path));
  }

  private static String quoted(String path) {
    return Path.of(path).toString().replace("'", "''");
  }
}
