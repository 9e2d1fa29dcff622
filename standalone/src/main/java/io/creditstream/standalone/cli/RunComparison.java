package io.creditstream.standalone.cli;

import io.creditstream.trainer.tracking.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs side by side; rows whose values differ are marked with an asterisk. */
final class RunComparison {

  private RunComparison() {}

  static TextTable of(List<RecordedRun> runs) {
    TextTable table =
        new TextTable(
            Stream.concat(
                    Stream.of("", "name"),
                    runs.stream().map(run -> run.id().substring(0, Math.min(8, run.id().length()))))
                .toArray(String[]::new));
    row(table, "run name", runs, RecordedRun::name);
    row(table, "status", runs, run -> run.status().name());
    SortedSet<String> parameters = new TreeSet<>();
    SortedSet<String> metrics = new TreeSet<>();
    runs.forEach(run -> parameters.addAll(run.parameters().keySet()));
    runs.forEach(run -> metrics.addAll(run.metrics().keySet()));
    for (String name : parameters) {
      row(table, name, runs, run -> run.parameters().getOrDefault(name, "-"));
    }
    for (String name : metrics) {
      row(table, name, runs, run -> RunsCommand.figure(run.metrics().get(name)));
    }
    return table;
  }

  private static void row(
      TextTable table, String name, List<RecordedRun> runs, Function<RecordedRun, String> value) {
    List<String> values = runs.stream().map(value).toList();
    List<String> cells = new ArrayList<>();
    cells.add(values.stream().distinct().count() > 1 ? "*" : "");
    cells.add(name);
    cells.addAll(values);
    table.row(cells.toArray(String[]::new));
  }
}
