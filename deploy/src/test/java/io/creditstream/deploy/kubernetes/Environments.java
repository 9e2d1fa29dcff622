package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a container finds when it starts. */
final class Environments {

  private static final String FROM_SECRET = "from-a-secret";

  private Environments() {}

  /** With a text in place of what a Secret holds, and the name of the first pod. */
  static Map<String, String> of(Manifest workload, JsonNode container, Installation installation) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (JsonNode from : container.path("envFrom")) {
      String name = from.at("/configMapRef/name").asText();
      installation
          .all("ConfigMap")
          .filter(map -> map.name().equals(name))
          .forEach(map -> variables.putAll(Manifest.texts(map.at("/data"))));
    }
    for (JsonNode variable : container.path("env")) {
      variables.put(variable.path("name").asText(), value(variable, workload, variables));
    }
    return variables;
  }

  private static String value(JsonNode variable, Manifest workload, Map<String, String> before) {
    if (variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name")) {
      return workload.name() + "-0";
    }
    if (variable.has("valueFrom")) {
      return FROM_SECRET;
    }
    return expand(variable.path("value").asText(), before);
  }

  /** As Kubernetes does: $(NAME) of a variable that comes before. */
  static String expand(String text, Map<String, String> variables) {
    String expanded = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      expanded = expanded.replace("$(" + variable.getKey() + ")", variable.getValue());
    }
    return expanded;
  }
}
