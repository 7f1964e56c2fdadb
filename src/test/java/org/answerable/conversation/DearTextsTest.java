package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.Phrases;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.answerable.organisation.DemoFile;
import org.answerable.organisation.Organisations;
import org.junit.jupiter.api.Test;

class DearTextsTest {
  @Test
  void theDemoOrganisationFitsIntoItsTexts() {
    assertThat(told("https://answers.example")).isEmpty();
    assertThat(told("http://localhost:8080")).isEmpty();
  }

  @Test
  void namesTheTextsThatAnOrganisationsOwnWordsMakeDear() {
    assertThat(told("https://the-answers-of-all-of-us-here.example.org"))
        .startsWith("\nWith the words of Baraza Letu these texts cost more than they may;")
        .contains("\n  help in fr: 2 segments instead of 1: Écrivez librement")
        .doesNotContain("welcome in");
  }

  private static String told(String publicUrl) {
    FlowFiles.Folder folder = Shipped.folder();
    var flows = Flows.of(folder);
    var organisations = new Organisations(List.of(DemoFile.organisation()));
    var phrases = new Phrases(folder.texts(), URI.create(publicUrl), organisations);
    return new DearTexts(flows, phrases, organisations).text();
  }
}
