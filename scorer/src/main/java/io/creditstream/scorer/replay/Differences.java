package io.creditstream.scorer.replay;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.LoanDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;

/** Holds two decisions against each other. */
final class Differences {

  private final FeatureDictionary dictionary;

  Differences(FeatureDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Where two decisions differ, the time of the decision apart: numbers to the last bit. Empty if
   * and only if their bytes are the same.
   */
  List<FieldDifference> between(LoanDecision recorded, LoanDecision recomputed) {
    List<FieldDifference> differences = new ArrayList<>();
    for (Schema.Field field : LoanDecision.getClassSchema().getFields()) {
      Object was = recorded.get(field.pos());
      Object is = recomputed.get(field.pos());
      if (field.name().equals("decidedAt") || Objects.equals(was, is)) {
        continue;
      }
      if (isVector(field) && sameSize(was, is)) {
        elements(field.name(), (List<?>) was, (List<?>) is, differences);
      } else {
        differences.add(new FieldDifference(field.name(), was, is));
      }
    }
    return differences;
  }

  private static boolean isVector(Schema.Field field) {
    return field.name().equals("features") || field.name().equals("contributions");
  }

  private boolean sameSize(Object was, Object is) {
    return ((List<?>) was).size() == dictionary.size()
        && ((List<?>) is).size() == dictionary.size();
  }

  private void elements(String field, List<?> was, List<?> is, List<FieldDifference> differences) {
    for (int i = 0; i < was.size(); i++) {
      if (!Objects.equals(was.get(i), is.get(i))) {
        differences.add(
            new FieldDifference(field + "." + dictionary.get(i).name(), was.get(i), is.get(i)));
      }
    }
  }
}
