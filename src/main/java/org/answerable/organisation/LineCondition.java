package org.answerable.organisation;

import java.util.List;

/**
 * Something outside of its file that an organisation needs before anybody may write to it, as the
 * key of the person who reads what is confidential. A module that knows of such a thing has a bean
 * of this.
 */
public interface LineCondition {
  /**
   * What is missing now, each as {@code what; and what to do}; nothing where the line may be open.
   * Asked at each message, so it has to be quick and must not fail.
   */
  List<String> missing(Organisation organisation);
}
