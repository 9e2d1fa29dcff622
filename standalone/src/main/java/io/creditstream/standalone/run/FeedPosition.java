package io.creditstream.standalone.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the stream of applications is, so that a later run goes on where this one ended. The
 * applications come at a steady pace in event time: the one with index i at origin + i × interval.
 *
 * @param source what the applications are taken from
 * @param origin event time of the first application
 * @param interval event time between two applications
 * @param next index of the next application
 */
record FeedPosition(String source, Instant origin, Duration interval, long next) {

  Instant submittedAt(long index) {
    return origin.plus(interval.multipliedBy(index));
  }

  FeedPosition at(long index) {
    return new FeedPosition(source, origin, interval, index);
  }
}
