package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.scorer.model.DecisionModel;

/** The model that decides as JSON: {@code GET /v1/model}. */
final class ModelView {

  private ModelView() {}

  static ObjectNode of(DecisionModel model) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("role", "champion").put("version", model.version()).put("sha256", model.sha256());
    body.put("engine", model.engine().name());
    body.putObject("policy")
        .put("version", model.policy().version())
        .put("referFrom", model.policy().referFrom())
        .put("declineFrom", model.policy().declineFrom());
    ArrayNode features = body.putArray("features");
    model.dictionary().entries().forEach(entry -> features.add(feature(entry)));
    return body;
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
