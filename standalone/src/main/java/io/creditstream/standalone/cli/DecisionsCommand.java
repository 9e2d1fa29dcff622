package io.creditstream.standalone.cli;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.service.json.EventJson;
import io.creditstream.standalone.data.DecisionReader;
import io.creditstream.standalone.recorded.Connection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "decisions",
    description = "Prints recorded decisions as JSON lines, also after the run has ended.",
    mixinStandardHelpOptions = true)
final class DecisionsCommand implements Callable<Integer> {

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "10",
      description = "Print at most N decisions (default ${DEFAULT-VALUE}).")
  private long max;

  @Override
  public Integer call() throws Exception {
    return data.open(this::print);
  }

  private int print(Connection connection) throws IOException {
    BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    DecisionReader.read(
        connection.client(), connection.registry(), max, decision -> write(out, decision));
    out.flush();
    return 0;
  }

  private static void write(BufferedWriter out, LoanDecision decision) {
    try {
      out.write(EventJson.line(decision));
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
