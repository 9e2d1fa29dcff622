package io.creditstream.cluster;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Does something to several nodes at once. They need each other: a quorum starts and stops together
 * or waits for itself.
 */
final class Parallel {

  private Parallel() {}

  /** Applies the action to all items, each in a thread of its own; throws the first failure. */
  static <T> void forEach(Collection<T> items, Consumer<T> action) {
    if (items.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(items.size());
    try {
      List<CompletableFuture<Void>> actions =
          items.stream()
              .map(item -> CompletableFuture.runAsync(() -> action.accept(item), threads))
              .toList();
      CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}
