package io.creditstream.scorer.topology;

import io.creditstream.scorer.query.StateUnavailableException;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Questions to a stream from other threads than its own. */
final class StreamsAsked {

  private StreamsAsked() {}

  /**
   * What a stream answers.
   *
   * @throws StateUnavailableException if it cannot tell: its stores are being moved or restored, or
   *     it is being closed, has given up or was never started
   */
  static <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new StateUnavailableException(e);
    }
  }
}
