package org.answerable.poll;

import org.answerable.responselog.PollTerms;

/** A poll in which votes count, or did until lately, ready to read them. */
public record OpenPoll(String reference, PollTerms terms, BallotReader reader) {}
