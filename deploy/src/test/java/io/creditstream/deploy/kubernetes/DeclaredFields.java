package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields that classes declare as required by annotations of Jackson, which itself lets them be
 * absent.
 */
final class DeclaredFields {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Manifest manifest;
  private final List<String> problems = new ArrayList<>();

  private DeclaredFields(Manifest manifest) {
    this.manifest = manifest;
  }

  /** What is missing in a manifest that is of a class. */
  static List<String> problems(Manifest manifest, Class<?> type) {
    DeclaredFields fields = new DeclaredFields(manifest);
    fields.look("", manifest.json(), fields.mapper.constructType(type));
    return fields.problems;
  }

  private void look(String place, JsonNode json, JavaType type) {
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        look(place + "/" + i, json.get(i), type.getContentType());
      }
    } else if (json.isObject() && !type.isMapLikeType()) {
      for (BeanPropertyDefinition field : fields(json, type)) {
        String there = place + "/" + field.getName();
        if (json.has(field.getName())) {
          look(there, json.get(field.getName()), field.getPrimaryType());
        } else if (field.isRequired()) {
          problems.add("%s: %s is required".formatted(manifest.id(), there));
        }
      }
    }
  }

  /** Those of the class that the object becomes: a subclass where a field says which. */
  private List<BeanPropertyDefinition> fields(JsonNode json, JavaType type) {
    try {
      Object read = mapper.treeToValue(json, type);
      return mapper
          .getDeserializationConfig()
          .introspect(mapper.constructType(read.getClass()))
          .findProperties();
    } catch (JsonProcessingException e) {
      // Which is a problem of its own.
      return List.of();
    }
  }
}
