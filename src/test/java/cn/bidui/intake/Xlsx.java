package cn.bidui.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks entry by entry, so that each quirk can be had without a library's help. */
final class Xlsx {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String STRICT_OFFICE =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final List<String[]> sheets = new ArrayList<>();
  private final Map<String, byte[]> extra = new LinkedHashMap<>();
  private String shared = "";
  private String styles = "";
  private String properties = "";
  private String type =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private boolean strict;
  private String slash = "/";

  /** A visible sheet whose {@code sheetData} holds {@code rows}. */
  Xlsx sheet(String name, String... rows) {
    return rawSheet(name, "visible", "<sheetData>" + String.join("", rows) + "</sheetData>");
  }

  Xlsx hidden(String name, String state, String... rows) {
    return rawSheet(name, state, "<sheetData>" + String.join("", rows) + "</sheetData>");
  }

  Xlsx rawSheet(String name, String state, String content) {
    sheets.add(new String[] {name, state, content});
    return this;
  }

  Xlsx shared(String... items) {
    shared = "<si>" + String.join("</si><si>", items) + "</si>";
    return this;
  }

  Xlsx styles(String content) {
    styles = content;
    return this;
  }

  Xlsx workbookProperties(String attributes) {
    properties = attributes;
    return this;
  }

  Xlsx contentType(String workbook) {
    type = workbook;
    return this;
  }

  Xlsx strict() {
    strict = true;
    return this;
  }

  Xlsx backslashes() {
    slash = "\\";
    return this;
  }

  Xlsx entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Xlsx entry(String name, byte[] content) {
    extra.put(name, content);
    return this;
  }

  /** What the entry {@code name} holds so far. */
  String content(String name) {
    return new String(Objects.requireNonNull(entries().get(name)), StandardCharsets.UTF_8);
  }

  /** A row of inline strings with explicit positions. */
  static String row(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.append(inline((char) ('A' + i) + "" + number, texts[i]));
      }
    }
    return row.append("</row>").toString();
  }

  static String cells(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  static String inline(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  byte[] bytes() {
    return zip(ZipEntry.DEFLATED);
  }

  /** Without compression, so that a byte can be changed and still be XML. */
  byte[] stored() {
    return zip(ZipEntry.STORED);
  }

  private byte[] zip(int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : entries().entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey().replace("/", slash));
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setMethod(method);
        entry.setSize(part.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }

  Path write(Path folder) {
    return Given.file(folder, "list.xlsx", bytes());
  }

  private Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    parts().forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
    entries.putAll(extra);
    return entries;
  }

  private Map<String, String> parts() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", contentTypes());
    entries.put(
        "_rels/.rels",
        relationships(relationship("rId1", office() + "/officeDocument", "xl/workbook.xml")));
    entries.put("xl/workbook.xml", workbook());
    entries.put("xl/_rels/workbook.xml.rels", relationships(workbookRelationships()));
    for (int i = 0; i < sheets.size(); i++) {
      entries.put(
          "xl/worksheets/sheet" + (i + 1) + ".xml", document("worksheet", sheets.get(i)[2]));
    }
    if (!shared.isEmpty()) {
      entries.put("xl/sharedStrings.xml", document("sst", shared));
    }
    if (!styles.isEmpty()) {
      entries.put("xl/styles.xml", document("styleSheet", styles));
    }
    return entries;
  }

  private String office() {
    return strict ? STRICT_OFFICE : OFFICE;
  }

  private String document(String root, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%s xmlns=\"%s\">%s</%s>"
        .formatted(root, strict ? STRICT_MAIN : MAIN, content, root);
  }

  private String workbook() {
    StringBuilder tabs = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      tabs.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" q:id=\"rId%d\"/>"
              .formatted(sheets.get(i)[0], i + 1, sheets.get(i)[1], i + 1));
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:workbook xmlns:x=\"%s\" xmlns:q=\"%s\"><x:workbookPr %s/><x:sheets>%s</x:sheets></x:workbook>"
        .formatted(
            strict ? STRICT_MAIN : MAIN,
            office(),
            properties,
            tabs.toString().replace("<sheet ", "<x:sheet "));
  }

  private String workbookRelationships() {
    StringBuilder relations = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      relations.append(
          relationship(
              "rId" + (i + 1), office() + "/worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
    }
    relations.append(
        shared.isEmpty()
            ? ""
            : relationship("rId90", office() + "/sharedStrings", "/xl/sharedStrings.xml"));
    relations.append(
        styles.isEmpty() ? "" : relationship("rId91", office() + "/styles", "styles.xml"));
    return relations.toString();
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static String relationships(String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private String contentTypes() {
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"%s\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/></Types>")
        .formatted(sheet, type);
  }
}
