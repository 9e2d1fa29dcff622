package io.creditstream.standalone.recorded;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.model.ModelRefusedException;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.scorer.model.DecisionModel;
import io.creditstream.scorer.replay.DecisionReplay;
import io.creditstream.trainer.publish.PublishedModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replays with the models that decisions name: a bundle at hand, or one that the topic of the
 * models still holds as champion, challenger or in its archive. Each is verified when it is first
 * asked for.
 */
public final class Replays implements AutoCloseable {

  private final SchemaRegistryClient registry;
  private final PublishedModels published;
  private final Optional<Bundle> atHand;
  private final Map<String, Found> replays = new HashMap<>();

  /** What there is to replay a decision with. */
  public sealed interface Found {

    /** The model that it names. */
    record Sound(DecisionReplay replay) implements Found {}

    /** The model is not kept. */
    record Nothing() implements Found {}

    /**
     * The model is kept, but not taken now.
     *
     * @param reason why
     */
    record Refused(String reason) implements Found {}

    /** A replay, where there is one. */
    default Optional<DecisionReplay> sound() {
      return this instanceof Sound found ? Optional.of(found.replay()) : Optional.empty();
    }
  }

  private Replays(
      SchemaRegistryClient registry, PublishedModels published, Optional<Bundle> atHand) {
    this.registry = registry;
    this.published = published;
    this.atHand = atHand;
  }

  /** Reads the topic of the models. */
  public static Replays read(Connection connection, Optional<Bundle> atHand) {
    return new Replays(
        connection.registry(),
        PublishedModels.read(connection.client(), connection.registry()),
        atHand);
  }

  /**
   * A replay with the model that a decision names by its digest, with the policy that it names
   * where that is kept, else with another one.
   */
  public Found of(LoanDecision decision) {
    return replays.computeIfAbsent(
        decision.getModelSha256() + "/" + decision.getPolicyVersion(), any -> find(decision));
  }

  private Found find(LoanDecision decision) {
    try {
      return kept(decision)
          .<Found>map(bundle -> new Found.Sound(open(bundle)))
          .orElseGet(Found.Nothing::new);
    } catch (ModelRefusedException | BundleException e) {
      return new Found.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Bundle> kept(LoanDecision decision) {
    String sha256 = decision.getModelSha256();
    List<Bundle> bundles =
        Stream.concat(
                atHand.stream().filter(b -> b.manifest().modelSha256().equals(sha256)),
                published.bundles(sha256).stream())
            .toList();
    return bundles.stream()
        .filter(bundle -> bundle.policy().version().equals(decision.getPolicyVersion()))
        .findFirst()
        .or(() -> bundles.stream().findFirst());
  }

  private DecisionReplay open(Bundle bundle) {
    return new DecisionReplay(DecisionModel.of(VerifiedModel.verify(bundle)), registry);
  }

  @Override
  public void close() {
    replays.values().forEach(found -> found.sound().ifPresent(DecisionReplay::close));
  }
}
