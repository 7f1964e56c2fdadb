package org.answerable.channel;

/** Where channels tell of calls. */
public interface MissedCalls {
  /**
   * Has the caller texted back, once a day at most, and once however often the call is told of. It
   * does not wait for the text to leave, and does not fail: a call is rejected whatever comes of
   * this.
   */
  void missed(MissedCall call);
}
