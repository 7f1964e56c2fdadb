package org.answerable.organisation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation declares about itself: one file in {@code config/organisations}, read once.
 *
 * @param id equal to the file's name; the first part of its URLs
 * @param languages BCP 47 codes, the first is the default
 * @param workingDays the days that count towards a deadline
 * @param slot how often inbox, log and pages change
 * @param hold how long an intake waits for its sender to go on, before it may be released
 * @param answerWindow a response reaches the phone at a random moment of it
 * @param covers how many commitments to nothing enter the log at a slot, on the average
 * @param releaseUnsorted whether what nobody sorted is released to {@link Role#READER} at the slot
 * @param noticeOnly whether no response's words are ever sent by themselves, but wait for READ
 * @param support so many people's put a proposal on the next vote
 * @param topics those of the menu in its order
 * @param kindDays working days by kind, where the topic sets none
 * @param crisis by language
 * @param desk a person to talk to, by language
 * @param focal the trained person who is there for abuse and danger, by language
 * @param witnesses who is asked to sign the log's checkpoints
 * @param about public words about the organisation
 */
public record Organisation(
    String id,
    String name,
    boolean demo,
    List<String> languages,
    ZoneId timeZone,
    Set<DayOfWeek> workingDays,
    Duration slot,
    Duration hold,
    Duration answerWindow,
    int covers,
    boolean releaseUnsorted,
    boolean noticeOnly,
    int support,
    List<Role> roles,
    List<Topic> topics,
    Map<Kind, Integer> kindDays,
    List<String> readers,
    List<FocalPoint> focalPoints,
    Map<String, Hotline> crisis,
    Map<String, Hotline> desk,
    Map<String, Hotline> focal,
    List<ChannelConfig> channels,
    SmsCosts smsCosts,
    List<Witness> witnesses,
    Localised about) {

  public Organisation {
    languages = List.copyOf(languages);
    workingDays = Set.copyOf(workingDays);
    roles = List.copyOf(roles);
    topics = List.copyOf(topics);
    kindDays = Map.copyOf(kindDays);
    readers = List.copyOf(readers);
    focalPoints = List.copyOf(focalPoints);
    crisis = Map.copyOf(crisis);
    desk = Map.copyOf(desk);
    focal = Map.copyOf(focal);
    channels = List.copyOf(channels);
    witnesses = List.copyOf(witnesses);
  }

  public String defaultLanguage() {
    return languages.getFirst();
  }

  public Optional<Role> role(String id) {
    return roles.stream().filter(role -> role.id().equals(id)).findFirst();
  }

  public Optional<Topic> topic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  /** The topics that people choose from by text. */
  public List<Topic> menu() {
    return topics.stream().filter(topic -> topic.menu() != null).toList();
  }

  /**
   * Whether a topic is in its configuration, or needs not be. One that is not any more was seen by
   * roles that nobody can tell today.
   */
  public boolean declares(String topic) {
    return topic.equals(Topic.UNSORTED) || topic(topic).isPresent();
  }

  /** How sensitive something is that was so before, and is about a topic. */
  public Sensitivity sensitivity(Sensitivity before, String topic) {
    return topic(topic).map(Topic::sensitivity).orElse(before).orHigher(before);
  }

  /** Whether a topic of its own never reaches a role. */
  public boolean hides(String topic, String role) {
    return topic(topic).map(known -> known.hiddenFrom().contains(role)).orElse(false);
  }

  /**
   * A role, or the first above it that is not passed by: each escalates to the next.
   *
   * @param from null: there is none
   */
  public Optional<String> upwards(@Nullable String from, Predicate<String> passedBy) {
    var seen = new HashSet<String>();
    String next = from;
    while (next != null && seen.add(next)) {
      if (!passedBy.test(next)) {
        return Optional.of(next);
      }
      next = role(next).map(Role::escalatesTo).orElse(null);
    }
    return Optional.empty();
  }

  /** Its channels of one kind, in their order. */
  public <C extends ChannelConfig> List<C> channels(Class<C> kind) {
    return channels.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The kind of one of its channels; an id that is not its own is our own bug. */
  public String channelKind(String channel) {
    return channel(channel).kind();
  }

  /** One of its channels; an id that is not its own is our own bug. */
  public ChannelConfig channel(String channel) {
    return channels.stream()
        .filter(config -> config.id().equals(channel))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " has no channel " + channel));
  }

  /** What one segment of a text message costs, as far as its file says. */
  public Optional<SmsPrice> smsPrice() {
    return smsCosts.at(
        channels(ChannelConfig.Twilio.class).stream().map(ChannelConfig.Twilio::from).toList());
  }

  /** The calendar day at the organisation's place. */
  public LocalDate day(Instant now) {
    return now.atZone(timeZone).toLocalDate();
  }

  /** Slots are numbered: the moment divided by their length. */
  public long slotNumber(Instant moment) {
    return moment.getEpochSecond() / slot.toSeconds();
  }

  /** The first slot that begins after the hold of what is written now; null: there is no hold. */
  public @Nullable Long slotAfterHold(Instant now) {
    return hold.isZero() ? null : slotNumber(now.plus(hold)) + 1;
  }

  /** The number to text; empty: there is none. */
  public Optional<String> textNumber() {
    return channels(ChannelConfig.Twilio.class).stream()
        .filter(line -> line.kind().equals("sms"))
        .map(ChannelConfig.Twilio::from)
        .findFirst();
  }
}
