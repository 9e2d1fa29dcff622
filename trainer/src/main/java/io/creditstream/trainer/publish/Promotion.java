package io.creditstream.trainer.publish;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.features.bundle.Documents;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.topic.ModelRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes models champion or challenger, and goes back to a champion before. A champion that is
 * replaced is kept on the topic under a key of its own first, so that a crash in between loses
 * nothing.
 */
public final class Promotion {

  /** Name of the document that a forced promotion adds to the bundle. */
  public static final String RECORD = "promotion.json";

  private static final String FORCED = "creditstream.forced";
  private static final String OBJECTIONS = "creditstream.objections";
  private static final String ROLLED_BACK = "creditstream.rolled-back-from";
  private static final int KEPT = 10;

  private final PublishedModels models;
  private final ModelPublisher publisher;
  private final PromotionGate gate;

  /**
   * @param models what is published now
   */
  public Promotion(PublishedModels models, ModelPublisher publisher, PromotionGate gate) {
    this.models = models;
    this.publisher = publisher;
    this.gate = gate;
  }

  /**
   * What was done.
   *
   * @param bundle the model that is published now
   * @param record how it came to be, by name: the headers of the record
   * @param notes for people
   */
  public record Done(Bundle bundle, Map<String, String> record, List<String> notes) {}

  /**
   * Publishes a bundle; as champion only if it passes the gate.
   *
   * @param force reason to publish it although it does not pass
   * @throws PromotionRefusedException if it does not pass and no reason is given
   * @throws BundleException if a part differs from its digest
   * @throws io.creditstream.model.ModelRefusedException if it must not decide
   */
  public Done publish(ModelRole role, Bundle bundle, Optional<String> force) {
    if (role == ModelRole.CHALLENGER) {
      publisher.publish(role, bundle);
      return new Done(bundle, Map.of(), List.of());
    }
    VerifiedModel.verify(bundle);
    Optional<PublishedModel> champion = models.of(ModelRole.CHAMPION);
    PromotionGate.Verdict verdict = judge(bundle, champion);
    if (!verdict.objections().isEmpty() && force.isEmpty()) {
      throw new PromotionRefusedException(bundle, verdict.objections());
    }
    Map<String, String> record = new TreeMap<>();
    // The same model with the same policy again must not hide the one before it.
    champion
        .map(present -> present.decidesAs(bundle) ? present.namingPrevious() : present.asPrevious())
        .ifPresent(record::putAll);
    List<String> notes = new ArrayList<>(verdict.notes());
    Bundle published = bundle;
    if (!verdict.objections().isEmpty()) {
      record.put(FORCED, force.orElseThrow());
      record.put(OBJECTIONS, String.join("; ", verdict.objections()));
      published = bundle.with(with(bundle.documents(), PromotionRecord.json(record)));
      verdict.objections().forEach(objection -> notes.add("forced although " + objection));
    }
    champion.ifPresent(this::archive);
    publisher.publish(ModelRole.CHAMPION, published, record, Optional.empty());
    return new Done(published, record, notes);
  }

  private PromotionGate.Verdict judge(Bundle bundle, Optional<PublishedModel> champion) {
    if (models.isUnreadable(ModelRole.CHAMPION)) {
      return new PromotionGate.Verdict(
          List.of("the present champion cannot be read, so that nothing can be compared"),
          List.of());
    }
    try {
      return gate.judge(bundle, champion.map(PublishedModel::bundle));
    } catch (BundleException | IllegalArgumentException e) {
      return new PromotionGate.Verdict(
          List.of("it cannot be compared: " + e.getMessage()), List.of());
    }
  }

  private static Documents with(Documents documents, String record) {
    Map<String, String> all = new TreeMap<>();
    for (String name : documents.names()) {
      String text = documents.text(name);
      if (text != null) {
        all.put(name, text);
      }
    }
    all.put(RECORD, record);
    return Documents.of(all);
  }

  /**
   * Makes a champion of the one before the present, or of a given one before.
   *
   * @param version of the model to go back to, or version, colon and the first digits of the digest
   *     of its bundle; that before the present champion if empty
   * @throws IllegalArgumentException if it is not known
   */
  public Done rollBack(Optional<String> version) {
    PublishedModel champion =
        models
            .of(ModelRole.CHAMPION)
            .orElseThrow(() -> new IllegalArgumentException("there is no champion to replace"));
    String wanted =
        version
            .or(champion::previous)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no champion before %s is known; %s"
                            .formatted(champion.version(), known())));
    PublishedModel target =
        models
            .archived(wanted)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "model %s is not kept; %s".formatted(wanted, known())));
    Bundle bundle = target.bundle();
    VerifiedModel.verify(bundle);
    archive(champion);
    Map<String, String> record = new TreeMap<>(target.headers());
    record.put(ROLLED_BACK, champion.version());
    publisher.publish(
        ModelRole.CHAMPION, bundle, record, Optional.ofNullable(target.event().getSignature()));
    return new Done(
        bundle, record, List.of("it takes the place of model " + champion.description()));
  }

  private String known() {
    List<PublishedModel> archived = models.archived();
    return archived.isEmpty()
        ? "none was replaced yet"
        : archived.stream()
            .map(PublishedModel::description)
            .distinct()
            .collect(Collectors.joining(", ", "give --to with one of ", ""));
  }

  private void archive(PublishedModel champion) {
    String key = ModelRole.ARCHIVE + champion.id();
    publisher.send(key, champion.value(), champion.headers());
    models.archived().stream()
        .map(PublishedModel::key)
        .filter(other -> !other.equals(key))
        .skip(KEPT - 1L)
        .forEach(publisher::remove);
  }
}
