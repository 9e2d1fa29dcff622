package io.creditstream.simulator.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the population is drawn from, all of it aggregate: distributions of the application columns
 * for each part, distributions of the history columns, one correlation matrix of normal scores, and
 * the weights of the default probability.
 *
 * @param parts application distributions by part, {@code train} and {@code test}
 * @param history distributions of the history tables
 * @param copula correlation of the client's latent scores
 * @param loadings by latent, the correlation of a client's latent with the score of each of their
 *     records
 * @param risk weights of the default probability
 */
record PopulationStatistics(
    Map<String, Distributions> parts,
    Distributions history,
    Copula copula,
    Map<String, Double> loadings,
    RiskWeights risk) {

  private static final String RESOURCE = "population.json";

  /** The statistics that ship with the product. */
  static PopulationStatistics load() {
    try (InputStream in =
        Objects.requireNonNull(
            PopulationStatistics.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return parse(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Distributions part(Profile profile) {
    return Objects.requireNonNull(parts.get(profile.statistics()));
  }

  double loading(String latent) {
    return Objects.requireNonNull(loadings.get(latent), latent);
  }

  private static PopulationStatistics parse(JsonNode root) {
    double[] probabilities = doubles(root.get("probabilities"));
    Map<String, Distributions> parts = new HashMap<>();
    root.get("parts")
        .properties()
        .forEach(part -> parts.put(part.getKey(), distributions(part.getValue(), probabilities)));
    List<String> latents = new ArrayList<>();
    root.get("latents").forEach(name -> latents.add(name.asText()));
    double[][] rows = new double[latents.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = doubles(root.get("correlation").get(i));
    }
    JsonNode risk = root.get("risk");
    return new PopulationStatistics(
        Map.copyOf(parts),
        distributions(root.get("history"), probabilities),
        new Copula(latents, rows),
        numbers(root.get("loadings")),
        new RiskWeights(risk.get("intercept").asDouble(), numbers(risk.get("weights"))));
  }

  private static Distributions distributions(JsonNode node, double[] probabilities) {
    Map<String, QuantileGrid> grids = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.get("grids").properties()) {
      JsonNode grid = entry.getValue();
      JsonNode values = grid.isArray() ? grid : grid.get("grid");
      double missing = grid.isArray() ? 0 : grid.path("missing").asDouble(0);
      grids.put(entry.getKey(), new QuantileGrid(probabilities, doubles(values), missing));
    }
    Map<String, CategoryShares> categories = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.get("levels").properties()) {
      categories.put(entry.getKey(), new CategoryShares(numbers(entry.getValue())));
    }
    return new Distributions(grids, categories, numbers(node.get("rates")));
  }

  private static Map<String, Double> numbers(JsonNode node) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    node.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
    return numbers;
  }

  private static double[] doubles(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asDouble();
    }
    return values;
  }
}
