package io.creditstream.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dashboard file as Grafana reads it.
 *
 * @param json its contents
 */
record Dashboard(JsonNode json) {

  /**
   * A query of a panel.
   *
   * @param panel title of the dashboard and the panel
   * @param expression PromQL with variables of the dashboard in it
   */
  record Query(String panel, String expression) {}

  /**
   * A variable that Prometheus gives the values of.
   *
   * @param name what expressions call it
   * @param query {@code label_values(selector, label)}, with variables before it in it
   */
  record Variable(String name, String query) {}

  static Dashboard read(Path file) throws IOException {
    return new Dashboard(new ObjectMapper().readTree(file.toFile()));
  }

  String title() {
    return json.get("title").asText();
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : json.get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new Query(title() + " / " + panel.get("title").asText(), target.get("expr").asText()));
      }
    }
    return queries;
  }

  List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    for (JsonNode variable : json.get("templating").get("list")) {
      if (variable.get("type").asText().equals("query")) {
        variables.add(
            new Variable(
                variable.get("name").asText(), variable.get("query").get("query").asText()));
      }
    }
    return variables;
  }
}
