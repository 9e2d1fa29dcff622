package io.creditstream.trainer;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a progress bar for each task, one after the other. */
public final class ConsoleProgress implements Progress, AutoCloseable {

  private static final int WIDTH = 120;
  private static final int MILLIS_ON_TERMINAL = 500;
  private static final int MILLIS_ELSEWHERE = 5_000;

  private final PrintStream out;
  private String task = "";
  private String best = "";
  private @Nullable ProgressBar bar;

  public ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(String task, long done, long total) {
    if (bar == null || !task.equals(this.task)) {
      close();
      if (!this.task.isEmpty()) {
        best = "";
      }
      this.task = task;
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(
                  System.console() == null ? MILLIS_ELSEWHERE : MILLIS_ON_TERMINAL)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
              .build();
    }
    bar.setExtraMessage(best);
    bar.stepTo(done);
  }

  @Override
  public void best(String text) {
    best = text;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      // Not left to the bar: one that is closed before its first drawing would not end its line.
      out.println();
    }
  }

  private void draw(String line) {
    out.print('\r' + line);
    out.flush();
  }
}
