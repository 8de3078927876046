package cn.bidui.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.transform.TransformerFactory;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook for people: streamed if it is large, fit for A4, with the as-of date and a digest of
 * its content in every footer. The same content gives the same bytes on the same as-of date.
 */
public final class Book implements AutoCloseable {

  private static final Words WORDS = Words.ZH;

  /** Streaming takes two files per sheet; hundreds of small workbooks are better off without. */
  private static final int IN_MEMORY = 200;

  static {
    // Java looks into every jar for a writer of XML, for each part of each workbook, unless told.
    String key = TransformerFactory.class.getName();
    if (System.getProperty(key) == null) {
      System.setProperty(key, TransformerFactory.newDefaultInstance().getClass().getName());
    }
  }

  private final LocalDate asOf;
  private final String title;
  private final XSSFWorkbook template = SharedTexts.workbook();
  private final Box box = new Box();
  private final Workbook workbook;
  private final Map<Look, Map<String, CellStyle>> styles = new EnumMap<>(Look.class);
  private final Map<Look, Map<String, CellStyle>> openStyles = new EnumMap<>(Look.class);
  private final List<Sheet> sheets = new ArrayList<>();
  private final MessageDigest digest = sha256();

  /**
   * An empty workbook.
   *
   * @param rows about how many it will have
   */
  public Book(LocalDate asOf, String title, int rows) {
    this.asOf = asOf;
    this.title = title;
    this.workbook = rows > IN_MEMORY ? new SXSSFWorkbook(template) : template;
  }

  /** A new sheet at the end. */
  public Page page(String name) {
    Sheet sheet = workbook.createSheet(sheetName(name));
    sheets.add(sheet);
    return new Page(this, sheet, template.getSheet(sheet.getSheetName()), title + " · " + name);
  }

  /** The name that a sheet asked for as {@code name} gets. */
  static String sheetName(String name) {
    return WorkbookUtil.createSafeSheetName(name);
  }

  /** A hidden sheet with the answers that {@link Column.Use#CHOOSE} columns offer. */
  void answers() {
    Sheet sheet = workbook.createSheet(WORDS.text("report.sheet.answers"));
    workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
    for (Topic topic : Topic.values()) {
      offer(sheet, Choices.name(topic), Choices.of(topic));
    }
    offer(sheet, Choices.EVIDENCE, Choices.evidence());
  }

  private void offer(Sheet sheet, String named, List<String> words) {
    int row = sheet.getLastRowNum() + 1;
    Name name = workbook.createName();
    name.setNameName(named);
    name.setRefersToFormula(
        "'%s'!$A$%d:$A$%d".formatted(sheet.getSheetName(), row + 1, row + words.size()));
    for (String word : words) {
      sheet.createRow(row++).createCell(0).setCellValue(word);
    }
  }

  /**
   * A sheet that only programs see: what a workbook has to tell of itself when it comes back. A
   * save by LibreOffice turns very hidden into hidden.
   */
  void carry(SortedMap<String, String> entries) {
    Sheet sheet = workbook.createSheet("_meta");
    workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    entries.forEach(
        (name, value) -> {
          Row row = sheet.createRow(sheet.getLastRowNum() + 1);
          row.createCell(0).setCellValue(name);
          row.createCell(1).setCellValue(value);
          note(name + "=" + value);
        });
  }

  CellStyle style(Look look, String format) {
    return styles
        .computeIfAbsent(look, each -> new HashMap<>())
        .computeIfAbsent(format, key -> look.style(template, box, key));
  }

  /** The same of a cell that may be written to although its sheet is guarded. */
  CellStyle openStyle(Look look, String format) {
    return openStyles
        .computeIfAbsent(look, each -> new HashMap<>())
        .computeIfAbsent(
            format,
            key -> {
              CellStyle style = look.style(template, box, key);
              style.setLocked(false);
              return style;
            });
  }

  /** Adds to the digest of the content. */
  void note(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0x1f);
  }

  /** Writes the workbook to {@code target}, which must not exist yet. */
  public void save(Path target) throws IOException {
    save(target, "");
  }

  /** As {@link #save(Path)}, with {@code subject} in the document's properties. */
  void save(Path target, String subject) throws IOException {
    String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 8);
    sheets.forEach(sheet -> footer(sheet, fingerprint));
    properties(subject);
    StillZip.save(workbook::write, asOf, target);
  }

  private void footer(Sheet sheet, String fingerprint) {
    Footer footer = sheet.getFooter();
    footer.setLeft(WORDS.text("report.footer.as-of", asOf));
    footer.setCenter(WORDS.text("report.footer.digest", fingerprint));
    footer.setRight(WORDS.text("report.footer.page", "&P", "&N"));
  }

  private void properties(String subject) {
    POIXMLProperties properties = template.getProperties();
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator("Bidui");
    core.setTitle(title);
    core.setSubjectProperty(subject);
    try {
      core.setCreated(asOf + "T00:00:00Z");
      core.setModified(asOf + "T00:00:00Z");
    } catch (InvalidFormatException impossible) {
      throw new IllegalStateException("a date is written as the format wants it", impossible);
    }
    properties.getExtendedProperties().setApplication("Bidui");
  }

  /** By itself a new workbook packs itself once more as it is closed, for nobody. */
  @Override
  public void close() throws IOException {
    if (workbook == template) {
      template.getPackage().revert();
    } else {
      workbook.close();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
