package org.answerable.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelFixture;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTwilio;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Telegram's adapter with a stand-in for Telegram, its webhook called. */
public final class TelegramFixture implements ChannelFixture {
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final long CHAT = 700_555_123L;
  private final StandInTelegram telegram;
  private final Bots bots;

  public TelegramFixture() throws IOException {
    telegram = new StandInTelegram();
    var config =
        new ChannelConfig.Telegram(
            "bot", StandInTelegram.TOKEN, Mode.WEBHOOK, StandInTelegram.SECRET, telegram.apiUrl());
    var clock = InstantSource.fixed(Instant.EPOCH);
    bots = new Bots(List.of(Bot.of(ORGANISATION, config, WAIT, clock)));
  }

  @Override
  public Channel channel() {
    return bots.of(AnOrganisation.with()).getFirst();
  }

  @Override
  public Address phone() {
    return new Address("bot", Long.toString(CHAT));
  }

  /** Telegram suspends no account: the token is gone then, and it knows us not. */
  @Override
  public boolean answers(StandInTwilio.Answer answer) {
    Optional<StandInTelegram.Answer> same =
        Arrays.stream(StandInTelegram.Answer.values())
            .filter(one -> one.name().equals(answer.name()))
            .findFirst();
    same.ifPresent(telegram::answer);
    return same.isPresent();
  }

  @Override
  public boolean canBeAsked() {
    return false;
  }

  /** Telegram refuses a message without a letter. */
  @Override
  public boolean carries(String text) {
    return !text.isBlank();
  }

  @Override
  public List<String> given() {
    List<String> parts =
        telegram.sent().stream()
            .filter(sent -> sent.chat() == CHAT)
            .map(StandInTelegram.Sent::text)
            .toList();
    return parts.stream().anyMatch(part -> part.length() > Call.TEXT_CHARS) || parts.isEmpty()
        ? parts
        : List.of(String.join("", parts));
  }

  @Override
  public List<String> write(String text, Inbound inbound) throws Exception {
    var request = new MockHttpServletRequest("POST", "/channels/telegram/bot");
    request.setPathInfo("/bot");
    request.setContentType("application/json");
    request.setContent(telegram.people().text(CHAT, text).json().getBytes(UTF_8));
    request.addHeader(TelegramServlet.SECRET, StandInTelegram.SECRET);
    var response = new MockHttpServletResponse();
    var clock = InstantSource.fixed(Instant.EPOCH);
    var poison = new Poison((organisation, channel, idHash, reason) -> true);
    new TelegramServlet(bots, inbound, new Errands(), poison, clock).doPost(request, response);
    return response.getStatus() == 200
        ? StandInTelegram.inAnswer(response.getContentAsString(UTF_8)).stream()
            .map(StandInTelegram.Sent::text)
            .toList()
        : List.of();
  }

  @Override
  public void close() {
    bots.close();
    telegram.close();
  }
}
