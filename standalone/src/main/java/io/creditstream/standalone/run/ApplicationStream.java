package io.creditstream.standalone.run;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.simulator.feed.HistoryBarrier;
import io.creditstream.standalone.data.JsonFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Streams applications from a position on, in a thread of its own. */
final class ApplicationStream implements AutoCloseable {

  private static final int LEAST_AHEAD = 50;
  private static final int MOST_AHEAD = 500;

  private final ApplicationSource source;
  private final FeedPosition start;
  private final long end;
  private final Path positionFile;
  private final OutcomeFeed outcomes;
  private final StopSignal stop;
  private final EventFeed feed;
  private final Thread thread = new Thread(this::run, "application-stream");
  private volatile boolean finished;
  private volatile boolean closed;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param end index to stop before
   * @param positionFile where the position is kept
   * @param outcomes told of every application before it is sent
   */
  ApplicationStream(
      ApplicationSource source,
      FeedPosition start,
      long end,
      Path positionFile,
      EventPublisher publisher,
      HistoryBarrier barrier,
      FeedListener listener,
      double rate,
      OutcomeFeed outcomes,
      StopSignal stop) {
    this.source = source;
    this.outcomes = outcomes;
    this.start = start;
    this.end = end;
    this.positionFile = positionFile;
    this.stop = stop;
    this.feed =
        new EventFeed(publisher, barrier, keepingPosition(listener), rate, clientsAhead(rate));
  }

  void start() {
    thread.start();
  }

  /**
   * Whether all applications are sent.
   *
   * @throws RuntimeException if they could not be
   */
  boolean finished() {
    RuntimeException problem = failure;
    if (problem != null) {
      throw problem;
    }
    return finished;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (long index = start.next(); index < end && !closed && !stop.isRequested(); index++) {
        Dossier dossier = source.application(index, start.submittedAt(index));
        outcomes.applied(dossier);
        feed.accept(dossier);
      }
      feed.flush();
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      finished = true;
    }
  }

  /** Half a second of applications, so that the next history is taken in meanwhile. */
  private static int clientsAhead(double rate) {
    return (int) Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, rate / 2));
  }

  private FeedListener keepingPosition(FeedListener listener) {
    return new FeedListener() {
      @Override
      public void sending(String applicationId) {
        listener.sending(applicationId);
      }

      @Override
      public void written(long applications) {
        listener.written(applications);
        JsonFile.write(positionFile, start.at(start.next() + applications));
      }
    };
  }
}
