package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.answerable.constituent.QuietHours;
import org.answerable.responselog.Content;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/**
 * Invariant 13: what can carry a constituent's words, number or receipt does not show it as text,
 * so that no log line, exception or debugger string can. Each record is made with a planted text in
 * each of its components, as deep as they go.
 */
class SilentRecordsTest {
  private static final String PLANTED = "quinquereme";

  /** Beside a feedback's id in a log line it would join both. */
  private static final UUID WHO = new UUID(3, 4);

  /** Where what constituents write, and where it is from, passes; and who leads. */
  private static final List<String> MODULES =
      List.of(
          "channel",
          "conversation",
          "constituent",
          "intake",
          "delivery",
          "effect",
          "confidential",
          "feedback",
          "poll",
          "leader");

  /** Records that show texts of ours: by their names, or how they begin, each with its reason. */
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("channel.SendResult$", "why: codes and names of classes, ChannelContractIT"),
          Map.entry("channel.ChannelHealth$Health", "why: as in a SendResult"),
          Map.entry("delivery.Queues$Aside", "a reason: as in a SendResult"),
          Map.entry("channel.ProviderSetUp$Entry", "addresses of our own webhooks"),
          Map.entry("delivery.web.SetUpView", "addresses of our own webhooks, sentences of ours"),
          Map.entry("delivery.web.OperationsView", "reasons, numbers and words of ours"),
          Map.entry("confidential.AccountFile$Seed", "a month, and what is sealed"),
          Map.entry("confidential.Acted$Refused", "why: a sentence of ours"),
          Map.entry("confidential.jdbc.JdbcAccountNotes$Row", "whose key, and what is sealed"),
          Map.entry("confidential.web.AccountPages$View", "a day, and an address of ours"),
          Map.entry("confidential.web.KeyPages$", "names of languages and channels"),
          Map.entry("confidential.web.RoomPage$Other", "a key's public name, and a day"),
          Map.entry("confidential.web.Status", "a word of ours"),
          Map.entry("constituent.command.JoinedCommand", "an operator's command"),
          Map.entry("constituent.jdbc.ColumnTakeover$Value", "where a row lies"),
          Map.entry("constituent.jdbc.BeginAnew$Row", "where a row lies, and what is sealed"),
          Map.entry("constituent.jdbc.FirstEpochs", "sentences of ours"),
          Map.entry("conversation.decision.Flows", "declared"),
          Map.entry("conversation.OpenLines", "declared"),
          Map.entry("feedback.Amendments$Amendment", "the salted hash of a public text"),
          Map.entry("feedback.Feedbacks$Scope", "roles"),
          Map.entry("feedback.web.Bar", "figures of a response's length"),
          Map.entry("feedback.web.ListView$View", "the names of the inbox's views"),
          Map.entry("feedback.web.Option", "declared"),
          Map.entry("feedback.web.ResponseForm$FieldError", "a sentence of ours"),
          Map.entry("feedback.web.Vocabulary", "declared"),
          Map.entry("intake.Decided$NobodyLeft", "declared"),
          Map.entry("intake.web.AsideView$Month", "the name of a month"),
          Map.entry("intake.web.Choices", "declared, and leaders"),
          Map.entry("intake.web.RoomView$Choice", "declared"),
          Map.entry("intake.web.RoomWords", "declared"),
          Map.entry("poll.Figures", "public"),
          Map.entry("poll.OpenPoll", "public"),
          Map.entry("poll.Poll", "what leaders ask, in public"),
          Map.entry("poll.Priority", "the hash of a public text"),
          Map.entry("poll.PublishedPoll", "public"),
          Map.entry("poll.PublishedPriority", "public"),
          Map.entry("poll.PublishedPriority$Answer", "public"),
          Map.entry("poll.Reason", "public"),
          Map.entry("poll.Removing$WrittenText", "public, and what forms call it"),
          Map.entry("poll.Told", "public"),
          Map.entry("poll.web.", "public, or what leaders ask"),
          Map.entry("leader.Invitation", "the hash of a random token, roles, sentences of ours"),
          Map.entry("leader.People$NotInvited", "a sentence of ours"),
          Map.entry("leader.Problem", "a sentence of ours"),
          Map.entry("leader.TokenHash", "the hash of a random token"),
          Map.entry("leader.web.PeoplePage$Choice", "declared"),
          Map.entry("leader.web.PeoplePage$Open", "the hash of a random token, roles"),
          Map.entry("leader.web.PeoplePage$Unread", "declared"),
          Map.entry("intake.words.Entry", "declared in a word list"),
          Map.entry("intake.words.Forms", "declared in a word list"),
          Map.entry("intake.words.List", "declared in a word list"),
          Map.entry("intake.words.Phrase$", "declared in a word list"),
          Map.entry("intake.words.Phrase", "declared in a word list"));

  /** Components that nothing of a person stands in. */
  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("organisation", "the id of an organisation"),
          Map.entry("channel", "the id of a channel"),
          Map.entry("id", "the id of something that is declared, or random"),
          Map.entry("topic", "declared"),
          Map.entry("role", "declared"),
          Map.entry("byRole", "declared"),
          Map.entry("withRole", "declared"),
          Map.entry("ownerRole", "declared"),
          Map.entry("language", "declared"),
          Map.entry("reference", "a name in public"),
          Map.entry("poll", "a name in public"));

  @Test
  void noRecordShowsWhatItCarries() {
    List<String> showing =
        records()
            .filter(type -> shows(make(type).toString()))
            .map(type -> type.getName().substring("org.answerable.".length()))
            .filter(name -> OURS.keySet().stream().noneMatch(name::startsWith))
            .sorted()
            .toList();
    assertThat(showing).isEmpty();
  }

  /** The search finds what is shown. */
  @Test
  void aRecordThatShowsIsFound() {
    record Plain(String words) {}
    record Around(List<Optional<Plain>> inside) {}
    assertThat(make(Around.class).toString()).contains(PLANTED);
  }

  private static boolean shows(String text) {
    return text.contains(PLANTED) || text.contains(WHO.toString());
  }

  private static Stream<? extends Class<?>> records() {
    var packages = MODULES.stream().map(module -> "org.answerable." + module).toList();
    return Stream.concat(
        Stream.of(Content.class),
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages)
                .stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect));
  }

  private static Object make(Class<?> type) {
    if (type == QuietHours.class) {
      return new QuietHours(21, 7);
    }
    RecordComponent[] components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components).map(it -> value(it.getGenericType(), it.getName())).toArray());
    } catch (InvocationTargetException e) {
      throw new AssertionError(type + " can't be made with a planted text", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
      return several(raw, of.getActualTypeArguments(), name);
    }
    return type instanceof Class<?> one ? one(one, name) : PLANTED;
  }

  private static Object several(Class<?> raw, Type[] of, String name) {
    if (raw == Map.class) {
      return Map.of(value(of[0], name), value(of[1], name));
    }
    Object element = value(of[0], name);
    return raw == Optional.class
        ? Optional.of(element)
        : raw == Set.class
            ? Set.of(element)
            : raw.isAssignableFrom(List.class) ? List.of(element) : one(raw, name);
  }

  private static Object one(Class<?> type, String name) {
    if (type == String.class) {
      return SHOWN.containsKey(name) ? "declared" : PLANTED;
    }
    if (type.isRecord() && !type.getPackageName().startsWith("org.answerable.platform")) {
      return make(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed()) {
      return one(type.getPermittedSubclasses()[0], name);
    }
    if (type.getName().equals("org.answerable.effect.Effect")) {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> PLANTED);
    }
    return plain(type, name);
  }

  private static final AtomicInteger next = new AtomicInteger();

  private static Object plain(Class<?> type, String name) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> next.incrementAndGet(); // an end is behind its start
      case "long", "java.lang.Long" -> (long) next.incrementAndGet();
      case "boolean", "java.lang.Boolean" -> true;
      case "[B" -> new byte[32];
      case "java.util.UUID" -> name.equals("who") ? WHO : new UUID(1, 2);
      case "java.time.LocalDate" -> LocalDate.EPOCH;
      case "java.time.Instant" -> Instant.EPOCH;
      case "java.time.Duration" -> Duration.ofSeconds(1);
      default -> Mockito.mock(type);
    };
  }
}
