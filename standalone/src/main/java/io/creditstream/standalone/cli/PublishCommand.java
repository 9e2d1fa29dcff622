package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.trainer.publish.ModelPublisher;
import io.creditstream.trainer.publish.ModelRole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    description = "Checks a model bundle and publishes it to the scorers.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--role",
      defaultValue = "CHAMPION",
      description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private ModelRole role = ModelRole.CHAMPION;

  @Parameters(paramLabel = "BUNDLE", description = "Directory of the bundle.")
  private Path directory = Path.of(".");

  @Override
  public Integer call() throws Exception {
    Bundle bundle = BundleDirectory.read(directory);
    try (SchemaRegistryClient registry = broker.registry();
        ModelPublisher publisher =
            ModelPublisher.connect(broker.client(), registry, Clock.systemUTC())) {
      publisher.publish(role, bundle);
    }
    System.out.println("Model " + bundle.manifest().version() + " published as " + role.key());
    return 0;
  }
}
