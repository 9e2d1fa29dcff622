package io.creditstream.trainer.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work on the folds beside each other. */
final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  private Workers(ExecutorService threads) {
    this.threads = threads;
  }

  /** As many as there are processors, but not more than can have work. */
  static Workers upTo(int tasks) {
    int count = Math.min(tasks, Runtime.getRuntime().availableProcessors());
    return new Workers(
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "fold");
              thread.setDaemon(true);
              return thread;
            }));
  }

  /** Does all tasks; their results in the order of the tasks. */
  <T> List<T> all(List<Callable<T>> tasks) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while models were fitted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a model could not be fitted", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
