package io.creditstream.service.streams;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What keeps a stream from going on until a person removes it; then it goes on by itself. */
enum Obstacle {
  DISK_FULL("the disk of the state directory is full: make room on it"),
  RECORD_TOO_LARGE(
      "a record is larger than its topic or its producer takes: raise max.message.bytes of the topic"
          + " that the log names, or max.request.size where the log names that"),
  RIGHT_MISSING(
      "the brokers refuse it something, which the log names: grant it the rights that"
          + " docs/security.md lists"),
  STATE_UNREADABLE(
      "what it has stored cannot be read by the schemas of the registry: bring the one back that is"
          + " missing or was exchanged, under its id");

  private static final String NO_SPACE = "No space left on device";

  private final String remedy;

  Obstacle(String remedy) {
    this.remedy = remedy;
  }

  /** The obstacle among the causes of a failure, if it is one. */
  static Optional<Obstacle> of(Throwable failure) {
    return causes(failure).flatMap(cause -> behind(cause).stream()).findFirst();
  }

  /** What is in the way of what failed, and how to remove it; empty if there is no obstacle. */
  static Optional<String> remedy(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> behind(cause).map(obstacle -> obstacle.told(cause)).stream())
        .findFirst();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static Optional<Obstacle> behind(Throwable cause) {
    if (isNoSpace(cause)) {
      return Optional.of(DISK_FULL);
    }
    if (cause instanceof RecordTooLargeException) {
      return Optional.of(RECORD_TOO_LARGE);
    }
    if (cause instanceof UnreadableStateException) {
      return Optional.of(STATE_UNREADABLE);
    }
    if (cause instanceof AuthorizationException) {
      return Optional.of(RIGHT_MISSING);
    }
    return Optional.empty();
  }

  /** With the schema, which that cause names, and nothing of a record. */
  private String told(Throwable cause) {
    return this == STATE_UNREADABLE ? remedy + " (" + cause.getMessage() + ")" : remedy;
  }

  private static boolean isNoSpace(Throwable cause) {
    if (cause instanceof RocksDBException e) {
      Status status = e.getStatus();
      if (status != null && status.getSubCode() == Status.SubCode.NoSpace) {
        return true;
      }
    }
    return (cause instanceof RocksDBException || cause instanceof IOException)
        && String.valueOf(cause.getMessage()).contains(NO_SPACE);
  }
}
