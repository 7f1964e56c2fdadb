package org.answerable.channel;

/** Where channels hand what arrives. */
public interface Inbound {
  /**
   * Takes one message and commits its effects, once, however often it comes.
   *
   * @return what to say back; the identical reply for a repeat
   * @throws Unavailable when nothing was committed and the provider should send it again
   */
  Reply take(IncomingMessage message);

  /** Nothing was taken; a 503 asks the provider to repeat. */
  class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(String why) {
      super(why);
    }

    public Unavailable(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** This one alone was not taken, as far as anybody can tell: others may be. */
  final class Unfit extends Unavailable {
    private static final long serialVersionUID = 1;

    public Unfit(String why) {
      super(why);
    }
  }
}
