package org.answerable.channel.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelFixture;
import org.answerable.channel.Inbound;
import org.answerable.platform.RandomIds;
import org.answerable.testing.StandInTwilio.Answer;

/** The simulator with one phone. */
public final class SimulatorFixture implements ChannelFixture {
  private final Phones phones = new Phones(new Random(1));
  private final Phone phone = phones.add(ORGANISATION, "simulator", "en").orElseThrow();

  @Override
  public Channel channel() {
    return new SimulatorChannel(ORGANISATION, "simulator", phones);
  }

  @Override
  public Address phone() {
    return new Address("simulator", phone.address());
  }

  @Override
  public boolean answers(Answer answer) {
    return answer == Answer.ACCEPTS;
  }

  @Override
  public List<String> given() {
    return shown(PhoneText.From.LINE);
  }

  @Override
  public List<String> write(String text, Inbound inbound) {
    int before = given().size();
    new SimulatedLine(phones, inbound, new RandomIds(), InstantSource.fixed(Instant.EPOCH))
        .send(phone, text);
    return given().subList(before, given().size());
  }

  private List<String> shown(PhoneText.From from) {
    return phones.find(phone.number()).orElseThrow().texts().stream()
        .filter(text -> text.from() == from)
        .map(PhoneText::body)
        .toList();
  }

  @Override
  public void close() {}
}
