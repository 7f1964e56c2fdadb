package org.answerable.responselog.web;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.answerable.responselog.PublicLog.Change;

/**
 * What changed last, as a feed. Rows carry days, so times in it are the day's first moment.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class Atom {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private final XMLStreamWriter xml;
  private final Reader reader;
  private final String publicUrl;

  private Atom(XMLStreamWriter xml, Reader reader, String publicUrl) {
    this.xml = xml;
    this.reader = reader;
    this.publicUrl = publicUrl;
  }

  /**
   * @param publicUrl where this instance is reached, without a slash at its end
   */
  static byte[] feed(List<Change> changes, Reader reader, String publicUrl) {
    var out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new Atom(xml, reader, publicUrl).write(changes);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the feed of " + reader.organisation().id() + " failed", e);
    }
    return out.toByteArray();
  }

  private void write(List<Change> changes) throws XMLStreamException {
    String self = publicUrl + reader.path("/log.atom");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "feed");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("xml:lang", reader.texts().language());
    element("title", reader.texts().get("log.title.full", reader.name()));
    element("id", self);
    link("self", self);
    link("alternate", publicUrl + reader.path("/log"));
    element("updated", moment(changes.isEmpty() ? reader.today() : changes.getFirst().day()));
    xml.writeStartElement(NAMESPACE, "author");
    element("name", reader.name());
    xml.writeEndElement();
    for (Change change : changes) {
      entry(change);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(Change change) throws XMLStreamException {
    var view = new FeedbackView(change.feedback(), reader);
    String page = publicUrl + reader.path("/log/" + view.reference());
    xml.writeStartElement(NAMESPACE, "entry");
    element("title", view.title() + ": " + view.mark().word());
    element("id", page);
    link("alternate", page);
    element("published", moment(change.feedback().day()));
    element("updated", moment(change.day()));
    element("summary", view.summary());
    String said = view.said();
    if (!said.isEmpty()) {
      element("content", said);
    }
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void link(String relation, String href) throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", href);
  }

  /** A day as the moment that every format of others asks for. */
  static String moment(LocalDate day) {
    return day + "T00:00:00Z";
  }
}
