package org.answerable.poll;

import java.util.ArrayList;
import java.util.List;
import org.answerable.platform.Ids;
import org.answerable.responselog.Content;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.PollTerms;

/**
 * A poll's words as they stand beside the log.
 *
 * @param contents of the question, each option, who asked, and why proposals are left out
 */
record Worded(PollHashes hashes, List<Content> contents) {
  Worded {
    contents = List.copyOf(contents);
  }

  @Override
  public String toString() {
    return "Worded[redacted]";
  }

  static Worded of(PollTerms terms, Ids ids) {
    var question = new Content(ids.salt(), PollJson.words(terms.question()));
    var askedBy = new Content(ids.salt(), terms.askedBy());
    List<Content> labels =
        terms.options().stream()
            .map(option -> new Content(ids.salt(), PollJson.words(option.labels())))
            .toList();
    List<Content> reasons =
        terms.leftOut().stream()
            .map(one -> new Content(ids.salt(), PollJson.words(one.reason())))
            .toList();
    List<Content> all = new ArrayList<>(labels);
    all.addAll(reasons);
    all.add(question);
    all.add(askedBy);
    var hashes =
        new PollHashes(
            question.hash(),
            labels.stream().map(Content::hash).toList(),
            askedBy.hash(),
            reasons.stream().map(Content::hash).toList());
    return new Worded(hashes, all);
  }
}
