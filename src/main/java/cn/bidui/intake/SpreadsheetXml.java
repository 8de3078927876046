package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of an XML Spreadsheet 2003. Its text is decoded already; what it states is ignored.
 */
final class SpreadsheetXml implements AutoCloseable {

  private static final String EXCEL = "urn:schemas-microsoft-com:office:excel";

  private final Reader text;
  private final XMLStreamReader xml;
  private final Patience patience;

  SpreadsheetXml(Content file, TextEncoding encoding, IntakeLimits limits, Patience patience)
      throws Refusal {
    this.patience = patience;
    try {
      this.text = Blanks.skip(new PatientReader(encoding.reader(file), patience));
      this.xml = XmlPart.factory(limits).createXMLStreamReader(text);
    } catch (IOException | XMLStreamException | RuntimeException failure) {
      patience.check();
      throw Faults.of(failure);
    }
  }

  /** Goes to the next event; false at the end. */
  boolean advance() throws Refusal {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw Refusal.of(ProblemCode.FILE_UNSAFE, "DOCTYPE");
      }
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "XML");
      }
      return true;
    } catch (XMLStreamException | RuntimeException failure) {
      patience.check();
      throw Faults.of(failure);
    }
  }

  /** Whether an element of the spreadsheet itself begins. */
  boolean starts(String element) {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT
        && named(Markup.SPREADSHEET_NAMESPACE, element);
  }

  /** Whether an element of Excel's settings begins. */
  boolean startsSetting(String element) {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT && named(EXCEL, element);
  }

  boolean ends(String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && named(Markup.SPREADSHEET_NAMESPACE, element);
  }

  private boolean named(String namespace, String element) {
    return xml.getLocalName().equals(element) && namespace.equals(xml.getNamespaceURI());
  }

  /** The attribute, whatever its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The attribute as a number; 0 if it is not there or is none. */
  int number(String name) {
    @Nullable String stated = attribute(name);
    return stated != null && stated.matches("\\d{1,9}") ? Integer.parseInt(stated) : 0;
  }

  /** The text of the element that has just started, runs of any look joined, up to its end. */
  String text() throws Refusal {
    StringBuilder joined = new StringBuilder();
    int depth = 1;
    while (depth > 0 && advance()) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            joined.append(xml.getText());
        default -> {}
      }
    }
    return joined.toString();
  }

  @Override
  public void close() {
    try {
      xml.close();
      text.close();
    } catch (IOException | XMLStreamException closed) {
      // It was opened for reading only.
      return;
    }
  }
}
