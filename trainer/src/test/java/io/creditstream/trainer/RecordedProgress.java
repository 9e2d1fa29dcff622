package io.creditstream.trainer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what it is told: the steps done of each task, and the total that was said last. */
public final class RecordedProgress implements Progress {

  private final Map<String, List<Long>> done = new LinkedHashMap<>();
  private final Map<String, Long> totals = new LinkedHashMap<>();

  @Override
  public void at(String task, long steps, long total) {
    done.computeIfAbsent(task, name -> new ArrayList<>()).add(steps);
    totals.put(task, total);
  }

  public List<String> tasks() {
    return List.copyOf(done.keySet());
  }

  public List<Long> done(String task) {
    return done.getOrDefault(task, List.of());
  }

  public long total(String task) {
    return totals.get(task);
  }
}
