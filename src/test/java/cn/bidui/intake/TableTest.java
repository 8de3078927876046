package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  private static final IntakeLimits LIMITS = IntakeLimits.defaults();
  private static final List<List<String>> WANTED =
      List.of(List.of("name"), List.of("id", "number"));

  @TempDir private Path folder;

  /** Rows as {@code line: name | id}. */
  private static final class Told implements Table.Cells {
    private final List<String> rows = new ArrayList<>();
    private final String[] row = {"", ""};

    @Override
    public void cell(int field, byte[] utf8, int from, int to) {
      row[field] = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void row(int number) {
      rows.add(number + ": " + row[0] + " | " + row[1]);
      row[0] = "";
      row[1] = "";
    }
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("list.csv"), text.getBytes(charset));
  }

  private static Table open(Path file) {
    Table.Opening opening = Table.open(file, WANTED, LIMITS);
    assertThat(opening).isInstanceOf(Table.Opened.class);
    return ((Table.Opened) opening).table();
  }

  private static int[] fields(Table table) {
    int name = table.column(WANTED.get(0));
    int id = table.column(WANTED.get(1));
    return IntStream.range(0, table.header().size())
        .map(column -> column == name ? 0 : column == id ? 1 : -1)
        .toArray();
  }

  private static List<String> rows(Table table) {
    List<String> rows = new ArrayList<>();
    assertThat(table.read(fields(table), Told::new, part -> rows.addAll(ofFile(part)))).isEmpty();
    return rows;
  }

  private List<String> rows(String text) throws IOException {
    return rows(open(file(text, StandardCharsets.UTF_8)));
  }

  @Test
  void wantedCellsAreReadWithTheLineOnWhichTheirRecordStarts() throws IOException {
    assertThat(rows("id, other, name\n1, x,  张三 \n2,\"y\ny\",\"李 \"\"四\"\"\"\n\n3,z\n"))
        .containsExactly("2: 张三 | 1", "3: 李 \"四\" | 2", "6:  | 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "|", "，"})
  void theDelimiterIsFound(String delimiter) throws IOException {
    String text = "name,id\r\n甲,1\r\n乙,2".replace(",", delimiter);

    assertThat(rows(text)).containsExactly("2: 甲 | 1", "3: 乙 | 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
  void theCharsetIsFound(String charset) throws IOException {
    String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";

    assertThat(rows(open(file(mark + "name,id\n张三,1\n𠀀四,2\n", Charset.forName(charset)))))
        .containsExactly("2: 张三 | 1", "3: 𠀀四 | 2");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
    assertThat(rows("\uFEFFname,id\n张三,1")).containsExactly("2: 张三 | 1");
  }

  @Test
  void lineBreaksOfOldComputersEndARecordToo() throws IOException {
    assertThat(rows("name,id\r甲,1\r乙,2\r")).containsExactly("2: 甲 | 1", "3: 乙 | 2");
  }

  @Test
  void titlesAboveTheHeaderAreNoRows() throws IOException {
    assertThat(rows("A list of names\n\nno,name,id\n1,甲,11\n")).containsExactly("4: 甲 | 11");
  }

  @Test
  void rowsWithNothingInThemDoNotCount() throws IOException {
    assertThat(rows("name,id,x\n,,\n  ,\"\",\n,,7\n甲,1,\n\u001A"))
        .containsExactly("4:  | ", "5: 甲 | 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'name,id\n\"a\" b,1\n', '2: \"a\" b | 1'",
    "'name,id\na \"b\" c,1\n', '2: a \"b\" c | 1'",
    "'name,id\n \"a,b\" ,1\n', '2: a,b | 1'",
    "'name,id,x,y\na,1,\"x\n\",\"\"\"\"\n', '2: a | 1'",
  })
  void quotesAreReadAsTheyAreMeant(String text, String row) throws IOException {
    assertThat(rows(text)).containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource({
    "'name,id\na,1\nb,\"2\n', 3",
    "'name,id,x\na,\"1,x\nb,2,x\nc,3,x\nd,\"4,x\n', 2",
    "'name,id,x\na,1,\"x\nb,2,x\nc,3,x\nd,4,\"x\n', 2",
  })
  void aQuoteLeftOpenRefusesTheFileWithItsLine(String text, int line) throws IOException {
    Table table = open(file(text, StandardCharsets.UTF_8));
    FileProblem problem = table.read(fields(table), Told::new, part -> {}).orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_UNCLOSED_QUOTE);
    assertThat(problem.place().row()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20, 64, 1000})
  void partsGiveTheRowsOfTheWhole(long partBytes) throws IOException {
    String text =
        "name,id,remark\n"
            + IntStream.range(0, 300)
                .mapToObj(i -> "n" + i + "," + i + (i % 3 == 0 ? ",\"a\nb\n\"\"c\"\n" : ",d\n"))
                .collect(Collectors.joining());
    TextTable table = (TextTable) open(file(text, StandardCharsets.UTF_8));
    List<String> parts = new ArrayList<>();
    table.read(fields(table), Told::new, part -> parts.addAll(ofFile(part)), partBytes);

    assertThat(parts).isEqualTo(rows(table)).hasSize(300).last().isEqualTo("501: n299 | 299");
  }

  @Test
  void aFileOfSomeSizeIsReadInPartsAndEachRowOnce() throws IOException {
    int rows = 80_000;
    String text =
        "name,id,remark\n"
            + IntStream.range(0, rows)
                .mapToObj(i -> "n" + i + "," + i + ",\"" + "y".repeat(30) + "\"\n")
                .collect(Collectors.joining());
    Table table = open(file(text, StandardCharsets.UTF_8));
    int[] parts = {0};
    List<String> read = new ArrayList<>();

    table.read(
        fields(table),
        Told::new,
        part -> {
          parts[0]++;
          read.addAll(ofFile(part));
        });

    assertThat(text.length()).isGreaterThan(3 << 20);
    assertThat(parts[0]).isGreaterThan(2);
    assertThat(read)
        .isEqualTo(IntStream.range(0, rows).mapToObj(i -> i + 2 + ": n" + i + " | " + i).toList());
  }

  private static List<String> ofFile(Table.Part<Told> part) {
    return part.cells().rows.stream().map(row -> ofFile(row, part.linesBefore())).toList();
  }

  private static String ofFile(String row, int linesBefore) {
    int colon = row.indexOf(':');
    return linesBefore + Integer.parseInt(row.substring(0, colon)) + row.substring(colon);
  }

  @Test
  void onlyTextIsReadInParts() throws IOException {
    assertThat(open(file("name,id\na,1\n", StandardCharsets.UTF_8)).inParts()).isTrue();
    assertThat(open(file("name，id\na，1\n", StandardCharsets.UTF_8)).inParts()).isFalse();
  }

  @Test
  void howManyRowsThereAreIsToldByTheFirstLines() throws IOException {
    String rows = "张三,990101201203050011\n".repeat(50_000);

    assertThat(open(file("name,id\n" + rows, StandardCharsets.UTF_8)).likelyRows())
        .isBetween(49_000L, 51_000L);
    assertThat(open(file("name,id\na,1\nb,2", StandardCharsets.UTF_8)).likelyRows()).isZero();
    assertThat(open(file("name，id\na，1\n", StandardCharsets.UTF_8)).likelyRows()).isZero();
  }

  @Test
  void howManyRowsAPartHasIsToldToo() throws IOException {
    String rows = "张三,990101201203050011\n".repeat(100_000);

    assertThat(open(file("name,id\n" + rows, StandardCharsets.UTF_8)).likelyRowsOfPart())
        .isBetween(39_000, 42_000);
    assertThat(open(file("name,id\n" + rows, Charset.forName("GB18030"))).likelyRowsOfPart())
        .isBetween(98_000, 102_000);
    assertThat(open(file("name,id\n" + "\n".repeat(99_999), StandardCharsets.UTF_8)).likelyRows())
        .isBetween(1L, 7_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "'List of 2025\n\nNAME,Id\n', 3",
    "'a,b\nｎａｍｅ,x\nname,id\nname,id\n', 3",
    "'name,x\na,1\nName (of pupil),ID\n', 3",
    "'name,id\nname,id\n', 1",
    "'x,y\n1,2\n', 1",
  })
  void theFirstRowThatNamesMostColumnsIsTheHeader(String text, int row) throws IOException {
    assertThat(open(file(text + "a,1\n".repeat(20), StandardCharsets.UTF_8)).headerRow())
        .isEqualTo(row);
  }

  @Test
  void recordsLongerThanTheBufferAreRead() throws IOException {
    String longCell = "x".repeat(2_500_000);

    assertThat(rows("name,id,x\na,1," + longCell + "\nb,2,\"" + longCell + "\"\nc,3,\n"))
        .containsExactly("2: a | 1", "3: b | 2", "4: c | 3");
  }

  /** A line break and a quote differ in two bits; these bytes differ from each in one of them. */
  @ParameterizedTest
  @ValueSource(strings = {"*", "\u0002", "张*", "*\u0002*\"*", "10*20*30*40*50", "+-*+-*+-*"})
  void whatLooksLikeALineBreakOrAQuoteIsText(String cell) throws IOException {
    String text = "a,b,name,c,id,d,e\n%1$s,,甲,%1$s,1,%1$s,%1$s\n*,%1$s,乙,*,2,*,\n";

    assertThat(rows(text.formatted(cell))).containsExactly("2: 甲 | 1", "3: 乙 | 2");
  }

  @Test
  void aWorkbookIsReadFromTheSheetThatHasTheColumns() throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("notes").createRow(0).createCell(0).setCellValue("how to fill in");
      XSSFSheet sheet = book.createSheet("people");
      sheet.createRow(0).createCell(0).setCellValue("People of 2025");
      String[][] cells = {{"no", "Name", "ID"}, {"1", "甲", "11"}, {"2", "乙", "12"}};
      for (int r = 0; r < cells.length; r++) {
        for (int c = 0; c < 3; c++) {
          if (sheet.getRow(r + 1) == null) {
            sheet.createRow(r + 1);
          }
          sheet.getRow(r + 1).createCell(c).setCellValue(cells[r][c]);
        }
      }
      book.write(out);
    }

    Table table = open(file);

    assertThat(table.headerRow()).isEqualTo(2);
    assertThat(rows(table)).containsExactly("3: 甲 | 11", "4: 乙 | 12");
  }

  @Test
  void aHeaderThatMayBeMeantIsNamed() throws IOException {
    Table table = open(file("Given_Name,surnam,id\na,b,1\n", StandardCharsets.UTF_8));

    assertThat(table.column(List.of("given_name"))).isZero();
    assertThat(table.column(List.of("surname"))).isEqualTo(-1);
    assertThat(table.meant(List.of("surname"))).contains("surnam");
    assertThat(table.meant(List.of("given-name"))).contains("Given_Name");
    assertThat(table.meant(List.of("postcode"))).isEmpty();
  }

  @Test
  void theFirstPossibleSpellingNamesTheColumn() throws IOException {
    Table table = open(file("ID,number,NAME,id,*\nb,c,d,e,f\n", StandardCharsets.UTF_8));

    assertThat(table.columns(List.of(List.of("id", "number"), List.of("Number", "ID"))))
        .containsExactly(3, 1);
    assertThat(table.columns(List.of(List.of("*", "name"), List.of(), List.of("class"))))
        .containsExactly(2, -1, -1);
  }

  @Test
  void aLoneReturnIsALineBreakToo() throws IOException {
    assertThat(rows(open(file("name,id\ra,1\rb,2\n", StandardCharsets.UTF_8)))).hasSize(2);
    assertThat(rows(open(file("name,id\r\na,1\r\nb,2\r\n", StandardCharsets.UTF_8)))).hasSize(2);
  }

  @Test
  void aFileWithoutAnythingIsRefused() throws IOException {
    assertThat(Table.open(file("", StandardCharsets.UTF_8), WANTED, LIMITS))
        .isInstanceOfSatisfying(
            Table.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_EMPTY));
    assertThat(Table.open(file(" \n \n", StandardCharsets.UTF_8), WANTED, LIMITS))
        .isInstanceOf(Table.Refused.class);
  }

  @Test
  void anotherCharsetFurtherDownIsFoundWhenTheWholeFileIsTried() throws IOException {
    String ascii = "name,id\n" + "abc,1\n".repeat(20_000);
    Path file = file(ascii + "张三丰,2\n", Charset.forName("GB18030"));

    Table.Opening proven = Table.openProven(file, WANTED, LIMITS);

    assertThat(rows(((Table.Opened) proven).table())).hasSize(20_001).endsWith("20002: 张三丰 | 2");
  }
}
