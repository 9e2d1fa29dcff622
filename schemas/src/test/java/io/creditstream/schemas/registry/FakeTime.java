package io.creditstream.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves when somebody pauses, or on request. */
final class FakeTime extends Clock implements Pause {

  private Instant now = Instant.EPOCH;
  private final List<Duration> pauses = new ArrayList<>();
  private boolean ended;

  void pass(Duration time) {
    now = now.plus(time);
  }

  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public boolean endedWithin(Duration time) {
    pauses.add(time);
    pass(time);
    return ended;
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
