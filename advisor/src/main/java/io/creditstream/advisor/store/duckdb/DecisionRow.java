package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.store.sql.DecisionHead;
import io.creditstream.advisor.store.sql.Described;
import io.creditstream.advisor.store.sql.Doubles;
import io.creditstream.schemas.LoanDecision;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * A decision as rows of the two tables.
 *
 * @param number its number in the store
 * @param decision the decision
 * @param described what is known of its application
 */
record DecisionRow(long number, LoanDecision decision, Described described) {

  /**
   * Adds the rows.
   *
   * @param order for each feature column the place of its value in the vector, −1 for none
   */
  void append(DuckDBAppender decisions, DuckDBAppender details, int[] order) throws SQLException {
    decisions
        .beginRow()
        .append(number)
        .append(decision.getApplicationId())
        .append(decision.getClientId())
        .append(decision.getDecidedAt().toEpochMilli())
        .append(decision.getOutcome().name())
        .append(decision.getProbabilityOfDefault())
        .append(decision.getThreshold());
    described(decisions);
    decisions.append(false);
    features(decisions, order);
    decisions.endRow();
    details
        .beginRow()
        .append(number)
        .append(decision.getSource().getPartition())
        .append(decision.getSource().getOffset())
        .append(DecisionHead.json(decision))
        .append(Doubles.bytes(decision.getFeatures()))
        .append(Doubles.bytes(decision.getContributions()))
        .endRow();
  }

  private void described(DuckDBAppender row) throws SQLException {
    Double income = described.income();
    Double credit = described.credit();
    Integer age = described.age();
    append(row, income);
    append(row, credit);
    if (age == null) {
      row.appendNull();
    } else {
      row.append(age.intValue());
    }
    for (Trait trait : Trait.values()) {
      String value = described.trait(trait);
      if (value == null) {
        row.appendNull();
      } else {
        row.append(value);
      }
    }
  }

  private void features(DuckDBAppender row, int[] order) throws SQLException {
    List<? extends @Nullable Double> features = decision.getFeatures();
    for (int place : order) {
      Double value = place < 0 || place >= features.size() ? null : features.get(place);
      if (value == null) {
        row.appendNull();
      } else {
        row.append(value.floatValue());
      }
    }
  }

  private static void append(DuckDBAppender row, @Nullable Double value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append(value.doubleValue());
    }
  }
}
