package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log as its organisation's pages show it, one row a feedback: {@code log.csv} beside the log.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Table {
  static final String NAME = "log.csv";

  static final int BYTES_MAX = 1 << 28;

  private final List<String> header;
  private final List<Row> rows;

  private Table(List<List<String>> lines) throws Finding {
    if (lines.isEmpty()) {
      throw new Finding(NAME + " is empty.");
    }
    header = lines.getFirst();
    rows = lines.subList(1, lines.size()).stream().map(Row::new).toList();
  }

  /** Empty: there is none. */
  static Optional<Table> read(Source source) throws Finding, IOException {
    Optional<byte[]> served = source.beside(NAME, BYTES_MAX);
    return served.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(lines(new String(served.get(), UTF_8))));
  }

  List<Row> rows() {
    return rows;
  }

  /** What it says of one feedback. */
  final class Row {
    private final List<String> cells;

    private Row(List<String> cells) {
      this.cells = cells;
    }

    String cell(String column) throws Finding {
      int place = header.indexOf(column);
      if (place < 0) {
        throw new Finding(NAME + " has no column " + column + ".");
      }
      return place < cells.size() ? cells.get(place) : "";
    }

    boolean is(String column, String value) throws Finding {
      return cell(column).equals(value);
    }

    /** What the entries say must stand there; nothing stands for nothing. */
    void says(String column, @Nullable Object value) throws Finding {
      String expected = value == null ? "" : value.toString();
      String cell = cell(column);
      if (!cell.equals(expected)) {
        throw new Finding(
            "%s: the %s of %s is %s, but the entries say %s."
                .formatted(
                    NAME, column, Shown.of(cell("reference")), shown(cell), shown(expected)));
      }
    }

    /** A text beside the log must stand there, as far as anybody sees it; null: none. */
    void shows(String column, @Nullable String text) throws Finding {
      if (!Seeing.of(cell(column)).equals(text == null ? "" : Seeing.of(text))) {
        throw new Finding(
            "%s: the %s of %s is not the text beside the log."
                .formatted(NAME, column, Shown.of(cell("reference"))));
      }
    }

    private static String shown(String cell) {
      return cell.isEmpty() ? "nothing" : Shown.of(cell);
    }
  }

  private static List<List<String>> lines(String text) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (quoted && sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(sign);
        i++;
      } else if (sign == '"') {
        quoted = !quoted;
      } else if (quoted || sign != ',' && sign != '\n' && sign != '\r') {
        cell.append(sign);
      } else if (sign != '\r') {
        line.add(cell.toString());
        cell.setLength(0);
        if (sign == '\n') {
          lines.add(List.copyOf(line));
          line.clear();
        }
      }
    }
    return lines;
  }
}
