package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Patches as Kustomize understands them (strategic merge), as far as the manifests use it: objects
 * are merged, null removes, lists of known names are merged by their keys, other lists are
 * replaced.
 */
final class StrategicMerge {

  private static final String DIRECTIVE = "$patch";

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "containers", List.of("name"),
          "env", List.of("name"),
          "volumes", List.of("name"),
          "volumeMounts", List.of("mountPath"),
          "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"));

  private StrategicMerge() {}

  static void apply(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              JsonNode present = target.get(field.getKey());
              if (value.isNull()) {
                target.remove(field.getKey());
              } else if (value.isObject() && present instanceof ObjectNode object) {
                apply(object, value);
              } else if (KEYS.containsKey(field.getKey()) && present instanceof ArrayNode list) {
                value.forEach(item -> apply(list, item, KEYS.get(field.getKey())));
              } else {
                target.set(field.getKey(), value.deepCopy());
              }
            });
  }

  private static void apply(ArrayNode list, JsonNode patch, List<String> keys) {
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (keys.stream().allMatch(key -> item.path(key).equals(patch.path(key)))) {
        found = Optional.of(i);
      }
    }
    boolean delete = patch.path(DIRECTIVE).asText().equals("delete");
    if (found.isEmpty() && delete) {
      throw new IllegalStateException("a patch deletes what is not there: " + patch);
    }
    if (found.isEmpty()) {
      list.insert(0, patch.deepCopy());
    } else if (delete) {
      list.remove(found.get());
    } else {
      apply((ObjectNode) list.get(found.get()), patch);
    }
  }
}
