package org.answerable.intake.words;

import java.util.List;
import java.util.Set;
import org.answerable.intake.words.PhraseIndex.Hit;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text beside a list, and whether the list has to find something in it. */
record ListTest(WordList list, String text, boolean found, Node node) {

  void check(PhraseIndex index, ListProblems problems) {
    Set<Hit> hits = index.search(Piece.of(text));
    List<Hit> meant = Hits.meant(hits).stream().filter(this::isOwn).toList();
    if (!found && !meant.isEmpty()) {
      problems.at(
          node,
          "the list \"%s\" finds \"%s\" in this harmless text; add a \"not\", or mend the words"
              .formatted(list.key(), words(meant.getFirst())));
    }
    if (found && meant.isEmpty()) {
      problems.at(node, "the list \"" + list.key() + "\" " + miss(hits));
    }
  }

  private String miss(Set<Hit> hits) {
    return hits.stream()
        .filter(hit -> isOwn(hit) && hit.cancels())
        .findFirst()
        .map(
            hit -> "has a \"not\" that cancels this text: \"" + words(hit) + "\"; mend the \"not\"")
        .orElse("does not find this text; add its words to an entry, or remove it");
  }

  private boolean isOwn(Hit hit) {
    return hit.entry().list() == list;
  }

  private String words(Hit hit) {
    return text.substring(hit.start(), hit.end());
  }
}
