package org.answerable.flow;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Sessions as bytes: JSON, as a list, {@code [1,"flow","node",["name","value"],…]}. The number is
 * the form's version; a result whose category differs from its value has a third text. Where a
 * question was missed or turned to another page, both numbers stand before the results.
 */
public final class SessionCodec {
  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private SessionCodec() {}

  /** At most {@link FlowLimits#SESSION_BYTES}, if the session came from the engine. */
  public static byte[] encode(Session session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartArray();
      json.writeNumber(VERSION);
      json.writeString(session.flow());
      json.writeString(session.node());
      if (session.misses() > 0 || session.page() > 0) {
        json.writeNumber(session.misses());
        json.writeNumber(session.page());
      }
      for (Result result : session.results()) {
        json.writeStartArray();
        json.writeString(result.name());
        json.writeString(result.value());
        if (!result.category().equals(result.value())) {
          json.writeString(result.category());
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    return bytes.toByteArray();
  }

  /** The session that was encoded; other bytes are an {@link IllegalArgumentException}. */
  public static Session decode(byte[] bytes) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      expect(json.nextToken() == JsonToken.START_ARRAY);
      expect(json.nextIntValue(0) == VERSION);
      String flow = text(json);
      String node = text(json);
      int misses = 0;
      int page = 0;
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        misses = json.getIntValue();
        page = json.nextIntValue(-1);
        json.nextToken();
      }
      expect(misses >= 0 && page >= 0);
      List<Result> results = new ArrayList<>();
      while (json.currentToken() == JsonToken.START_ARRAY) {
        results.add(result(json));
        json.nextToken();
      }
      expect(json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null);
      return new Session(flow, node, results, misses, page);
    } catch (JacksonException broken) {
      // without its cause, which may quote what a constituent wrote
      throw unreadable();
    }
  }

  private static Result result(JsonParser json) {
    String name = text(json);
    String value = text(json);
    String category = value;
    if (json.nextToken() == JsonToken.VALUE_STRING) {
      category = json.getString();
      json.nextToken();
    }
    expect(json.currentToken() == JsonToken.END_ARRAY);
    return new Result(name, value, category);
  }

  private static String text(JsonParser json) {
    expect(json.nextToken() == JsonToken.VALUE_STRING);
    return json.getString();
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw unreadable();
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("not a session of version " + VERSION);
  }
}
