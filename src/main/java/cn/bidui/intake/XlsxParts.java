package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLInputFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;

/** The parts of one workbook, each opened under its checksum, under limits and within its time. */
final class XlsxParts {

  private final OPCPackage container;
  private final Checksums checksums;
  private final IntakeLimits limits;
  private final Patience patience;
  private final XMLInputFactory xml;

  XlsxParts(OPCPackage container, Checksums checksums, IntakeLimits limits, Patience patience) {
    this.container = container;
    this.checksums = checksums;
    this.limits = limits;
    this.patience = patience;
    this.xml = XmlPart.factory(limits);
    // Names are told without their prefix in any case, and resolving it costs a fifth of the time.
    xml.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
  }

  OPCPackage container() {
    return container;
  }

  IntakeLimits limits() {
    return limits;
  }

  XmlPart open(PackagePart part) throws Refusal {
    String name = part.getPartName().getName();
    try {
      CRC32 crc = new CRC32();
      InputStream bytes = new CheckedInputStream(part.getInputStream(), crc);
      return new XmlPart(bytes, xml, limits, patience, () -> agree(name, crc));
    } catch (IOException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /** A piece of a part, of which no checksum is known. */
  XmlPart piece(InputStream bytes) throws Refusal {
    return new XmlPart(bytes, xml, limits, patience, () -> {});
  }

  Patience patience() {
    return patience;
  }

  private void agree(String part, CRC32 crc) throws Refusal {
    if (!checksums.agree(part, crc.getValue())) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, part);
    }
  }
}
