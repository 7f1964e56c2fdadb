package org.answerable.audit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.answerable.tlog.Hash;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry as a reader of the log finds it: a canonical JSON object.
 *
 * @param place what a complaint about it begins with
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
record LogEntry(String place, JsonNode json) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @throws Finding when it is none
   */
  static LogEntry read(long index, byte[] body) throws Finding {
    String place = "entry " + index;
    try {
      // reads it first: it bounds how deep another's JSON goes
      JsonNode json = JSON.readTree(body);
      if (json.isObject() && Arrays.equals(body, new JsonCanonicalizer(body).getEncodedUTF8())) {
        return new LogEntry(place, json);
      }
    } catch (JacksonException | IOException e) {
      // told below
    }
    throw new Finding(place + " is no JSON object in the one form that the log has.");
  }

  String type() throws Finding {
    return text("type");
  }

  boolean has(String field) {
    return json.has(field);
  }

  String text(String field) throws Finding {
    JsonNode value = json.get(field);
    if (value == null || !value.isString()) {
      throw finding("has no " + field);
    }
    return value.asString();
  }

  List<String> texts(String field) throws Finding {
    JsonNode values = json.get(field);
    if (values == null || !values.isArray() || !values.valueStream().allMatch(JsonNode::isString)) {
      throw finding("has no " + field);
    }
    return values.valueStream().map(JsonNode::asString).toList();
  }

  int number(String field) throws Finding {
    JsonNode value = json.get(field);
    if (value == null || !value.isInt()) {
      throw finding("has no " + field);
    }
    return value.intValue();
  }

  /** How many things a list has. */
  int size(String field) throws Finding {
    return list(field).size();
  }

  /** The things of a list, each an object itself. */
  List<LogEntry> each(String field) throws Finding {
    List<LogEntry> all = new ArrayList<>();
    for (JsonNode one : list(field)) {
      all.add(new LogEntry(place, one));
    }
    return all;
  }

  /** The same where there may be no list. */
  List<LogEntry> eachIfAny(String field) throws Finding {
    return has(field) ? each(field) : List.of();
  }

  List<Integer> numbers(String field) throws Finding {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode one : list(field)) {
      if (!one.isInt()) {
        throw finding("has a " + field + " with what is no number");
      }
      numbers.add(one.intValue());
    }
    return numbers;
  }

  /** Numbers that have names. */
  Map<String, Integer> numbersByName(String field) throws Finding {
    Map<String, Integer> numbers = new TreeMap<>();
    for (var one : object(field).properties()) {
      if (!one.getValue().isInt()) {
        throw finding("has a " + field + " with what is no number");
      }
      numbers.put(one.getKey(), one.getValue().intValue());
    }
    return numbers;
  }

  /** Objects that have names. */
  Map<String, LogEntry> byName(String field) throws Finding {
    Map<String, LogEntry> objects = new TreeMap<>();
    for (var one : object(field).properties()) {
      if (!one.getValue().isObject()) {
        throw finding("has a " + field + " with what is no object");
      }
      objects.put(one.getKey(), new LogEntry(place, one.getValue()));
    }
    return objects;
  }

  private JsonNode object(String field) throws Finding {
    return within(field).orElseThrow(() -> finding("has no " + field)).json;
  }

  /** The hash of its one form, as {@code sha256sum} has it. */
  Hash hash() throws Finding {
    try {
      return Salted.plain(new JsonCanonicalizer(json.toString()).getEncodedUTF8());
    } catch (IOException e) {
      throw finding("holds what has no form in the log");
    }
  }

  private JsonNode list(String field) throws Finding {
    JsonNode value = json.get(field);
    if (value == null || !value.isArray()) {
      throw finding("has no " + field);
    }
    return value;
  }

  LocalDate day(String field) throws Finding {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeException e) {
      throw finding("has a " + field + " that is no day");
    }
  }

  Optional<LocalDate> dayIfAny(String field) throws Finding {
    return has(field) ? Optional.of(day(field)) : Optional.empty();
  }

  Hash hash(String field) throws Finding {
    String hex = text(field);
    if (!hex.matches("[0-9a-f]{64}")) {
      throw finding("has a " + field + " that is no hash");
    }
    return Hash.of(HexFormat.of().parseHex(hex));
  }

  /** What stands in a field that is an object itself. */
  Optional<LogEntry> within(String field) throws Finding {
    JsonNode value = json.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw finding("has a " + field + " that is no object");
    }
    return Optional.of(new LogEntry(place, value));
  }

  Finding finding(String what) {
    return new Finding(place + " " + what + ".");
  }
}
