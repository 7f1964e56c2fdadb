package org.answerable.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.answerable.flow.Action;
import org.answerable.flow.Budget;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Node;
import org.answerable.flow.Router;
import org.answerable.flow.Texts;
import org.answerable.flow.Translated;
import org.answerable.platform.sms.Segments;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/texts.md}: every text that is shipped, in every language, with what it costs. {@code
 * mvn test -Dtest=TextsPageTest -Dupdate=true} writes it anew.
 */
class TextsPageTest {
  private static final Path PAGE = Path.of("docs/texts.md");

  private static final String HEAD =
      """
      # What people read on their phones, and what it costs

      Every text that is shipped, with values as long as real ones can be (the samples in `flows/`). Swahili and French are drafts: native speakers must review them before use.
      One segment holds 160 characters of the basic alphabet (GSM-7), or 70 of any other (UCS-2). A text may cost one segment, or what stands beside it in its file with its reason; `flows check`
      and the build fail when one grows over that. This page is written by `mvn test -Dtest=TextsPageTest -Dupdate=true`.

      | text | language | segments | may cost | encoding | characters | says |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private final FlowFiles.Folder shipped = Shipped.folder();
  private final FlowEngine engine = shipped.engine();
  private final List<String> rows = new ArrayList<>();
  private final List<String> dear = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  @Test
  void thePageShowsWhatEachTextCostsAndNoneCostsMoreThanItMay() throws IOException {
    texts();
    shipped.documents().forEach(this::flow);
    alarm();
    String page = HEAD + String.join("\n", rows) + "\n" + reasons();
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(dear).isEmpty();
    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  private String reasons() {
    return reasons.isEmpty()
        ? "\nNone may cost more than one segment.\n"
        : "\nMore than one segment:\n\n" + String.join("\n", reasons) + "\n";
  }

  private void texts() {
    for (String key : new TreeMap<>(shipped.texts().texts()).keySet()) {
      Budget budget = shipped.texts().budget(key);
      reason(key, budget);
      for (Texts.Language language : shipped.texts().languages()) {
        row(key, language.code(), budget, shipped.texts().sample(key, language.code()));
      }
    }
  }

  private void flow(FlowDocument document) {
    reason(document.flow().name(), document.flow().budget());
    for (Node node : document.flow().nodes().values()) {
      for (Action action : node.actions()) {
        if (action instanceof Action.Say(Translated text)) {
          said(document, node, text, "");
        }
      }
      if (node.router() instanceof Router.Choose choose && choose.shorter() != null) {
        said(document, node, choose.shorter(), ", asked again");
      }
    }
  }

  private void said(FlowDocument document, Node node, Translated text, String which) {
    for (Texts.Language language : shipped.texts().languages()) {
      String code = language.code();
      String name = document.flow().name() + ": " + node.id() + which;
      for (String said : engine.previews(document.flow(), node, text, document.sample(code))) {
        row(name, code, document.flow().budget(), said);
      }
    }
  }

  /** The one text that leaders get on their own phones. */
  private void alarm() throws IOException {
    for (Texts.Language language : shipped.texts().languages()) {
      Properties page = new Properties();
      Path file = Path.of("src/main/resources/texts", language.code() + ".properties");
      try (Reader reader = Files.newBufferedReader(file)) {
        page.load(reader);
      }
      row("alarm, to a focal point", language.code(), Budget.ONE, page.getProperty("alarm.look"));
    }
  }

  private void reason(String name, Budget budget) {
    if (budget.needsReason()) {
      reasons.add("- " + name + ": " + budget.because());
    }
  }

  private void row(String name, String language, Budget budget, String said) {
    Segments cost = Segments.of(said);
    int most = budget.in(language);
    String row =
        "| %s | %s | %d | %d | %s | %d of %d | %s |"
            .formatted(
                name,
                language,
                cost.segments(),
                most,
                cost.encoding() == Segments.Encoding.GSM_7
                    ? "GSM-7"
                    : "UCS-2 (" + String.join(" ", cost.forcing()) + ")",
                cost.units(),
                cost.limit(),
                said.replace("\n", "<br>").replace("|", "\\|"));
    rows.add(row);
    if (cost.segments() > most) {
      dear.add(row);
    }
  }
}
