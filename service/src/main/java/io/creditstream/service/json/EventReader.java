package io.creditstream.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.service.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the contract from JSON, strictly: no unknown field, no wrong type, no required
 * field left out. Fields with a default may be left out.
 */
public final class EventReader {

  private EventReader() {}

  /**
   * The event that the document holds.
   *
   * @param type generated class of the event
   * @throws InvalidEventException naming the field that is unknown (with the nearest known name),
   *     missing or of the wrong type (with the expected one), never its value
   */
  public static <R extends SpecificRecordBase> R read(ObjectNode document, Class<R> type) {
    return type.cast(record(document, SpecificData.get().getSchema(type), ""));
  }

  private static SpecificRecordBase record(ObjectNode document, Schema schema, String path) {
    refuseUnknown(document, schema, path);
    SpecificRecordBase event = newRecord(schema);
    for (Schema.Field field : schema.getFields()) {
      event.put(field.pos(), field(document, field, path));
    }
    return event;
  }

  /** The schema is that of a generated class: only such classes are named in it. */
  private static SpecificRecordBase newRecord(Schema schema) {
    try {
      return Class.forName(schema.getFullName())
          .asSubclass(SpecificRecordBase.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no generated class for " + schema.getFullName(), e);
    }
  }

  private static @Nullable Object field(ObjectNode document, Schema.Field field, String path) {
    String fieldPath = path + field.name();
    JsonNode node = document.get(field.name());
    if (node != null) {
      return value(node, field.schema(), fieldPath);
    }
    if (!field.hasDefaultValue()) {
      throw new InvalidEventException(fieldPath, "field " + fieldPath + " is missing");
    }
    return defaultValue(field);
  }

  /** Defaults of the contract are null, scalars and empty arrays. */
  private static @Nullable Object defaultValue(Schema.Field field) {
    Object value = field.defaultVal();
    if (value == JsonProperties.NULL_VALUE) {
      return null;
    }
    return value instanceof Collection<?> ? new ArrayList<>() : value;
  }

  private static @Nullable Object value(JsonNode node, Schema schema, String path) {
    return switch (schema.getType()) {
      case UNION -> node.isNull() ? null : value(node, presentType(schema, node), path);
      case RECORD -> {
        if (node instanceof ObjectNode object) {
          yield record(object, schema, path + ".");
        }
        throw ScalarValue.wrongType(path, "an object");
      }
      case ARRAY -> items(node, schema.getElementType(), path);
      default -> ScalarValue.of(node, schema, path);
    };
  }

  /**
   * Fields that may be null are unions of null and one type, or of null, number and string: there
   * the value tells which.
   */
  private static Schema presentType(Schema union, JsonNode node) {
    List<Schema> present =
        union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    return present.stream()
        .filter(type -> node.isTextual() == (type.getType() == Schema.Type.STRING))
        .findFirst()
        .orElse(present.get(0));
  }

  private static List<@Nullable Object> items(JsonNode node, Schema elements, String path) {
    if (!node.isArray()) {
      throw ScalarValue.wrongType(path, "an array");
    }
    List<@Nullable Object> items = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(value(node.get(i), elements, path + "[" + i + "]"));
    }
    return items;
  }

  private static void refuseUnknown(ObjectNode document, Schema schema, String path) {
    Set<String> known = new HashSet<>();
    schema.getFields().forEach(field -> known.add(field.name()));
    Iterator<String> names = document.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        String hint =
            NearestName.of(name, known).map(near -> ": did you mean " + near + "?").orElse("");
        String shown = path + (name.length() > 60 ? name.substring(0, 60) : name);
        throw new InvalidEventException(shown, "field " + shown + " is unknown" + hint);
      }
    }
  }
}
