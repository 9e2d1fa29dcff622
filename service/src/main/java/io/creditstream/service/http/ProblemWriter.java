package io.creditstream.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes the small JSON documents of the server itself. */
final class ProblemWriter {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ProblemWriter() {}

  static String json(Map<String, ?> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(Problem problem) {
    return json(problem.members());
  }
}
