package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import com.ctc.wstx.api.WstxInputProperties;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, pulled event by event. Names are compared without their prefix, which
 * writers choose, and without their namespace, which differs between strict and transitional files.
 */
final class XmlPart implements AutoCloseable {

  /** Characters that are read ahead; Woodstox's own 4,000 make it ask too often. */
  private static final int AHEAD = 1 << 15;

  /** So many events pass before the clock is looked at. */
  private static final int EVENTS = 1 << 14;

  private final InputStream bytes;
  private final XMLStreamReader2 xml;
  private final Patience patience;
  private final WholeCheck check;
  private final long longest;
  private int event;
  private String element = "";
  private int events;

  /** Compares what was read with what should have been read; called where the part ends. */
  interface WholeCheck {
    void agree() throws Refusal;
  }

  XmlPart(
      InputStream bytes,
      XMLInputFactory factory,
      IntakeLimits limits,
      Patience patience,
      WholeCheck check)
      throws Refusal {
    this.bytes = bytes;
    this.longest = limits.textChars().value();
    this.patience = patience;
    this.check = check;
    try {
      this.xml = (XMLStreamReader2) factory.createXMLStreamReader(bytes);
    } catch (XMLStreamException | RuntimeException failure) {
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
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, AHEAD);
    factory.setProperty(
        WstxInputProperties.P_MAX_TEXT_LENGTH, Math.toIntExact(limits.textChars().value()));
    return factory;
  }

  /** Goes to the next event; false at the end. */
  boolean advance() throws Refusal {
    if ((++events & (EVENTS - 1)) == 0) {
      patience.check();
    }
    if (event == XMLStreamConstants.END_DOCUMENT) {
      return false;
    }
    try {
      event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        element = local(xml.getLocalName());
        return true;
      }
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw Refusal.of(ProblemCode.FILE_UNSAFE, "DOCTYPE");
    }
    return event != XMLStreamConstants.END_DOCUMENT;
  }

  private static String local(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }

  boolean starts(String name) {
    return event == XMLStreamConstants.START_ELEMENT && element.equals(name);
  }

  boolean ends(String name) {
    return event == XMLStreamConstants.END_ELEMENT && element.equals(name);
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  /** The name of an attribute of the element that has just started, with its prefix if any. */
  String attributeName(int index) {
    return xml.getAttributeLocalName(index);
  }

  /** Hands the attribute's value to {@code decoder} without making a text of it. */
  void attribute(int index, TypedValueDecoder decoder) throws Refusal {
    try {
      xml.getAttributeAs(index, decoder);
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /** The attribute without a namespace. */
  @Nullable String attribute(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The relationship that the element points at: {@code r:id}, whatever the prefix. */
  String relationship() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).endsWith(":id")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text of the element that has just started, up to its end. */
  String text() throws Refusal {
    try {
      String text = xml.getElementText();
      event = XMLStreamConstants.END_ELEMENT;
      requireReadable(text.length());
      return text;
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /** Woodstox looks at the length only now and then, and at each run by itself. */
  private void requireReadable(int length) throws Refusal {
    if (length > longest) {
      throw Refusal.of(ProblemCode.FILE_UNSAFE, "xml");
    }
  }

  /** The same, handed to {@code decoder} without making a text of it. */
  void text(TypedValueDecoder decoder) throws Refusal {
    try {
      xml.getElementAs(decoder);
      event = XMLStreamConstants.END_ELEMENT;
    } catch (XMLStreamException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  /**
   * The text of the string element that has just started: its runs joined, its phonetic guide
   * ({@code rPh}) left out, escapes decoded.
   */
  String richText(String name) throws Refusal {
    String text = "";
    @Nullable StringBuilder runs = null;
    int phonetic = 0;
    while (advance() && !ends(name)) {
      if (starts("t") && phonetic == 0) {
        if (runs == null && text.isEmpty()) {
          text = text();
        } else {
          runs = runs == null ? new StringBuilder(text) : runs;
          runs.append(text());
          requireReadable(runs.length());
        }
      } else if (starts("rPh")) {
        phonetic++;
      } else if (ends("rPh")) {
        phonetic--;
      }
    }
    return EscapedText.decode(runs == null ? text : runs.toString());
  }

  /** Reads what is left and compares the whole part with its checksum. */
  void verify() throws Refusal {
    byte[] rest = new byte[AHEAD];
    try {
      while (bytes.read(rest) >= 0) {
        patience.check();
      }
    } catch (IOException | RuntimeException failure) {
      throw Faults.of(failure);
    }
    check.agree();
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
