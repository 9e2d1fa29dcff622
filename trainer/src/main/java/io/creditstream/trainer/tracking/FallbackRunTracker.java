package io.creditstream.trainer.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Records where the first tracker takes it. Once that fails, everything that it was told is told to
 * the second one, which also takes all that follows: nothing is lost, and the work goes on.
 */
final class FallbackRunTracker implements RunTracker {

  private final RunTracker second;
  private final Consumer<String> onFailure;
  private final List<Step> journal = new ArrayList<>();
  private final List<TrackedRun> runs = new ArrayList<>();
  private RunTracker current;

  /**
   * @param onFailure is told once why the first tracker is given up
   */
  FallbackRunTracker(RunTracker first, RunTracker second, Consumer<String> onFailure) {
    this.current = first;
    this.second = second;
    this.onFailure = onFailure;
  }

  /** Something that was told, in a form that can be told again. */
  private interface Step {
    void apply();
  }

  @Override
  public synchronized TrackedRun start(String name, Map<String, String> tags) {
    perform(() -> runs.add(current.start(name, tags)));
    return new Run(runs.size() - 1);
  }

  private synchronized void perform(Step step) {
    if (current == second) {
      step.apply();
      return;
    }
    journal.add(step);
    try {
      step.apply();
    } catch (TrackingException e) {
      onFailure.accept(e.getMessage() == null ? "MLflow failed" : e.getMessage());
      current = second;
      runs.clear();
      journal.forEach(Step::apply);
      journal.clear();
    }
  }

  private final class Run implements TrackedRun {

    private final int index;

    private Run(int index) {
      this.index = index;
    }

    @Override
    public TrackedRun child(String name) {
      synchronized (FallbackRunTracker.this) {
        perform(() -> runs.add(runs.get(index).child(name)));
        return new Run(runs.size() - 1);
      }
    }

    @Override
    public void parameters(Map<String, String> parameters) {
      perform(() -> runs.get(index).parameters(parameters));
    }

    @Override
    public void metrics(List<Metric> metrics) {
      perform(() -> runs.get(index).metrics(metrics));
    }

    @Override
    public void tags(Map<String, String> tags) {
      perform(() -> runs.get(index).tags(tags));
    }

    @Override
    public void artifact(String path, byte[] content) {
      perform(() -> runs.get(index).artifact(path, content));
    }

    @Override
    public void end(RunStatus status) {
      perform(() -> runs.get(index).end(status));
    }
  }
}
