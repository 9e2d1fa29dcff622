package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.DecisionModel;
import io.creditstream.scorer.model.Refusal;
import io.creditstream.scorer.model.Refusals;
import io.creditstream.service.http.ProblemException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /v1/model}: the model that decides and its policy, the challenger, and which models
 * were refused of late.
 */
final class ModelView {

  private static final String REFUSALS = "refusals";

  private final ActiveModel champion;
  private final ActiveModel challenger;
  private final Refusals refusals;
  private final ObjectMapper json = new ObjectMapper();

  ModelView(ActiveModel champion, ActiveModel challenger, Refusals refusals) {
    this.champion = champion;
    this.challenger = challenger;
    this.refusals = refusals;
  }

  void handle(Context context) {
    DecisionModel model = champion.current().orElseThrow(this::noModel);
    ObjectNode body = model(ModelRole.CHAMPION, model);
    ArrayNode features = body.putArray("features");
    model.dictionary().entries().forEach(entry -> features.add(feature(entry)));
    challenger
        .current()
        .ifPresent(shadow -> body.set("challenger", model(ModelRole.CHALLENGER, shadow)));
    body.set(REFUSALS, refused());
    context.contentType("application/json").result(body.toString());
  }

  private ProblemException noModel() {
    List<Refusal> last = refusals.last();
    return new ProblemException(
        503,
        "No model is active yet: publish a champion",
        last.isEmpty() ? Map.of() : Map.of(REFUSALS, refused()));
  }

  private ObjectNode model(ModelRole role, DecisionModel model) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("role", role.key()).put("version", model.version()).put("sha256", model.sha256());
    node.put("engine", model.engine().name());
    node.set("policy", policy(model.policy()));
    return node;
  }

  /** As {@code policy.json} of a bundle writes it, with all members. */
  private ObjectNode policy(Policy policy) {
    ObjectNode node = json.valueToTree(policy);
    node.withArray("requiredSources");
    node.withArray("rules");
    return node;
  }

  private ArrayNode refused() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Refusal refusal : refusals.last()) {
      ObjectNode node = array.addObject();
      node.put("role", refusal.role().key()).put("at", refusal.at().toString());
      node.put("offset", refusal.offset());
      if (refusal.version() != null) {
        node.put("version", refusal.version()).put("bundleSha256", refusal.bundleSha256());
      }
      node.put("reason", refusal.reason());
    }
    return array;
  }

  private static ObjectNode feature(FeatureEntry entry) {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature
        .put("name", entry.name())
        .put("kind", entry.kind().name())
        .put("source", entry.source())
        .put("en", entry.en())
        .put("fr", entry.fr())
        .put("showable", entry.showable());
    ArrayNode levels = feature.putArray("levels");
    entry.levels().forEach(levels::add);
    return feature;
  }
}
