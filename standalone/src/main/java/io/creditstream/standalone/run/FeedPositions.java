package io.creditstream.standalone.run;

import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.JsonFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a run starts to stream. */
final class FeedPositions {

  /** A window holds as many applications as the drift statistics need at least. */
  private static final int APPLICATIONS_PER_WINDOW = 500;

  /** Event time runs ahead of the clock, so it starts far enough back to stay in the past. */
  private static final Duration HEAD_START = Duration.ofDays(5 * 365);

  private FeedPositions() {}

  /**
   * The position that the last run of the directory reached, or the start of a new stream at the
   * start of a window.
   *
   * @throws IllegalArgumentException if the directory belongs to other data
   */
  static FeedPosition load(DataDirectory directory, StandaloneOptions options) {
    String source =
        options
            .files()
            .map(files -> files.toAbsolutePath().normalize().toString())
            .orElse("synthetic population");
    Optional<FeedPosition> kept = JsonFile.read(directory.position(), FeedPosition.class);
    if (kept.isPresent() && !kept.get().source().equals(source)) {
      throw new IllegalArgumentException(
          "%s holds a run on other data (%s); give another --data-dir"
              .formatted(directory.root(), kept.get().source()));
    }
    Duration interval = interval(options.window());
    FeedPosition position =
        kept.map(last -> last.interval().equals(interval) ? last : paced(last, options.window()))
            .orElseGet(() -> start(source, options.window(), Instant.now()));
    JsonFile.write(directory.position(), position);
    return position;
  }

  private static FeedPosition start(String source, Duration window, Instant now) {
    Instant origin = windowStart(now.minus(HEAD_START), window);
    return new FeedPosition(source, origin, interval(window), 0);
  }

  /** The same stream with windows of another length, from the start of the next one on. */
  private static FeedPosition paced(FeedPosition last, Duration window) {
    Instant next = windowStart(last.submittedAt(last.next()), window).plus(window);
    Duration interval = interval(window);
    return new FeedPosition(
        last.source(), next.minus(interval.multipliedBy(last.next())), interval, last.next());
  }

  private static Duration interval(Duration window) {
    return Duration.ofMillis(Math.max(1, window.toMillis() / APPLICATIONS_PER_WINDOW));
  }

  private static Instant windowStart(Instant time, Duration window) {
    long millis = window.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
  }
}
