package io.creditstream.scorer.model;

import io.creditstream.features.bundle.BundleException;
import io.creditstream.model.ModelRefusedException;
import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.topic.ModelRole;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last models that were refused. Safe for use by many threads. */
public final class Refusals {

  static final int KEPT = 10;

  private final InstantSource clock;
  private final Deque<Refusal> newestFirst = new ArrayDeque<>();

  public Refusals(InstantSource clock) {
    this.clock = clock;
  }

  /** The last ones, the newest first. */
  public synchronized List<Refusal> last() {
    return List.copyOf(newestFirst);
  }

  /** Notes a refusal. */
  synchronized void add(ModelRole role, Published published, Throwable cause) {
    newestFirst.addFirst(
        new Refusal(
            role,
            clock.instant(),
            published.offset(),
            published.version(),
            published.bundleSha256(),
            reason(cause)));
    if (newestFirst.size() > KEPT) {
      newestFirst.removeLast();
    }
  }

  /** What our own exceptions say holds no data; of others the kind has to do. */
  private static String reason(Throwable cause) {
    boolean known =
        cause instanceof ModelRefusedException
            || cause instanceof BundleException
            || cause instanceof AvroDecodingException;
    String message = cause.getMessage();
    return known && message != null ? message : cause.getClass().getSimpleName();
  }
}
