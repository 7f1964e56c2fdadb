package org.answerable.channel.telegram;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of JSON objects, handed out in turn. A value of another type than asked for is passed
 * over and remembered as odd, so that the rest can still be read.
 */
final class Fields {
  static final JsonFactory JSON = new JsonFactory();
  private final JsonParser parser;
  private boolean odd;

  Fields(JsonParser parser) {
    this.parser = parser;
  }

  /** Takes a field's value, by one of the functions here, exactly once. */
  interface Each {
    void field(String name);
  }

  boolean odd() {
    return odd;
  }

  /** Whether there is an object to read. */
  boolean begins() {
    return parser.nextToken() == JsonToken.START_OBJECT;
  }

  /**
   * @return false: it was none
   */
  boolean object(Each each) {
    if (!isObject()) {
      oddly();
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      each.field(name);
    }
    return true;
  }

  /** A whole number of 64 bits, or 0 where it is none. */
  long number() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    oddly();
    return 0;
  }

  /** A text, or an empty one where it is none. */
  String text() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    oddly();
    return "";
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  boolean truth() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  void skip() {
    parser.skipChildren();
  }

  private void oddly() {
    odd = true;
    skip();
  }
}
