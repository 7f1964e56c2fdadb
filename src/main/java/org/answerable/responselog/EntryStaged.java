package org.answerable.responselog;

import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * An entry that a message leaves for the next slot: the commitment to what it said.
 *
 * @param entry the id of the row that holds the text; gone from here, its commitment is in the log
 */
public record EntryStaged(String organisation, UUID entry, Entry.Committed body)
    implements Effect {}
