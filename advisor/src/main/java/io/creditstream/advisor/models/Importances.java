package io.creditstream.advisor.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creditstream.features.bundle.Documents;
import java.util.HashMap;
import java.util.Map;

/** Reads what the training run found out about its features. */
final class Importances {

  private static final String RESULTS = "results.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Importances() {}

  /** Mean absolute contribution by feature; empty where the bundle does not tell. */
  static Map<String, Double> of(Documents documents) {
    String results = documents.text(RESULTS);
    if (results == null) {
      return Map.of();
    }
    Map<String, Double> importance = new HashMap<>();
    for (JsonNode feature : tree(results).path("importance")) {
      importance.put(
          feature.path("feature").asText(), feature.path("meanAbsContribution").asDouble());
    }
    return importance;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
