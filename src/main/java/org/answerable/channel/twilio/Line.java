package org.answerable.channel.twilio;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.answerable.channel.PostedBody;
import org.answerable.organisation.ChannelConfig;
import org.jspecify.annotations.Nullable;

/**
 * One number at Twilio, and how its webhooks prove that they are Twilio's.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security">Twilio: validating requests</a>
 */
final class Line {
  /** 20,000 characters of any script, each escaped to 12 bytes, and Twilio's other fields. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";
  private final String organisation;
  private final Numbers numbers;
  private final String publicUrl;
  private final RequestValidator validator;
  private final Unanswered unanswered = new Unanswered();

  /**
   * @param publicUrl where Twilio reaches this instance, without a slash at its end: what a
   *     request's own Host header says is anybody's word
   */
  Line(String organisation, ChannelConfig.Twilio config, String publicUrl) {
    this.organisation = organisation;
    this.numbers = new Numbers(config);
    this.publicUrl = publicUrl;
    this.validator = new RequestValidator(config.authToken());
  }

  String organisation() {
    return organisation;
  }

  Numbers numbers() {
    return numbers;
  }

  String channel() {
    return numbers.config().id();
  }

  Unanswered unanswered() {
    return unanswered;
  }

  /** Reads the posted form if it is within the limit, well-formed and signed. */
  Proof prove(HttpServletRequest request) {
    String signature = request.getHeader("X-Twilio-Signature");
    if (signature == null) {
      return new Proof.Refused(403);
    }
    if (!isForm(request.getContentType())) {
      return new Proof.Refused(400);
    }
    try {
      byte[] body = PostedBody.within(request, MAX_BODY_BYTES);
      return body == null ? new Proof.Refused(413) : prove(request, Form.parse(body), signature);
    } catch (IOException e) {
      return new Proof.Refused(400); // the body ended early, or its chunks are none
    }
  }

  private Proof prove(HttpServletRequest request, Optional<Form> form, String signature) {
    if (form.isEmpty()) {
      return new Proof.Refused(400);
    }
    String query = request.getQueryString();
    String url = publicUrl + request.getRequestURI() + (query == null ? "" : "?" + query);
    return validator.validate(url, form.get().fields(), signature)
        ? new Proof.Proven(form.get())
        : new Proof.Refused(403);
  }

  private static boolean isForm(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
    return type.equals(FORM) || type.equals(FORM + ";charset=utf-8");
  }

  /** What became of a webhook's proof. */
  sealed interface Proof {
    record Proven(Form form) implements Proof {}

    /**
     * Nothing of it may be used.
     *
     * @param status the answer's HTTP status
     */
    record Refused(int status) implements Proof {}
  }
}
