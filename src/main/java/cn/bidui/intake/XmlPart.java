package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import com.ctc.wstx.api.WstxInputProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, pulled event by event under its checksum. Names are compared without
 * their namespace, which differs between strict and transitional files.
 */
final class XmlPart implements AutoCloseable {

  private final CRC32 crc = new CRC32();
  private final String name;
  private final Checksums checksums;
  private final InputStream bytes;
  private final XMLStreamReader xml;

  XmlPart(PackagePart part, Checksums checksums, IntakeLimits limits) throws Refusal {
    this.name = part.getPartName().getName();
    this.checksums = checksums;
    try {
      this.bytes = new CheckedInputStream(part.getInputStream(), crc);
      this.xml = factory(limits).createXMLStreamReader(bytes);
    } catch (IOException | XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /** Woodstox with all that reaches outside the file switched off. */
  static XMLInputFactory factory(IntakeLimits limits) {
    // Found by name: its class carries annotations that the compiler cannot resolve.
    XMLInputFactory factory =
        XMLInputFactory.newFactory(
            "javax.xml.stream.XMLInputFactory", XmlPart.class.getClassLoader());
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(
        WstxInputProperties.P_MAX_TEXT_LENGTH, Math.toIntExact(limits.textChars().value()));
    return factory;
  }

  /** Goes to the next event; false at the end. */
  boolean advance() throws Refusal {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Refusal.of(ProblemCode.FILE_UNSAFE, "DOCTYPE");
      }
      return true;
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  boolean starts(String element) {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT
        && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  /** The attribute without a namespace. */
  @Nullable String attribute(String attribute) {
    return xml.getAttributeValue("", attribute);
  }

  /** The relationship that the element points at: {@code r:id}, whatever the prefix. */
  String relationship() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text of the element that has just started, up to its end. */
  String text() throws Refusal {
    try {
      return xml.getElementText();
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /**
   * The text of the string element that has just started: its runs joined, its phonetic guide
   * ({@code rPh}) left out, escapes decoded.
   */
  String richText(String element) throws Refusal {
    StringBuilder runs = new StringBuilder();
    int phonetic = 0;
    while (advance() && !ends(element)) {
      if (starts("rPh")) {
        phonetic++;
      } else if (ends("rPh")) {
        phonetic--;
      } else if (starts("t") && phonetic == 0) {
        runs.append(text());
      }
    }
    return EscapedText.decode(runs.toString());
  }

  /** Reads what is left and compares the checksum of the whole part. */
  void verify() throws Refusal {
    try {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException failure) {
      throw Faults.of(failure);
    }
    if (!checksums.agree(name, crc.getValue())) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, name);
    }
  }

  @Override
  public void close() {
    try {
      xml.close();
      bytes.close();
    } catch (IOException | XMLStreamException closed) {
      // Nothing more is read from it, and nothing was written.
      return;
    }
  }
}
