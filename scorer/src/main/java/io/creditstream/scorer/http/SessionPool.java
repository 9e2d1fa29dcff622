package io.creditstream.scorer.http;

import io.creditstream.scorer.decision.SessionHolder;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.service.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Sessions on the active model for requests that come at the same time. There are as many as may
 * work at once: a request waits until one is free.
 */
final class SessionPool implements AutoCloseable {

  private final List<SessionHolder> all = new ArrayList<>();
  private final BlockingQueue<SessionHolder> free = new LinkedBlockingQueue<>();

  SessionPool(ActiveModel model, int size) {
    for (int i = 0; i < size; i++) {
      all.add(new SessionHolder(model));
    }
    free.addAll(all);
  }

  /** One for each processor. */
  static SessionPool forEachProcessor(ActiveModel model) {
    return new SessionPool(model, Runtime.getRuntime().availableProcessors());
  }

  /** Does something with a session that nobody else has meanwhile. */
  <T> T with(Function<SessionHolder, T> work) {
    SessionHolder session = take();
    try {
      return work.apply(session);
    } finally {
      free.add(session);
    }
  }

  private SessionHolder take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(503, "The scorer is being ended: try again");
    }
  }

  /** Closes the sessions, each once nobody works with it any more. */
  @Override
  public void close() {
    for (int i = 0; i < all.size(); i++) {
      take().close();
    }
  }
}
