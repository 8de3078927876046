package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/**
 * An Office Open XML workbook (.xlsx, .xlsm). The container is POI's, which refuses duplicate
 * entries and zip bombs; the parts are read here, because POI's own readers are four times slower,
 * refuse strict files and shift 1904 dates by four years.
 */
final class XlsxBook implements Book {

  private final OPCPackage container;
  private final Checksums checksums;
  private final IntakeLimits limits;
  private final XlsxStyles styles = new XlsxStyles();
  private final List<SheetName> names = new ArrayList<>();
  private final List<PackagePart> parts = new ArrayList<>();
  private List<String> texts = List.of();
  private boolean since1904;

  private XlsxBook(OPCPackage container, Checksums checksums, IntakeLimits limits) {
    this.container = container;
    this.checksums = checksums;
    this.limits = limits;
  }

  /** Opens the container and reads everything that its sheets refer to. */
  static XlsxBook open(Path file, IntakeLimits limits) throws Refusal {
    OPCPackage container = null;
    try {
      Checksums checksums = new Checksums(file);
      requireOffice(checksums);
      container = OPCPackage.open(file.toFile(), PackageAccess.READ);
      XlsxBook book = new XlsxBook(container, checksums, limits);
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
        shared = workbook.getRelatedPart(relation);
      } else if (relation.getRelationshipType().endsWith("/styles")) {
        looks = workbook.getRelatedPart(relation);
      }
    }
    if (shared != null) {
      texts = texts(shared);
    }
    if (looks != null) {
      try (XmlPart part = new XmlPart(looks, checksums, limits)) {
        styles.read(part);
      }
    }
    sheets(workbook);
  }

  private PackagePart workbook() throws Refusal, InvalidFormatException {
    PackageRelationshipCollection relations =
        container.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
    if (relations.isEmpty()) {
      relations = container.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
    }
    if (relations.isEmpty()) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "ZIP");
    }
    @Nullable PackageRelationship first = relations.getRelationship(0);
    @Nullable PackagePart part = first == null ? null : container.getPart(first);
    if (part == null) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    String type = part.getContentType();
    if (type.contains("sheet.binary")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "Excel Binary (.xlsb)");
    }
    if (!type.contains("sheet.main+xml") && !type.contains("sheet.macroEnabled.main+xml")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "Office Open XML");
    }
    return part;
  }

  private List<String> texts(PackagePart shared) throws Refusal {
    List<String> read = new ArrayList<>();
    try (XmlPart part = new XmlPart(shared, checksums, limits)) {
      while (part.advance()) {
        if (part.starts("si")) {
          read.add(part.richText("si"));
        }
      }
      part.verify();
    }
    return read;
  }

  private void sheets(PackagePart workbook) throws Refusal, InvalidFormatException {
    try (XmlPart part = new XmlPart(workbook, checksums, limits)) {
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
    @Nullable PackagePart target = workbook.getRelatedPart(relation);
    if (target == null) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    parts.add(target);
  }

  @Override
  public List<SheetName> sheets() {
    return names;
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    XmlPart part = new XmlPart(parts.get(index), checksums, limits);
    return new XlsxSheet(
        part,
        new XlsxMerges(parts.get(index), checksums, limits),
        names.get(index).name(),
        new XlsxCells(texts, styles, since1904),
        limits);
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    container.revert();
  }
}
