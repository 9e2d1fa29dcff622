package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.SigningKey;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.trainer.publish.ModelPublisher;
import io.creditstream.trainer.publish.Promotion;
import io.creditstream.trainer.publish.PromotionGate;
import io.creditstream.trainer.publish.PublishedModels;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rollback",
    description = "Makes the champion before the present one champion again.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  @Mixin private SigningOptions signing = new SigningOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = {
        "Go back to this version (default: the champion before the present one); of a model that was",
        "published with several policies VERSION:DIGEST names one, as an unknown version lists them."
      })
  private Optional<String> version = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Optional<SigningKey> key = signing.key();
    try (SchemaRegistryClient registry = broker.registry();
        ModelPublisher publisher =
            ModelPublisher.connect(broker.client(), registry, Clock.systemUTC(), key)) {
      PublishedModels models = PublishedModels.read(broker.client(), registry);
      PromotionGate gate = PromotionGate.standard();
      Promotions.print(
          ModelRole.CHAMPION, new Promotion(models, publisher, gate).rollBack(version));
    }
    return 0;
  }
}
