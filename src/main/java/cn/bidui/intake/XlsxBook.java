package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/**
 * An Office Open XML workbook (.xlsx, .xlsm, .xltx). The container is POI's, which refuses
 * duplicate entries and zip bombs; the parts are read here, because POI's own readers are four
 * times slower, refuse strict files and shift 1904 dates by four years.
 */
final class XlsxBook implements Book {

  /** A workbook or a template, with macros or without: their sheets are the same. */
  private static final Pattern WORKBOOK =
      Pattern.compile("(spreadsheetml|ms-excel)\\.(sheet|template)\\.(macroEnabled\\.)?main\\+xml");

  private final XlsxParts parts;
  private final XlsxStyles styles = new XlsxStyles();
  private final List<SheetName> names = new ArrayList<>();
  private final List<PackagePart> worksheets = new ArrayList<>();
  private final SharedTexts texts;
  private boolean since1904;

  private XlsxBook(XlsxParts parts) {
    this.parts = parts;
    this.texts = new SharedTexts(parts.limits().sharedBytes());
  }

  /** Opens the container and reads everything that its sheets refer to. */
  static XlsxBook open(Content file, IntakeLimits limits, Patience patience) throws Refusal {
    OPCPackage container = null;
    try {
      Checksums checksums = new Checksums(file, limits);
      requireOffice(checksums);
      container = XlsxContainer.open(file);
      XlsxBook book = new XlsxBook(new XlsxParts(container, checksums, limits, patience));
      book.read();
      return book;
    } catch (Refusal refusal) {
      discard(container);
      throw refusal;
    } catch (IOException | InvalidFormatException | RuntimeException failure) {
      discard(container);
      throw Faults.of(failure);
    }
  }

  private static void requireOffice(Checksums entries) throws Refusal {
    if (!entries.has("[Content_Types].xml")) {
      throw entries.has("mimetype")
          ? Refusal.of(ProblemCode.FILE_FORMAT, "OpenDocument (.ods)")
          : Refusal.of(ProblemCode.FILE_ARCHIVE, "ZIP");
    }
  }

  private static void discard(@Nullable OPCPackage container) {
    if (container != null) {
      container.revert();
    }
  }

  private void read() throws Refusal, InvalidFormatException {
    PackagePart workbook = workbook();
    @Nullable PackagePart shared = null;
    @Nullable PackagePart looks = null;
    for (PackageRelationship relation : workbook.getRelationships()) {
      if (relation.getRelationshipType().endsWith("/sharedStrings")) {
        shared = related(workbook, relation);
      } else if (relation.getRelationshipType().endsWith("/styles")) {
        looks = related(workbook, relation);
      }
    }
    if (shared != null) {
      texts(shared);
    }
    if (looks != null) {
      try (XmlPart part = parts.open(looks)) {
        styles.read(part);
      }
    }
    sheets(workbook);
  }

  private PackagePart workbook() throws Refusal, InvalidFormatException {
    PackageRelationshipCollection relations =
        parts.container().getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
    if (relations.isEmpty()) {
      relations =
          parts.container().getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
    }
    if (relations.isEmpty()) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "ZIP");
    }
    @Nullable PackageRelationship first = relations.getRelationship(0);
    @Nullable PackagePart part = first == null ? null : parts.container().getPart(first);
    if (part == null) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    String type = part.getContentType();
    if (type.contains("sheet.binary")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "Excel Binary (.xlsb)");
    }
    if (!WORKBOOK.matcher(type).find()) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "Office Open XML");
    }
    return part;
  }

  private void texts(PackagePart shared) throws Refusal {
    try (XmlPart part = parts.open(shared)) {
      while (part.advance()) {
        if (part.starts("si")) {
          texts.add(part.richText("si"));
        }
      }
      part.verify();
    }
  }

  private void sheets(PackagePart workbook) throws Refusal, InvalidFormatException {
    try (XmlPart part = parts.open(workbook)) {
      while (part.advance()) {
        if (part.starts("workbookPr")) {
          since1904 = XlsxSheet.isTrue(part.attribute("date1904"));
        } else if (part.starts("sheet")) {
          sheet(workbook, part);
        }
      }
      part.verify();
    }
  }

  /** Chart sheets and dialogs stand among the tabs, but hold no rows. */
  private void sheet(PackagePart workbook, XmlPart part) throws InvalidFormatException, Refusal {
    @Nullable PackageRelationship relation = workbook.getRelationship(part.relationship());
    if (relation == null || relation.getTargetMode() != TargetMode.INTERNAL) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    if (!relation.getRelationshipType().endsWith("/worksheet")) {
      return;
    }
    String state = part.attribute("state");
    String name = part.attribute("name");
    names.add(new SheetName(name == null ? "" : name, state != null && !state.equals("visible")));
    PackagePart target = related(workbook, relation);
    if (worksheets.contains(target)) {
      // One sheet under two tabs: its rows would count twice.
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    worksheets.add(target);
  }

  /** The part that the workbook speaks of. */
  private static PackagePart related(PackagePart workbook, PackageRelationship relation)
      throws Refusal, InvalidFormatException {
    try {
      @Nullable PackagePart part = workbook.getRelatedPart(relation);
      if (part != null) {
        return part;
      }
    } catch (IllegalArgumentException missing) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
  }

  @Override
  public List<SheetName> sheets() {
    return names;
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    PackagePart worksheet = worksheets.get(index);
    return new XlsxSheet(
        parts.open(worksheet),
        new XlsxMerges(parts, worksheet),
        names.get(index).name(),
        new XlsxCells(texts, styles, since1904),
        parts.limits());
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    parts.container().revert();
  }
}
