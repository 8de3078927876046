package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child's own data: found, copied, corrected at its source, deleted, or refused in writing. */
class PersonRightsTest {

  private static final String FIRST = "2025-11-02";
  private static final String NEXT = "2025-11-03";
  private static final int PUPILS = 200;

  private final KeptCounty county = new KeptCounty(PUPILS);
  private Office office;
  private Path folder;

  @BeforeEach
  void oneNight(@TempDir Path scratch) throws IOException {
    folder = scratch;
    office = Office.open(scratch.resolve("home"));
    office.drop("学籍_20251101.csv", county.roll("2025-11-01"));
    office.drop("监测对象_20251101.csv", county.households("20251101"));
    office.drop("受助学生_20251101.csv", county.aid("2025-2026"));
    Office.Said said = office.run(FIRST);
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(office.table(FIRST, "findings.csv").rows()).isNotEmpty();
  }

  private Path ids(int... pupils) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int pupil : pupils) {
      ids.add(KeptCounty.id(pupil));
    }
    return Files.write(folder.resolve("ids.txt"), ids);
  }

  @Test
  void findTellsPlacesAndNoNames() throws IOException {
    Office.Said said = office.does("person", "find", "--id-file", ids(4).toString());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("学籍_20251101.csv").contains("应助未助");
    assertThat(said.all()).doesNotContain(KeptCounty.name(4)).doesNotContain(KeptCounty.id(4));
  }

  @Test
  void aCopyHoldsEverythingAndIsOnRecord() throws IOException {
    Path paper = folder.resolve("copy.docx");
    String finding = office.finding(FIRST, "unfunded-eligible", KeptCounty.name(4));

    Office.Said said =
        office.does(
            "person",
            "copy",
            "--finding",
            finding,
            "--by",
            "王主任",
            "--purpose",
            "监护人申请",
            "--out",
            paper.toString(),
            "--as-of",
            FIRST);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(Zip.words(paper).replaceAll("<[^>]+>", ""))
        .contains(KeptCounty.name(4))
        .contains(KeptCounty.id(4))
        .contains("监护人申请")
        .contains("应助未助")
        .doesNotContain(KeptCounty.id(5));
    assertThat(journal()).contains("\"what\":\"person-copy\"").contains("\"act\":\"copied\"");
  }

  @Test
  void aRefusalAndACorrectionSayWhy() throws IOException {
    Path refusal = folder.resolve("refusal.docx");
    Path correction = folder.resolve("correction.docx");

    office.does(
        "person",
        "refuse",
        "--id-file",
        ids(4).toString(),
        "--by",
        "王主任",
        "--reason",
        "资助档案依法须保存",
        "--out",
        refusal.toString());
    office.does(
        "person",
        "correct",
        "--id-file",
        ids(4).toString(),
        "--by",
        "王主任",
        "--reason",
        "姓名错字",
        "--out",
        correction.toString());

    assertThat(Zip.words(refusal)).contains("资助档案依法须保存").contains("第五十条");
    assertThat(Zip.words(correction)).contains("姓名错字").contains("监测对象_20251101.csv");
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    String file = ids(4).toString();
    Path bad = Files.writeString(folder.resolve("bad.txt"), "不是证件号\n");

    assertThat(office.does("person", "find").err()).contains("--id-file");
    assertThat(office.does("person", "delete", "--id-file", file).err()).contains("--by");
    assertThat(office.does("person", "delete", "--id-file", file, "--by", "王主任").err())
        .contains("--reason");
    assertThat(office.does("person", "copy", "--id-file", file, "--by", "王主任").err())
        .contains("--purpose");
    assertThat(
            office.does("person", "copy", "--id-file", file, "--by", "王主任", "--purpose", "用").err())
        .contains("--out");
    Office.Said pdf =
        office.does(
            "person",
            "copy",
            "--id-file",
            file,
            "--by",
            "王主任",
            "--purpose",
            "用",
            "--out",
            folder.resolve("复制件.pdf").toString());
    assertThat(pdf.exit()).isEqualTo(64);
    assertThat(pdf.err()).contains(".docx");
    assertThat(office.does("person", "find", "--id-file", bad.toString()).exit()).isEqualTo(64);
    assertThat(office.does("person", "find", "--finding", "F0").err()).contains("没有这个编号");
    assertThat(
            office
                .does("person", "delete", "--id-file", unknown(), "--by", "王主任", "--reason", "申请")
                .out())
        .contains("没有留存");
  }

  private String unknown() throws IOException {
    return ids(PUPILS + 5).toString();
  }

  @Test
  void ofDeletedChildrenNoByteIsLeftAndTheNextNightDoesNotBringThemBack() throws IOException {
    int[] gone = new int[20];
    for (int i = 0; i < gone.length; i++) {
      gone[i] = i * 10;
    }
    office.does(
        "answer",
        office.finding(FIRST, "unfunded-eligible", KeptCounty.name(20)),
        "pending-payment",
        "--by",
        "李老师",
        "--note",
        KeptCounty.name(20) + "家长来电",
        "--as-of",
        FIRST);
    String other = office.finding(FIRST, "unfunded-eligible", KeptCounty.name(4));
    assertThat(office.does("audit", "why", other, "--date", FIRST).exit()).isZero();

    Office.Said said =
        office.does(
            "person",
            "delete",
            "--id-file",
            ids(gone).toString(),
            "--by",
            "王主任",
            "--reason",
            "监护人申请",
            "--as-of",
            FIRST);

    assertThat(said.exit()).as(said.all()).isZero();
    nothingLeft(gone);
    assertThat(office.report(FIRST).resolve("更正说明.txt")).exists();
    Office.Said audited = office.does("audit", "verify", "--deep");
    assertThat(audited.exit()).as(audited.all()).isZero();
    Office.Said why = office.does("audit", "why", other, "--date", FIRST);
    assertThat(why.out()).as(why.all()).contains("已于 " + FIRST + " 删除");
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.out()).as(rebuilt.all()).contains("与流水逐项相符");

    Office.Said next = office.run(NEXT);
    assertThat(next.exit()).as(next.all()).isZero();
    nothingLeft(gone);
    assertThat(office.table(NEXT, "findings.csv").rows())
        .hasSize((int) java.util.stream.IntStream.range(0, PUPILS).filter(this::stays).count());
    Office.Said again = office.does("rebuild");
    assertThat(again.exit()).as(again.all()).isZero();
    assertThat(again.out()).contains("重新导出后逐字节相同");

    office.drop("学籍_20251104.csv", county.roll("2025-11-04"));
    office.run("2025-11-04");
    assertThat(found(KeptCounty.id(10))).as("a new list names the child again").isNotEmpty();
  }

  /** Those who are not funded and were not deleted. */
  private boolean stays(int pupil) {
    return KeptCounty.unfunded(pupil) && pupil % 10 != 0;
  }

  private void nothingLeft(int... pupils) throws IOException {
    for (int pupil : pupils) {
      assertThat(found(KeptCounty.id(pupil))).as("id of " + pupil).isEmpty();
      assertThat(found(KeptCounty.name(pupil))).as("name of " + pupil).isEmpty();
    }
    assertThat(found(KeptCounty.name(11))).as("others stay").isNotEmpty();
  }

  /**
   * Files of the work folder that hold {@code text}, in their bytes or packed; sealed ones opened.
   */
  private List<String> found(String text) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Office.files(office.home())) {
      String name = office.home().relativize(file).toString();
      if (!name.startsWith("archive") && holds(Files.readAllBytes(file), text)) {
        found.add(name);
      }
    }
    Archive archive = Archive.of(office.home());
    for (String sha256 : archive.all()) {
      if (holds(archive.content(sha256).bytes(), text)) {
        found.add("archive " + sha256);
      }
    }
    return found;
  }

  private static boolean holds(byte[] bytes, String text) throws IOException {
    String all = new String(bytes, StandardCharsets.UTF_8);
    if (all.startsWith("PK")) {
      all += Zip.words(bytes);
    } else if (all.startsWith("BIDUI-ROWS")) {
      all += unpacked(bytes);
    } else if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        all += new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return all.contains(text)
        || new String(bytes, StandardCharsets.UTF_16BE).contains(text)
        || new String(bytes, StandardCharsets.UTF_16LE).contains(text);
  }

  private static String unpacked(byte[] tape) throws IOException {
    int line = new String(tape, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(tape, line, tape.length - line))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String journal() throws IOException {
    return Files.readString(office.home().resolve("journal").resolve("000001.jsonl"));
  }
}
