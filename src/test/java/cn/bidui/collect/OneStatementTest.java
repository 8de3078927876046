package cn.bidui.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one query. */
class OneStatementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select 1 ; ;\n",
        "select 1; -- 学籍; 全县\n/* ; */ ;",
        "select ';' as \"a;b\", '''; ' from t -- ; x",
        "select '\\d', a[1], $$x$$ from t;"
      })
  void oneQueryMayHoldSemicolonsWhereTheyMeanNothing(String query) {
    assertThat(OneStatement.is(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1; create table x (a int); commit",
        "select ''; commit",
        "select 'a; commit",
        "select E'a\\' ; commit; select ' x'",
        "select $$ ' $$; commit; select $$ ' $$",
        "select 1 /* /* */ ' */ ; commit --'",
        "select 1 /*! ; commit */",
        "select 5--1; commit",
        "select 1 /* ; commit"
      })
  void whateverSomeDatabaseWouldReadAsAnotherOneIsAnotherOne(String query) {
    assertThat(OneStatement.is(query)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select 1 ; ;|select 1",
        "select 1; -- 学籍; 全县|select 1",
        "select 1 /* a */ ; /* b; */ ; -- c|select 1",
        "select ';' as \"a;\" -- ;|select ';' as \"a;\"",
        "select '-- no comment'|select '-- no comment'",
        "select a[1] from t; -- c|select a[1] from t; -- c"
      })
  void whatIsSentEndsWithItsLastWord(String query, String sent) {
    assertThat(OneStatement.alone(query)).isEqualTo(sent);
  }

  @Test
  void aLongQueryIsReadToItsEnd() {
    String query = "select '" + "x".repeat(500_000) + "' /*" + "\n".repeat(500_000) + "*/";
    assertThat(OneStatement.is(query + "; commit")).isFalse();
    assertThat(OneStatement.is(query + ";")).isTrue();
  }
}
