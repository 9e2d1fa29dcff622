package io.creditstream.service.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads one JSON object: no duplicate names, nothing behind it. */
public final class StrictJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The object that the text holds.
   *
   * @throws InvalidEventException naming line and column where the text is no JSON object
   */
  public static ObjectNode object(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new InvalidEventException(
          "",
          place == null
              ? "the body is no JSON"
              : "the body is no JSON at line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidEventException("", "the body is no JSON object");
  }
}
