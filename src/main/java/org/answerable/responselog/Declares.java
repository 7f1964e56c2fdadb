package org.answerable.responselog;

import org.answerable.organisation.Organisation;

/** Knows a part of what an organisation declares: a bean of the module that reads it. */
public interface Declares {
  Declaration of(Organisation organisation);
}
