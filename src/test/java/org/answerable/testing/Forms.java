package org.answerable.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Forms as they are posted. */
final class Forms {
  private Forms() {}

  static Map<String, String> fields(String form) {
    var fields = new TreeMap<String, String>();
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
