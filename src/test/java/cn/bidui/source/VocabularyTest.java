package cn.bidui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  private static final Header HEADER =
      new Header(
          "学籍.xlsx",
          "初一",
          3,
          ListKind.ROLL,
          "roll-national",
          Map.of(Field.SEX, 2, Field.NAME, 1, Field.CITIZEN_ID, 27),
          Map.of(Field.NAME, "姓名", Field.SEX, "性别", Field.CITIZEN_ID, "身份证件号"));

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
  void columnsHaveTheLettersOfSpreadsheets(int column, String letters) {
    assertThat(CellRef.letters(column)).isEqualTo(letters);
  }

  @Test
  void placesAreOrderedByFileSheetRowAndColumn() {
    List<CellRef> places =
        List.of(
            new CellRef("a", "s", 2, "B"),
            new CellRef("a", "s", 2, "AA"),
            new CellRef("a", "s", 10, "A"),
            new CellRef("a", "t", 1, "A"),
            new CellRef("b", "a", 1, "A"));
    List<CellRef> mixed = new ArrayList<>(places);
    java.util.Collections.reverse(mixed);

    assertThat(mixed.stream().sorted()).containsExactlyElementsOf(places);
    assertThat(CellRef.ofRow("a", "s", 2)).isLessThan(places.get(0));
    assertThat(places.get(0).label()).isEqualTo("a!s!2");
  }

  @Test
  void aHeaderKnowsWhereItsFieldsStand() {
    assertThat(HEADER.column(Field.SEX)).isEqualTo(2);
    assertThat(HEADER.column(Field.GRADE)).isEqualTo(-1);
    assertThat(HEADER.cell(7, Field.CITIZEN_ID)).isEqualTo(new CellRef("学籍.xlsx", "初一", 7, "AB"));
    assertThat(HEADER.cell(7, Field.GRADE)).isEqualTo(CellRef.ofRow("学籍.xlsx", "初一", 7));
    assertThat(HEADER.columnsInOrder().keySet())
        .containsExactly(Field.NAME, Field.CITIZEN_ID, Field.SEX);
  }

  @Test
  void aRowShorterThanItsHeaderReadsAsEmptyAtTheEnd() {
    SheetRow row = new SheetRow(HEADER, 5, List.of(Cell.EMPTY, Cell.text(" 测试三 ")));

    assertThat(row.text(Field.NAME)).isEqualTo("测试三");
    assertThat(row.cell(Field.SEX)).isSameAs(Cell.EMPTY);
    assertThat(row.cell(Field.GRADE)).isSameAs(Cell.EMPTY);
    assertThat(row.place(Field.NAME)).isEqualTo(new CellRef("学籍.xlsx", "初一", 5, "B"));
  }

  @Test
  void aCellIsBlankIfItHoldsNothingOrBlanks() {
    assertThat(Cell.text("")).isSameAs(Cell.EMPTY);
    assertThat(Cell.EMPTY.isBlank()).isTrue();
    assertThat(Cell.text("  ").isBlank()).isTrue();
    assertThat(Cell.text("a").isBlank()).isFalse();
    assertThat(new Cell(" ", Cell.Kind.ERROR).isBlank()).isFalse();
  }

  @Test
  void whatIsPrintedOfARowNamesNobody() {
    SheetRow row = new SheetRow(HEADER, 5, List.of(Cell.EMPTY, Cell.text("测试三")));
    RowProblem problem =
        new RowProblem(
            ProblemCode.VALUE_UNKNOWN, row.place(Field.NAME), Field.NAME, "测试三", List.of("x"));

    assertThat(row.toString()).doesNotContain("测试三");
    assertThat(problem).hasToString("VALUE-UNKNOWN 学籍.xlsx!初一!5 name");
    assertThat(problem.arguments()).containsExactly("x");
  }

  @Test
  void aFileProblemHasItsPlaceAndWords() {
    CellRef file = CellRef.ofRow("a.xlsx", "", 0);
    Problem problem = new FileProblem(ProblemCode.FILE_EMPTY, file, "", List.of("0"));

    assertThat(problem.code().wholeFile()).isTrue();
    assertThat(problem.place()).isEqualTo(file);
    assertThat(problem.arguments()).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void everyFieldIsFoundByItsCode(Field field) {
    assertThat(Field.ofCode(field.code())).contains(field);
  }

  @Test
  void fieldCodesAreThoseOfProfiles() {
    assertThat(Field.CITIZEN_ID.code()).isEqualTo("citizen-id");
    assertThat(Field.ofCode("citizen_id")).isEmpty();
  }

  @Test
  void everyListOfPersonsIsCompared() {
    assertThat(Arrays.stream(ListKind.values()).filter(kind -> !kind.compared()))
        .containsExactly(ListKind.SCHOOLS);
  }

  @Test
  void reportsMaskTheFieldsThatHoldIds() {
    assertThat(Arrays.stream(Field.values()).filter(Field::holdsId))
        .containsExactly(
            Field.CITIZEN_ID,
            Field.STUDENT_NUMBER,
            Field.GUARDIAN1_ID,
            Field.GUARDIAN2_ID,
            Field.HEAD_ID,
            Field.ACCOUNT,
            Field.PAYEE_ID,
            Field.DISABILITY_NUMBER);
  }

  @ParameterizedTest
  @EnumSource(ListKind.class)
  void everyListIsFoundByItsCode(ListKind kind) {
    assertThat(ListKind.ofCode(kind.code())).contains(kind);
  }

  @Test
  void threeListsAreNeededAndFourAreListsOfPersons() {
    assertThat(Stream.of(ListKind.values()).filter(ListKind::needed))
        .containsExactly(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS);
    assertThat(Stream.of(ListKind.values()).filter(ListKind::listOfPersons))
        .containsExactly(
            ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY, ListKind.POPULATION);
    assertThat(ListKind.ofCode("rolls")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemIsFoundByItsCode(ProblemCode code) {
    assertThat(ProblemCode.ofCode(code.code())).isEqualTo(code);
  }

  @Test
  void anUnknownProblemIsABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProblemCode.ofCode("NO-SUCH"))
        .withMessage("no such problem code: NO-SUCH");
  }

  @ParameterizedTest
  @EnumSource(FileState.class)
  void everyStateIsFoundByItsCode(FileState state) {
    assertThat(FileState.ofCode(state.code())).isEqualTo(state);
  }

  @Test
  void stateCodesAreWrittenWithHyphens() {
    assertThat(FileState.ACCEPTED_WITH_REJECTS.code()).isEqualTo("accepted-with-rejects");
  }

  @Test
  void countsOfRowsAddUp() {
    RowCounts counts = new RowCounts(5, 4, 3, 2, 1);

    assertThat(counts.rows()).isEqualTo(15);
    assertThat(counts.plus(counts)).isEqualTo(new RowCounts(10, 8, 6, 4, 2));
    assertThat(RowCounts.NONE.rows()).isZero();
  }

  @Test
  void filesAreOrderedByUnitThenName() {
    SourceFile county = new SourceFile("2", "b.xlsx", "");
    SourceFile school = new SourceFile("1", "a.xlsx", "甲校");
    SourceFile again = new SourceFile("3", "b.xlsx", "");

    assertThat(Stream.of(school, again, county).sorted()).containsExactly(county, again, school);
  }

  @Test
  void rowsAreOrderedByFileSheetAndNumber() {
    SourceFile a = new SourceFile("1", "a.xlsx", "");
    SourceFile b = new SourceFile("2", "b.xlsx", "");
    List<RowRef> rows =
        List.of(
            new RowRef(a, "1", 9),
            new RowRef(a, "2", 3),
            new RowRef(a, "2", 4),
            new RowRef(b, "", 1));

    assertThat(Stream.of(rows.get(3), rows.get(1), rows.get(2), rows.get(0)).sorted())
        .containsExactlyElementsOf(rows);
    assertThat(rows.get(1).cell()).isEqualTo(CellRef.ofRow("a.xlsx", "2", 3));
  }

  @Test
  void batchesOfOneSlotReplaceEachOther() {
    SourceFile file = new SourceFile("1", "a.xlsx", "");
    Term term = Term.parse("2025秋");
    LocalDate day = LocalDate.of(2025, 10, 8);
    Batch first = new Batch(file, ListKind.ROLL, "roll", Scope.COUNTY, term, day, 1);
    Batch later = new Batch(file, ListKind.ROLL, "roll", Scope.COUNTY, term, day.plusDays(1), 2);
    Batch other = new Batch(file, ListKind.ROLL, "roll", new Scope("甲校"), term, day, 3);

    assertThat(first.slot()).isEqualTo(later.slot()).isNotEqualTo(other.slot());
    assertThat(Scope.COUNTY.countyWide()).isTrue();
    assertThat(other.scope().countyWide()).isFalse();
  }

  @Test
  void aSchoolKeepsItsOwnCopyOfItsAliases() {
    Set<String> aliases = new java.util.HashSet<>(Set.of("甲小"));
    School school = new School("", "甲小学", aliases, "");
    aliases.clear();

    assertThat(school.aliases()).containsExactly("甲小");
  }
}
