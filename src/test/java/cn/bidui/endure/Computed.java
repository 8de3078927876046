package cn.bidui.endure;

import cn.bidui.report.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks for whatever a program of an office would compute, open or fetch in what was written. */
final class Computed {

  /** Names of ours that point at cells: print ranges, filters, answers to choose from. */
  private static final Pattern OWN_NAMES =
      Pattern.compile("ANSWERS_\\w+|EVIDENCE|_xlnm\\..*|Print_\\w+|_FilterDatabase");

  private static final Pattern OUTWARD =
      Pattern.compile("<f[ >]|<ddeLink|<oleLink|externalLink|TargetMode=\"External\"|DDEAUTO");

  private static final int EACH = 4;

  private final List<String> faults = new ArrayList<>();
  private final Set<String> texts = new TreeSet<>();
  private int files;

  /** Reads every file below {@code folder}. */
  Computed in(Path folder) throws IOException {
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith("__已收妥.xlsx") || name.endsWith("__未通过.xlsx") || ours(file)) {
        files++;
        look(file);
      }
    }
    return this;
  }

  private static boolean ours(Path file) {
    return !file.toString().contains("feedback");
  }

  private void look(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".xlsx")) {
      parts(file);
      cells(file);
    } else if (name.endsWith(".csv")) {
      fields(file);
    } else if (name.endsWith(".docx")) {
      parts(file);
    } else if (name.endsWith(".html")) {
      page(file);
    }
  }

  private void parts(Path file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        if (OUTWARD.matcher(text).find()) {
          faults.add("computes or points outward: " + part.getName());
        }
      }
    }
  }

  private void cells(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Name named : book.getAllNames()) {
        if (!OWN_NAMES.matcher(named.getNameName()).matches()) {
          faults.add("a defined name " + named.getNameName());
        }
      }
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          row.forEach(this::cell);
        }
      }
    }
  }

  private void cell(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      faults.add("a formula: " + cell.getCellFormula());
    } else if (cell.getCellType() == CellType.STRING) {
      String text = cell.getStringCellValue();
      texts.add(text);
      boolean internal = cell.getSheet().getSheetName().equals("_meta");
      if (!internal && Guard.isFormulaLike(text) && !cell.getCellStyle().getQuotePrefixed()) {
        faults.add("not told to be text: " + text);
      }
    }
  }

  private void fields(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser records = CSVFormat.RFC4180.parse(in)) {
      for (CSVRecord record : records) {
        for (String field : record) {
          texts.add(Guard.plain(field));
          if (Guard.isFormulaLike(field)) {
            faults.add("a field without an apostrophe: " + field);
          }
        }
      }
    }
  }

  private void page(Path file) throws IOException {
    String page = Files.readString(file);
    if (page.contains("href=\"http") || page.contains("<script") || page.contains("src=\"")) {
      faults.add("a page that fetches");
    }
  }

  /** How many formulas LibreOffice sees in the workbooks below {@code folders}; 0 without it. */
  static int inLibreOffice(List<Path> folders, Path scratch) throws Exception {
    List<String> line = new ArrayList<>();
    Path out = Files.createDirectories(scratch.resolve("fods"));
    line.addAll(List.of("soffice", "-env:UserInstallation=" + scratch.resolve("profile").toUri()));
    line.addAll(List.of("--headless", "--convert-to", "fods", "--outdir", out.toString()));
    int books = 0;
    for (Path file : some(folders)) {
      // Equal names of two folders would fall together.
      Path copy = scratch.resolve("book-" + books++ + ".xlsx");
      line.add(Files.copy(file, copy).toString());
    }
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("soffice.txt").toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice hung");
    }
    int formulas = 0;
    List<Path> saved = files(out);
    if (saved.size() != books) {
      throw new AssertionError("LibreOffice opened " + saved.size() + " of " + books);
    }
    for (Path each : saved) {
      formulas += Files.readString(each).split(" table:formula=", -1).length - 1;
    }
    return formulas;
  }

  /** The first workbooks of each folder: there is one for each school, all made alike. */
  private static List<Path> some(List<Path> folders) throws IOException {
    Map<Path, Integer> seen = new HashMap<>();
    List<Path> some = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        boolean book = file.toString().matches(".*(__(已收妥|未通过)|reports.*)\\.xlsx");
        if (book && seen.merge(file.resolveSibling(""), 1, Integer::sum) <= EACH) {
          some.add(file);
        }
      }
    }
    return some;
  }

  static boolean libreOfficeIsThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What is wrong; empty if all is well. */
  List<String> faults() {
    return faults;
  }

  /** Every text of cells and fields, as its reader sees it. */
  Set<String> texts() {
    return texts;
  }

  int count() {
    return files;
  }
}
