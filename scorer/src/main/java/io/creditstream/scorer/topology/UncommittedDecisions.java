package io.creditstream.scorer.topology;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The decisions that the tasks of this process have made and not committed yet: a crash takes them
 * back, though the stores show them. What a store held when its task was started is committed.
 *
 * <p>Tasks write, each on its own thread, while any thread may ask.
 */
public final class UncommittedDecisions {

  private final Map<TaskId, OfTask> tasks = new ConcurrentHashMap<>();
  private final AtomicLong starts = new AtomicLong();

  /**
   * A task is started; what it made before, in this process, is committed or gone.
   *
   * @param commits how often its thread has committed, {@link ThreadCommits#UNKNOWN} if it does not
   *     tell: nothing that the process holds counts as committed then
   */
  OfTask start(TaskId task, LongSupplier commits) {
    OfTask started = new OfTask(commits);
    // Counted first: who has read what is gone must not find that nothing was started since.
    starts.incrementAndGet();
    tasks.put(task, started);
    return started;
  }

  /**
   * How many tasks were started so far. What was read from a store while this has changed may be of
   * a task that is gone.
   */
  long starts() {
    return starts.get();
  }

  /** Whether a decision, which was found in a store, is not known to be committed. */
  boolean contains(String applicationId, Instant decidedAt) {
    Made made = new Made(applicationId, decidedAt.toEpochMilli());
    return tasks.values().stream().anyMatch(task -> task.contains(made));
  }

  /** Those of one task. */
  static final class OfTask {

    private final LongSupplier commits;
    private final Set<Made> made = ConcurrentHashMap.newKeySet();
    private volatile long madeAt;

    private OfTask(LongSupplier commits) {
      this.commits = commits;
    }

    /** A decision is about to be put into a store. */
    void add(String applicationId, Instant decidedAt) {
      long now = commits.getAsLong();
      if (now == ThreadCommits.UNKNOWN) {
        return;
      }
      if (now != madeAt) {
        made.clear();
        madeAt = now;
      }
      made.add(new Made(applicationId, decidedAt.toEpochMilli()));
    }

    private boolean contains(Made decision) {
      long now = commits.getAsLong();
      return now == ThreadCommits.UNKNOWN || (now <= madeAt && made.contains(decision));
    }
  }

  private record Made(String applicationId, long decidedAt) {}
}
