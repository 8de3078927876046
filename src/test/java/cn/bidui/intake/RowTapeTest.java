package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTapeTest {

  private static final byte[] KEY = {1, 2, 3};
  private static final String NAME = "学籍.xlsx";

  @TempDir Path folder;

  private Path workbook() {
    String header = Xlsx.row(2, "姓名", "身份证件号", "学校名称", "年级", "家庭住址");
    return new Xlsx()
        .sheet("甲", Xlsx.row(1, "2026年秋季学期 数据截止日期：2026-09-20"), header, pupil(3), pupil(4))
        .sheet("乙", Xlsx.row(1, "说明"))
        .write(folder);
  }

  private static String pupil(int row) {
    return Xlsx.row(row, "赵一一", id(row), "一小", "三年级", "石桥村");
  }

  private Path tape(Path file, RowTape.Keep keep) throws IOException {
    try (RowCursor rows = Given.INTAKE.open(file, NAME)) {
      return Files.write(folder.resolve("tape"), RowTape.record(rows, KEY, keep));
    }
  }

  private record Read(List<ReadRow> rows, FileReading end, String hints) {}

  private static Read read(Path file) {
    try (RowCursor rows = Given.INTAKE.open(file, NAME)) {
      List<ReadRow> all = new ArrayList<>();
      for (ReadRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
      return new Read(all, rows.finish(), rows.term() + " " + rows.dataDate());
    }
  }

  @Test
  void aTapeReadsLikeTheFileItStandsFor() throws IOException {
    Path file = workbook();

    Path tape = tape(file, RowTape.Keep.ALL);

    assertThat(RowTape.is(Content.of(tape))).isTrue();
    assertThat(RowTape.is(Content.of(file))).isFalse();
    assertThat(read(tape)).isEqualTo(read(file));
    assertThat(RowTape.key(Content.of(tape))).isEqualTo(KEY);
    assertThat(RowTape.headers(Content.of(tape), NAME)).hasSize(1);
  }

  @Test
  void theSameReadingGivesTheSameBytes() throws IOException {
    Path file = workbook();

    byte[] first = Files.readAllBytes(tape(file, RowTape.Keep.ALL));

    assertThat(Files.readAllBytes(tape(file, RowTape.Keep.ALL))).isEqualTo(first);
  }

  @Test
  void rowsAndWordsThatMayNotStayAreNotOnIt() throws IOException {
    RowTape.Keep keep =
        new RowTape.Keep() {
          @Override
          public ReadRow row(ReadRow row) {
            return row.row() == 3 ? null : row;
          }

          @Override
          public String words(String text) {
            return text.replace("秋季", "");
          }
        };

    Read read = read(tape(workbook(), keep));

    assertThat(read.rows()).hasSize(1).first().hasToString("Data[甲!4]");
    assertThat(((FileReading.Read) read.end()).titles().toString()).doesNotContain("秋季");
  }

  @Test
  void aRefusedFileIsRefusedAgain() throws IOException {
    Path file = Files.write(folder.resolve("x.csv"), "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8));

    Path tape = tape(file, RowTape.Keep.ALL);

    assertThat(read(tape)).isEqualTo(read(file));
    assertThat(read(tape).end()).isInstanceOf(FileReading.Refused.class);
  }

  @Test
  void everyKindOfRowComesBackAsItWas() throws IOException {
    Header header =
        new Header(
            NAME,
            "甲",
            2,
            ListKind.ROLL,
            "national-roll",
            Map.of(Field.NAME, 0),
            Map.of(Field.NAME, "姓名"),
            1,
            List.of("姓名"),
            "");
    ReturnSlip slip = new ReturnSlip(new TreeMap<>(Map.of("kind", "answer")), "c");
    SheetRow cells = new SheetRow(header, 3, List.of(new Cell("12", Cell.Kind.NUMBER), Cell.EMPTY));
    List<ReadRow> rows =
        List.of(
            new ReadRow.Data(cells),
            new ReadRow.Corrected(cells, header, "k", "c", ReadRow.Corrected.Repeat.COPY, -1, slip),
            new ReadRow.Answer(
                "乙", 4, "k", "c", Map.of(AnswerColumn.NOTE, Cell.text("已核实")), Optional.of(slip)),
            new ReadRow.Blank("乙", 5),
            new ReadRow.Note("乙", 6));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TapeOut out = new TapeOut(new DataOutputStream(bytes), RowTape.Keep.ALL);
    for (ReadRow row : rows) {
      out.row(row);
    }

    TapeIn in = in(bytes.toByteArray());
    List<ReadRow> back = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      back.add(in.row(in.mark()));
    }

    assertThat(back).isEqualTo(rows);
  }

  private static TapeIn in(byte[] bytes) {
    return new TapeIn(new DataInputStream(new ByteArrayInputStream(bytes)), NAME);
  }

  @Test
  void answersAndCorrectionsEndAsTheyDid() throws IOException {
    ReturnSlip slip = new ReturnSlip(new TreeMap<>(Map.of("kind", "answer")), "c");
    for (FileReading end :
        List.of(
            new FileReading.Returned(slip, ListKind.AID, "national-aid", List.of()),
            new FileReading.Answers(Optional.of(slip), List.of()))) {
      RowCursor over = RowCursor.over(null, new Ending(end), null, NAME);
      Path tape = Files.write(folder.resolve("end"), RowTape.record(over, KEY, RowTape.Keep.ALL));

      assertThat(read(tape).end()).isEqualTo(end);
    }
  }

  /** No rows, and that end. */
  private record Ending(FileReading reading) implements OwnRows {
    @Override
    public ReadRow next() {
      return null;
    }

    @Override
    public void close() {}
  }

  @Test
  void aDamagedTapeIsTold() {
    assertThatThrownBy(() -> in(new byte[] {0, 0, 0, 9, 'a'}).text())
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> in(new byte[0]).row('?')).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> TapeIn.list("nothing")).isInstanceOf(IllegalArgumentException.class);
  }
}
