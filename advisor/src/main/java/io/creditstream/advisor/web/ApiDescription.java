package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creditstream.advisor.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The OpenAPI document of the API: the same in both languages but for what people read. */
final class ApiDescription {

  private static final String PLACE = "/io/creditstream/advisor/";

  private final Map<Language, JsonNode> documents = new EnumMap<>(Language.class);

  ApiDescription() {
    documents.put(Language.EN, read("openapi.json"));
    documents.put(Language.FR, read("openapi_fr.json"));
  }

  JsonNode in(Language language) {
    return Objects.requireNonNull(documents.get(language), language::code);
  }

  private static JsonNode read(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream(PLACE + name), name)) {
      return JsonMapper.builder().build().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
