package io.creditstream.standalone.cli;

import io.creditstream.cluster.LocalClusterException;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.service.json.EventJson;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.DecisionReader;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.standalone.data.JsonFile;
import io.creditstream.standalone.data.LocalServices;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "decisions",
    description = "Prints recorded decisions as JSON lines, also after the run has ended.",
    mixinStandardHelpOptions = true)
final class DecisionsCommand implements Callable<Integer> {

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "10",
      description = "Print at most N decisions (default ${DEFAULT-VALUE}).")
  private long max;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Data directory (default: that of the last run without --data-dir).")
  private Optional<Path> dataDir = Optional.empty();

  @Override
  public Integer call() {
    DataDirectory directory = new DataDirectory(dataDir.orElseGet(DataDirectories::latest));
    if (!Files.isDirectory(directory.broker())) {
      throw new IllegalArgumentException(
          "%s holds no run; start ./creditstream standalone first, or give its --data-dir"
              .formatted(directory.root()));
    }
    try (LocalServices services = LocalServices.open(directory, 0, 0)) {
      print(services.endpoints());
    } catch (LocalClusterException inUse) {
      print(JsonFile.read(directory.endpoints(), Endpoints.class).orElseThrow(() -> inUse));
    }
    return 0;
  }

  private void print(Endpoints endpoints) {
    BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (SchemaRegistryClient registry =
        SchemaRegistryClients.connect(
            RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring())) {
      DecisionReader.read(
          endpoints.bootstrapServers(), registry, max, decision -> write(out, decision));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
