package io.creditstream.drift.view;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts windows, each once among the last thousand that it met. */
final class ClosedCount {

  private static final int REMEMBERED = 1_000;

  private record Window(String modelSha256, Instant start) {}

  private final Set<Window> met =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Window, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });
  private long counted;

  /** Counts a window that was closed just now, unless it was met before. */
  void closed(String modelSha256, Instant start) {
    if (met.add(new Window(modelSha256, start))) {
      counted++;
    }
  }

  /** Meets a window that somebody closed before. */
  void restored(String modelSha256, Instant start) {
    met.add(new Window(modelSha256, start));
  }

  long windows() {
    return counted;
  }
}
