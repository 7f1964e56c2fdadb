package org.answerable.responselog.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.answerable.organisation.Topic;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log in the words of Open311: a topic is a service, a feedback is a request. What it has no
 * value for (places above all: nobody's place is public) stays empty, as its examples have it.
 *
 * @see <a href="https://wiki.open311.org/GeoReport_v2/">GeoReport v2</a>
 */
final class Open311 {
  /** "Free form text limited to 4,000 characters." */
  private static final int DESCRIPTION_CHARS = 4000;

  /** Word by word as the specification wants it. */
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Open311() {}

  /**
   * A list of records, fields in the order of the specification.
   *
   * @param root its name in XML
   * @param each the name of one record
   */
  record Listing(String root, String each, List<Map<String, @Nullable Object>> records) {
    Listing {
      records = List.copyOf(records);
    }

    byte[] json() {
      return JsonMapper.shared().writeValueAsBytes(records);
    }

    byte[] xml() {
      var out = new ByteArrayOutputStream();
      out.writeBytes(DECLARATION.getBytes(StandardCharsets.UTF_8));
      try {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        write(xml);
        xml.close();
      } catch (XMLStreamException e) {
        throw new IllegalStateException(root + " could not be written", e);
      }
      return out.toByteArray();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
      xml.writeStartElement(root);
      for (Map<String, @Nullable Object> one : records) {
        xml.writeStartElement(each);
        for (var field : one.entrySet()) {
          xml.writeStartElement(field.getKey());
          xml.writeCharacters(field.getValue() == null ? "" : field.getValue().toString());
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    }
  }

  /** The topics that anybody may read about; and what nobody has sorted yet. */
  static Listing services(Reader reader) {
    List<Map<String, @Nullable Object>> services = new ArrayList<>();
    for (Topic topic : reader.organisation().topics()) {
      if (topic.sensitivity().isPublic()) {
        services.add(service(topic.id(), topic.kind().word(), reader));
      }
    }
    services.add(service(Topic.UNSORTED, "", reader));
    return new Listing("services", "service", services);
  }

  /** Blackbox: whoever writes in gets a receipt of their own, never the public reference. */
  private static Map<String, @Nullable Object> service(String topic, String kind, Reader reader) {
    Map<String, @Nullable Object> service = new LinkedHashMap<>();
    service.put("service_code", topic);
    service.put("service_name", reader.topic(topic));
    service.put("description", reader.texts().get("open311.service", reader.topic(topic)));
    service.put("metadata", false);
    service.put("type", "blackbox");
    service.put("keywords", kind);
    service.put("group", "");
    return service;
  }

  static Listing requests(List<FeedbackView> views, Reader reader) {
    return new Listing(
        "service_requests", "request", views.stream().map(it -> request(it, reader)).toList());
  }

  private static Map<String, @Nullable Object> request(FeedbackView view, Reader reader) {
    PublicFeedback feedback = view.feedback();
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("service_request_id", view.reference());
    request.put("status", isOpen(view) ? "open" : "closed");
    request.put("status_notes", view.summary());
    request.put("service_name", reader.topic(feedback.topic()));
    request.put("service_code", feedback.topic());
    request.put("description", limited(view.words()));
    request.put("agency_responsible", view.withRole());
    request.put("service_notice", limited(view.response()));
    request.put("requested_datetime", Atom.moment(feedback.day()));
    request.put("updated_datetime", moment(feedback.responded()));
    request.put("expected_datetime", moment(feedback.due()));
    for (String place : List.of("address", "address_id", "zipcode", "lat", "long", "media_url")) {
      request.put(place, null);
    }
    return request;
  }

  /** Whether somebody still has to answer. */
  static boolean isOpen(FeedbackView view) {
    PublicFeedback feedback = view.feedback();
    return feedback.responded() == null
        && !feedback.isWithdrawn()
        && !feedback.status().equals(PublicFeedback.CLOSED);
  }

  private static @Nullable String moment(@Nullable LocalDate day) {
    return day == null ? null : Atom.moment(day);
  }

  private static @Nullable String limited(@Nullable PublicText said) {
    if (said == null) {
      return null;
    }
    String text = said.text();
    int chars = Math.min(DESCRIPTION_CHARS, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, chars));
  }
}
