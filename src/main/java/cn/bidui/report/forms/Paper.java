package cn.bidui.report.forms;

import cn.bidui.report.StillZip;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * A document on A4, written from top to bottom. The same content gives the same bytes on the same
 * as-of date.
 */
final class Paper implements AutoCloseable {

  /** Digits and Latin letters of official documents. */
  private static final String LATIN = "Times New Roman";

  private static final int A4_WIDTH = 11_906;
  private static final int A4_HEIGHT = 16_838;
  private static final int TWIPS_PER_POINT = 20;

  private final XWPFDocument document = new XWPFDocument();
  private final CTBody body = document.getDocument().getBody();
  private final Margins margins;
  private final String title;
  private final LocalDate asOf;
  private boolean started;
  private boolean breakDue;

  Paper(Margins margins, String title, LocalDate asOf) {
    this.margins = margins;
    this.title = title;
    this.asOf = asOf;
  }

  /** What is written next stands on a new page. */
  void page() {
    breakDue = started;
  }

  /** A paragraph. */
  void line(Line line, String text) {
    CTP paragraph = body.addNewP();
    if (breakDue) {
      paragraph.addNewPPr().addNewPageBreakBefore();
      breakDue = false;
    }
    started = true;
    set(paragraph, line, text);
  }

  /** A table over the whole width; follows a line, and another one must follow it. */
  Table table() {
    started = true;
    return new Table(body.addNewTbl(), margins);
  }

  /** Writes {@code text} into {@code paragraph}, which is empty. */
  static void set(CTP paragraph, Line line, String text) {
    CTPPr how = paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
    how.addNewSnapToGrid().setVal(false);
    CTSpacing spacing = how.addNewSpacing();
    spacing.setBefore(twips(line.before()));
    spacing.setAfter(BigInteger.ZERO);
    spacing.setLine(twips(line.leading()));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    if (line.indent() > 0) {
      how.addNewInd().setFirstLine(twips(line.indent() * line.points()));
    }
    how.addNewJc().setVal(side(line.align()));
    for (Script.Stretch stretch : Script.of(text, line.face())) {
      run(paragraph.addNewR(), line, stretch);
    }
  }

  private static void run(CTR run, Line line, Script.Stretch stretch) {
    CTRPr how = run.addNewRPr();
    CTFonts fonts = how.addNewRFonts();
    String font = stretch.face().font();
    // Word asks the font for Latin letters about characters that it does not know.
    String latin = stretch.face() == line.face() ? LATIN : font;
    fonts.setAscii(latin);
    fonts.setHAnsi(latin);
    fonts.setEastAsia(font);
    fonts.setCs(latin);
    fonts.setHint(STHint.EAST_ASIA);
    if (line.bold()) {
      how.addNewB();
    }
    BigInteger size = BigInteger.valueOf(Math.round(line.points() * 2));
    how.addNewSz().setVal(size);
    how.addNewSzCs().setVal(size);
    run.addNewT().setStringValue(stretch.text());
    run.getTArray(0).setSpace(Space.PRESERVE);
  }

  private static STJc.Enum side(Line.Align align) {
    return switch (align) {
      case LEFT -> STJc.LEFT;
      case CENTER -> STJc.CENTER;
      case RIGHT -> STJc.RIGHT;
      case BOTH -> STJc.BOTH;
    };
  }

  private static BigInteger twips(double points) {
    return BigInteger.valueOf(Math.round(points * TWIPS_PER_POINT));
  }

  /** Writes the document to {@code target}, which must not exist yet. */
  void save(Path target) throws IOException {
    section();
    fontTable();
    properties();
    ByteArrayOutputStream container = new ByteArrayOutputStream();
    document.write(container);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      StillZip.write(container.toByteArray(), asOf, out);
    }
  }

  private void section() {
    CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
    section.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar edges = section.addNewPgMar();
    edges.setTop(BigInteger.valueOf(Margins.twips(margins.top())));
    edges.setRight(BigInteger.valueOf(Margins.twips(margins.right())));
    edges.setBottom(BigInteger.valueOf(Margins.twips(margins.bottom())));
    edges.setLeft(BigInteger.valueOf(Margins.twips(margins.left())));
    edges.setHeader(BigInteger.valueOf(Margins.twips(8)));
    edges.setFooter(BigInteger.valueOf(Margins.twips(8)));
    edges.setGutter(BigInteger.ZERO);
  }

  /** Names for each font what may stand in for it: other systems call it by another name. */
  private void fontTable() throws IOException {
    StringBuilder table =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
            .append(
                "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    for (Face face : Face.values()) {
      table.append(
          "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/></w:font>"
              .formatted(face.font(), face.instead()));
    }
    table.append("</w:fonts>");
    try {
      PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
      PackagePart part =
          document.getPackage().createPart(name, XWPFRelation.FONT_TABLE.getContentType());
      try (OutputStream out = part.getOutputStream()) {
        out.write(table.toString().getBytes(StandardCharsets.UTF_8));
      }
      document
          .getPackagePart()
          .addRelationship(name, TargetMode.INTERNAL, XWPFRelation.FONT_TABLE.getRelation());
    } catch (InvalidFormatException impossible) {
      throw new IllegalStateException("the name of a part is a constant", impossible);
    }
  }

  private void properties() {
    POIXMLProperties properties = document.getProperties();
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setCreator("Bidui");
    core.setTitle(title);
    try {
      core.setCreated(asOf + "T00:00:00Z");
      core.setModified(asOf + "T00:00:00Z");
    } catch (InvalidFormatException impossible) {
      throw new IllegalStateException("a date is written as the format wants it", impossible);
    }
    properties.getExtendedProperties().setApplication("Bidui");
  }

  /** By itself a new document packs itself once more as it is closed, for nobody. */
  @Override
  public void close() {
    document.getPackage().revert();
  }
}
