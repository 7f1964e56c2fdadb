package org.answerable.demo;

import org.answerable.feedback.Inbox;
import org.answerable.feedback.KeepingPromises;
import org.answerable.feedback.PublishingWords;
import org.answerable.feedback.Responding;
import org.springframework.stereotype.Component;

/** What leaders do in the story. */
@Component
record Leaders(
    Inbox inbox,
    Responding responding,
    PublishingWords words,
    KeepingPromises promises,
    Statements statements,
    Votes votes) {}
