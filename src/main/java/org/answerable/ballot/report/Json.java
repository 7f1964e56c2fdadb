package org.answerable.ballot.report;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, texts, whole numbers and truth values as JSON. Its own, for a library's start
 * takes longer than a small count. All in ASCII, so that names and ids outlive a terminal's
 * charset.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class Json {
  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String text(Object value) {
    Json json = new Json();
    json.write(value);
    return json.text.toString();
  }

  private void write(Object value) {
    switch (value) {
      case Map<?, ?> map -> writeObject(map);
      case List<?> list -> writeArray(list);
      case String string -> writeString(string);
      case Integer number -> text.append(number.intValue());
      case Long number -> text.append(number.longValue());
      case Boolean truth -> text.append(truth.booleanValue());
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void writeObject(Map<?, ?> map) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      writeString((String) entry.getKey());
      text.append(':');
      write(entry.getValue());
      text.append(entries.hasNext() ? "," : "");
    }
    text.append('}');
  }

  private void writeArray(List<?> list) {
    text.append('[');
    Iterator<?> values = list.iterator();
    while (values.hasNext()) {
      write(values.next());
      text.append(values.hasNext() ? "," : "");
    }
    text.append(']');
  }

  private void writeString(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char character = string.charAt(i);
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character < ' ' || character > '~') {
        text.append("\\u").append(HexFormat.of().toHexDigits(character));
      } else {
        text.append(character);
      }
    }
    text.append('"');
  }
}
