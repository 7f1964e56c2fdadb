package org.answerable.conversation.decision;

import org.answerable.flow.BallotWords;
import org.answerable.flow.EchoWords;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keywords;
import org.answerable.flow.SecretWords;
import org.answerable.flow.Texts;
import org.answerable.flow.yaml.FlowFiles;

/** What stands in {@code answerable.flows-dir}, read once and compiled whole. */
public record Flows(
    FlowEngine engine,
    Texts texts,
    Keywords keywords,
    SecretWords secrets,
    BallotWords ballots,
    EchoWords echoes,
    Greetings greetings,
    PollPhrases polls) {

  /** Of a folder in which nothing is wrong. */
  public static Flows of(FlowFiles.Folder folder) {
    return new Flows(
        folder.engine(),
        folder.texts(),
        folder.keywords(),
        folder.secrets(),
        folder.ballots(),
        folder.echoes(),
        folder.greetings(),
        new PollPhrases(folder));
  }
}
