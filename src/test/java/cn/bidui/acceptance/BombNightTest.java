package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.quirk.Bombs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Small workbooks that unpack to very much, wherever in them it lies, in one night with good lists.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BombNightTest {

  private static final String FIRST = Sample.asOf(1);
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final String ROOM = "/officeDocument/2006/relationships/";
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

  private final Map<String, String> states = new TreeMap<>();
  private Office office;
  private Office.Said said;
  private long seconds;

  @BeforeAll
  void oneNight(@TempDir Path folder) throws IOException {
    office = Office.open(folder.resolve("home"));
    Map<String, String> plain = Zip.parts(Sample.INPUTS.resolve("quirks/xlsx-transitional.xlsx"));
    Map<String, String> texts = withTexts(plain);
    drop(
        "行.xlsx", plain, SHEET, before(plain.get(SHEET), "</sheetData>") + "<row r=\"9\">", "<c/>");
    drop("样式.xlsx", plain, STYLES, "<styleSheet" + MAIN + "<cellXfs>", "<x/>");
    drop("文字.xlsx", texts, TEXTS, "<sst" + MAIN, "<x/>");
    drop("目录.xlsx", plain, TYPES, before(plain.get(TYPES), "</Types>"), "    ");
    drop("关系.xlsx", plain, RELATIONS, before(plain.get(RELATIONS), "</Relation"), "    ");
    drop("工作簿.xlsx", plain, "xl/workbook.xml", before(plain.get("xl/workbook.xml"), "</w"), "    ");
    office.drop("套着.xlsx", nesting(plain));
    office.drop("空行.xlsx", rows(plain, 1_200_000));
    office.drop("真名单.xlsx", rows(plain, 200_000));
    office.drop("好名单.csv", Sample.bytes(1, "受助学生名单_20251102.csv"));
    long began = System.nanoTime();
    said = office.run(FIRST);
    seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    for (JsonNode file : office.runJson(FIRST).get("files")) {
      states.put(file.get("name").asString(), file.get("state").asString());
    }
  }

  private void drop(String name, Map<String, String> parts, String part, String start, String word)
      throws IOException {
    office.drop(name, Bombs.in(parts, part, start, word, ""));
  }

  private static String before(String text, String end) {
    return text.substring(0, text.indexOf(end)).replaceAll("[^\\x00-\\x7F]", "x");
  }

  private static Map<String, String> withTexts(Map<String, String> plain) {
    Map<String, String> parts = new TreeMap<>(plain);
    parts.merge(
        TYPES,
        "<Override PartName=\"/"
            + TEXTS
            + "\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>",
        (old, entry) -> old.replace("</Types>", entry));
    parts.merge(
        RELATIONS,
        "<Relationship Id=\"rId99\" Target=\"sharedStrings.xml\" Type=\"http://schemas."
            + "openxmlformats.org"
            + ROOM
            + "sharedStrings\"/></Relationships>",
        (old, entry) -> old.replace("</Relationships>", entry));
    return parts;
  }

  /** A workbook in a workbook; nobody asks for what is embedded, so that it is never unpacked. */
  private static byte[] nesting(Map<String, String> plain) throws IOException {
    Map<String, String> parts = new TreeMap<>(plain);
    parts.computeIfPresent(
        TYPES,
        (name, old) ->
            old.replace("</Types>", "<Default Extension=\"bin\" ContentType=\"a/b\"/></Types>"));
    return Bombs.in(parts, "xl/embeddings/oleObject1.bin", "PK", "    ", "");
  }

  /** Rows that say nothing, as a sheet has whose formats reach to its end. */
  private static byte[] rows(Map<String, String> plain, int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : plain.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        String more = part.getKey().equals(SHEET) ? "<row s=\"1\"/>".repeat(rows) : "";
        String text = part.getValue().replace("</sheetData>", more + "</sheetData>");
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"行.xlsx", "样式.xlsx", "文字.xlsx", "目录.xlsx", "关系.xlsx", "工作簿.xlsx"})
  void aPartThatUnpacksAThousandfoldIsRefusedWithANote(String name) throws IOException {
    JsonNode file = office.file(FIRST, name);
    assertThat(file.get("state").asString()).isEqualTo("refused");
    assertThat(file.get("problems").get(0).get("code").asString()).isEqualTo("FILE-UNSAFE");
    assertThat(office.inbox().resolve(name)).doesNotExist();
    String stem = name.replace(".xlsx", "");
    assertThat(Files.readAllBytes(office.feedback().resolve(name))).hasSizeLessThan(100_000);
    assertThat(Zip.words(office.feedback().resolve(stem + "__未通过.xlsx"))).contains("已隔离");
  }

  @Test
  void theGoodListBesideThemIsProcessed() throws IOException {
    JsonNode good = office.file(FIRST, "好名单.csv");
    assertThat(good.get("state").asString()).isEqualTo("accepted-with-rejects");
    assertThat(good.get("accepted").asInt()).isGreaterThan(200);
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void moreRowsThanASheetCanHaveAreRefused() {
    assertThat(states).containsEntry("空行.xlsx", "refused");
  }

  @Test
  void whatNobodyUnpacksAndWhatOnlyShrinksWellIsReadToTheSameRows() {
    assertThat(List.of(states.get("套着.xlsx"), states.get("真名单.xlsx")))
        .containsExactlyInAnyOrder("accepted", "duplicate");
  }

  @Test
  void nothingOfItIsSlowOrFailsTheNight() {
    assertThat(said.exit()).as(said.all()).isIn(2, 3);
    assertThat(said.all()).doesNotContain("OutOfMemory", "Exception");
    assertThat(seconds).isLessThan(60);
  }
}
