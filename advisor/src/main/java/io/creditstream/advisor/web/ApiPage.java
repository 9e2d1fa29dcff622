package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.advisor.wording.Language;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code GET /api}: the description of the API as a page on which it can be tried. */
final class ApiPage {

  private final ApiDescription description;
  private final Pages pages;

  ApiPage(ApiDescription description, Pages pages) {
    this.description = description;
    this.pages = pages;
  }

  /**
   * An operation as the template reads it.
   *
   * @param id its identifier
   * @param path its path, with parameters in braces
   * @param summary what it does
   * @param parameters what it takes
   */
  public record Operation(String id, String path, String summary, List<Parameter> parameters) {}

  /**
   * A parameter as the template reads it.
   *
   * @param name its name
   * @param text what it means
   * @param choices the values that it may have; empty for any
   */
  public record Parameter(String name, String text, List<String> choices) {}

  void show(Context context) {
    Language language = Languages.of(context);
    pages.answer(context, "api", "api", Map.of("operations", operations(description.in(language))));
  }

  private static List<Operation> operations(JsonNode description) {
    List<Operation> operations = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode get = path.getValue().path("get");
              List<Parameter> parameters = new ArrayList<>();
              get.path("parameters").forEach(one -> parameters.add(parameter(one)));
              operations.add(
                  new Operation(
                      get.path("operationId").asText(),
                      path.getKey(),
                      get.path("summary").asText(),
                      List.copyOf(parameters)));
            });
    return List.copyOf(operations);
  }

  private static Parameter parameter(JsonNode parameter) {
    List<String> choices = new ArrayList<>();
    parameter.path("schema").path("enum").forEach(value -> choices.add(value.asText()));
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("description").asText(),
        List.copyOf(choices));
  }
}
