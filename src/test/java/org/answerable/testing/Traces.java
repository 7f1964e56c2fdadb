package org.answerable.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The forms in which a number or words may stand somewhere, whoever wrote them there. */
public final class Traces {
  private static final int COUNTRY_DIGITS = 3;

  /** Shorter ones stand in random bytes, too. */
  private static final int TELLING_CHARS = 8;

  private final Set<String> forms = new TreeSet<>();

  /** Of a number in E.164 with a country code of three digits, and of texts. */
  public static Traces of(String number, String... texts) {
    Traces traces = new Traces();
    String digits = number.substring(1);
    String national = digits.substring(COUNTRY_DIGITS);
    for (String form : List.of(digits, national)) {
      traces.add(form);
      traces.add(new StringBuilder(form).reverse().toString());
    }
    for (String text : texts) {
      traces.add(text);
    }
    return traces;
  }

  private void add(String form) {
    forms.add(form.toLowerCase(Locale.ROOT));
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
      forms.add(HexFormat.of().formatHex(form.getBytes(charset)));
    }
    addBase64(form);
  }

  /** Base64 depends on what stands before and behind: of each alignment, the part that does not. */
  private void addBase64(String form) {
    for (int before = 0; before < 3; before++) {
      byte[] bytes = (" ".repeat(before) + form).getBytes(StandardCharsets.UTF_8);
      String base64 = Base64.getEncoder().encodeToString(bytes).toLowerCase(Locale.ROOT);
      String certain = base64.substring(before == 0 ? 0 : 4, bytes.length / 3 * 4);
      if (certain.length() >= TELLING_CHARS) {
        forms.add(certain);
      }
    }
  }

  /** The places where one of them stands. */
  public List<String> in(List<String> places) {
    return places.stream()
        .filter(
            place -> {
              String lower = place.toLowerCase(Locale.ROOT);
              return forms.stream().anyMatch(lower::contains);
            })
        .toList();
  }
}
