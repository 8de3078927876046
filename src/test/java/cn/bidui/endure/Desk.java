package cn.bidui.endure;

import cn.bidui.cli.Bidui;
import cn.bidui.ledger.Death;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A work folder, and the program as its staff use it, within this process. */
class Desk {

  /** What the system says of a process that was killed. */
  private static final int KILLED = 137;

  final Path home;
  private final Map<String, String> ids = new HashMap<>();

  Desk(Path home) {
    this.home = home;
  }

  /** How a command ended and what it said. */
  record Said(int exit, String words) {}

  /** Runs one command line. */
  Said says(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--home", home.toString()));
    return bidui(line.toArray(String[]::new));
  }

  /** Gives a command and kills it at a moment that {@code when} tells; whether that hit. */
  boolean dies(int when, String... words) throws IOException {
    try (Death death = Death.after(when, home)) {
      says(words);
      return death.struck();
    }
  }

  static synchronized Said bidui(String... line) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      return new Said(Bidui.execute(line), said.toString(StandardCharsets.UTF_8));
    } catch (Death.Struck killed) {
      return new Said(KILLED, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The same, which has to end well. */
  void does(String... words) {
    Said said = says(words);
    if (said.exit() != 0) {
      throw new AssertionError(List.of(words) + " ended with " + said.exit() + ": " + said.words());
    }
  }

  /** The id of a finding, as published last. */
  String id(String about) {
    return ids.get(about);
  }

  /** What was published of a night, in the words of the model; without the exit code. */
  SortedMap<String, String> night(LocalDate asOf) throws IOException {
    Path data = home.resolve("reports").resolve(asOf.toString()).resolve("data");
    SortedMap<String, String> found = new TreeMap<>();
    JsonNode run = JsonMapper.shared().readTree(Files.readString(data.resolve("run.json")));
    for (JsonNode file : run.get("files")) {
      String state = file.get("state").asString() + " " + file.get("effective").asBoolean();
      String twice = found.put("file " + file.get("name").asString(), state);
      if (twice != null) {
        throw new AssertionError("a file is listed twice: " + file.get("name").asString());
      }
    }
    if (!run.get("balance").get("balanced").asBoolean()) {
      throw new AssertionError("not balanced");
    }
    List<String> lines = Files.readAllLines(data.resolve("findings.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", 11);
      String about = cells[2] + " " + TinyCounty.child(cells[9]);
      ids.put(about, cells[0]);
      found.put(about, cells[4] + " " + cells[6] + " " + cells[7]);
    }
    return found;
  }

  /** The answer to a list, with the first rejected row put right. */
  byte[] corrected(String list, String title, String value) throws IOException {
    Path answer = home.resolve("feedback").resolve(list.replace(".csv", "__未通过.xlsx"));
    try (InputStream in = Files.newInputStream(answer);
        Workbook book = WorkbookFactory.create(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.getSheet("需要修改");
      Row header = header(sheet);
      int column = 0;
      for (Cell cell : header) {
        column = title.equals(text(cell)) ? cell.getColumnIndex() : column;
      }
      sheet.getRow(header.getRowNum() + 1).getCell(column).setCellValue(value);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static Row header(Sheet sheet) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (text(cell).equals("行标识")) {
          return row;
        }
      }
    }
    throw new AssertionError("an answer without rows");
  }

  private static String text(Cell cell) {
    return new DataFormatter().formatCellValue(cell);
  }
}
