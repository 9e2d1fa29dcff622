package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.bundle.PolicyFile;
import io.creditstream.features.bundle.SigningKey;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.publish.ModelPublisher;
import io.creditstream.trainer.publish.Promotion;
import io.creditstream.trainer.publish.PromotionGate;
import io.creditstream.trainer.publish.PublishedModels;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  @Mixin private SigningOptions signing = new SigningOptions();

  @Option(
      names = "--role",
      defaultValue = "CHAMPION",
      description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private ModelRole role = ModelRole.CHAMPION;

  @Option(
      names = "--force",
      paramLabel = "REASON",
      description = "Publish a champion that does not pass the gate; the reason is recorded.")
  private Optional<String> force = Optional.empty();

  @Option(
      names = "--fairness-bound",
      paramLabel = "RATIO",
      defaultValue = "" + PromotionGate.FAIRNESS_BOUND,
      description =
          "Least approval rate of a group over that of the best-treated one (default"
              + " ${DEFAULT-VALUE}).")
  private double fairnessBound;

  @Option(
      names = "--fairness-attributes",
      split = ",",
      paramLabel = "NAME",
      defaultValue = PromotionGate.FAIRNESS_ATTRIBUTES,
      description =
          "Attributes that the bound holds for, of gender and age; groups of others are reported"
              + " (default ${DEFAULT-VALUE}).")
  private Set<String> fairnessAttributes = new LinkedHashSet<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "JSON file of a policy that takes the place of the bundle's.")
  private Optional<Path> policy = Optional.empty();

  @Parameters(paramLabel = "BUNDLE", description = "Directory of the bundle.")
  private Path directory = Path.of(".");

  @Override
  public Integer call() throws Exception {
    if (force.filter(String::isBlank).isPresent()) {
      throw new UsageException("--force needs a reason", null);
    }
    PromotionGate gate = gate();
    Bundle sealed = BundleDirectory.read(directory);
    Bundle bundle = policy.map(PolicyFile::read).map(sealed::with).orElse(sealed);
    Optional<SigningKey> key = signing.key();
    try (SchemaRegistryClient registry = broker.registry();
        ModelPublisher publisher =
            ModelPublisher.connect(broker.client(), registry, Clock.systemUTC(), key)) {
      PublishedModels models = PublishedModels.read(broker.client(), registry);
      Promotions.print(role, new Promotion(models, publisher, gate).publish(role, bundle, force));
    }
    return 0;
  }

  private PromotionGate gate() {
    try {
      return new PromotionGate(fairnessBound, fairnessAttributes);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
