package org.answerable.channel.telegram;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the library's client leaves open of a call: a base with a path, that nothing is sent twice,
 * whether anything was sent at all, and answers that are not Telegram's, or have no end.
 */
final class Wire implements Interceptor {
  /** A hundred updates of 4,096 characters, each escaped to 12 bytes, and their other fields. */
  private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

  private final String path;

  /**
   * @param path of the base, before what the client appends; empty: none
   */
  Wire(@Nullable String path) {
    this.path = path == null ? "" : path.replaceAll("/+$", "");
  }

  /** Nobody was connected. */
  private static final class NothingSent extends IOException {
    private static final long serialVersionUID = 1;
    private final String why;

    NothingSent(IOException cause) {
      super("nothing was sent", cause);
      this.why = simpleName(cause);
    }
  }

  /** Something on the way to Telegram said no. */
  private static final class NotTelegram extends IOException {
    private static final long serialVersionUID = 1;
    private final int status;

    NotTelegram(int status) {
      super("HTTP " + status);
      this.status = status;
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var sent = new AtomicBoolean();
    try (Response response = chain.proceed(request(chain.request(), sent))) {
      var body = response.peekBody(MAX_ANSWER_BYTES);
      if (!response.isSuccessful() && !isJson(body.contentType())) {
        throw new NotTelegram(response.code());
      }
      return response.newBuilder().body(body).build();
    } catch (IOException e) {
      throw sent.get() ? e : new NothingSent(e);
    }
  }

  private Request request(Request request, AtomicBoolean sent) {
    var url = request.url().newBuilder().encodedPath(path + request.url().encodedPath()).build();
    return request.newBuilder().url(url).tag(AtomicBoolean.class, sent).build();
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null && type.subtype().equals("json");
  }

  /** Runs once connected, each time that something is about to be sent. */
  enum Once implements Interceptor {
    INSTANCE;

    @Override
    public Response intercept(Chain chain) throws IOException {
      AtomicBoolean sent = chain.request().tag(AtomicBoolean.class);
      if (sent == null || sent.getAndSet(true)) {
        throw new IOException("nothing is sent twice");
      }
      return chain.proceed(chain.request());
    }
  }

  /** What a call's failure means. A time-out stands around what it ended. */
  static Answer answer(ExecutionException failed) {
    Throwable first = failed.getCause() == null ? failed : failed.getCause();
    for (Throwable cause = first; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotTelegram no) {
        return new Answer.Refused(no.status);
      }
      if (cause instanceof NothingSent nothing) {
        return new Answer.Unsent(nothing.why);
      }
    }
    return new Answer.Unanswered(simpleName(first));
  }

  private static String simpleName(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
