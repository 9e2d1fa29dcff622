package io.creditstream.trainer.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.creditstream.trainer.result.FairnessGroup;
import io.creditstream.trainer.result.Quality;
import io.creditstream.trainer.result.TrainingResult;
import java.io.IOException;

/** The results of a run as JSON; what is undefined (NaN) is null. */
public final class ResultsJson {

  /** File name among the documents of a bundle. */
  public static final String NAME = "results.json";

  private static final String ROWS = "outOfFold";
  private static final String EXAMPLES = "examples";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new FiniteOrNull())
                  .addSerializer(double.class, new FiniteOrNull()))
          .addMixIn(FairnessGroup.class, WithVerdict.class)
          .addMixIn(Quality.class, WithGini.class)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private ResultsJson() {}

  /** Everything but what speaks of single clients. */
  static String of(TrainingResult result) {
    ObjectNode tree = tree(result);
    tree.remove(EXAMPLES);
    return write(tree);
  }

  /** Everything but the predictions of single rows; examples are in it. */
  static ObjectNode tree(TrainingResult result) {
    ObjectNode tree = JSON.valueToTree(result);
    tree.remove(ROWS);
    return tree;
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the results cannot be written as JSON", e);
    }
  }

  private interface WithVerdict {
    @JsonProperty
    boolean adverse();
  }

  private interface WithGini {
    @JsonProperty
    double gini();
  }

  private static final class FiniteOrNull extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
