package org.answerable.responselog;

import java.util.UUID;
import org.answerable.effect.Effect;

/** An entry that a message leaves for the next slot: the commitment to what it said. */
public record EntryStaged(String organisation, UUID entry, Entry.Committed body)
    implements Effect {}
