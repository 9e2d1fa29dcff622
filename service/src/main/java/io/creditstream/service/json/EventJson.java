package io.creditstream.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events of the contract as JSON: the names and the order of the Avro schema, instants and dates in
 * ISO 8601, numbers that read back as the same double, null where a value is missing, bytes in
 * Base64.
 */
public final class EventJson {

  private EventJson() {}

  /** The event as one line of JSON. */
  public static String line(IndexedRecord event) {
    return tree(event).toString();
  }

  /** The event as a tree. */
  public static ObjectNode tree(IndexedRecord event) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Schema.Field field : event.getSchema().getFields()) {
      node.set(field.name(), value(event.get(field.pos())));
    }
    return node;
  }

  private static JsonNode value(@Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    } else if (value instanceof IndexedRecord nested) {
      return tree(nested);
    } else if (value instanceof List<?> items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
      items.forEach(item -> array.add(value(item)));
      return array;
    } else if (value instanceof Double number) {
      return DoubleNode.valueOf(number);
    } else if (value instanceof Integer number) {
      return IntNode.valueOf(number);
    } else if (value instanceof Long number) {
      return LongNode.valueOf(number);
    } else if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return TextNode.valueOf(Base64.getEncoder().encodeToString(copy));
    }
    return TextNode.valueOf(value.toString());
  }
}
