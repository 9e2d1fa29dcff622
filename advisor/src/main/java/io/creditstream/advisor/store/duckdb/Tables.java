package io.creditstream.advisor.store.duckdb;

import java.util.List;

/**
 * The tables of the store. Rows are only added, but for the positions and the mark of decisions
 * that another one took the place of.
 */
final class Tables {

  static final String APPLICATION = "application";
  static final String DECISION = "decision";
  static final String DETAIL = "detail";
  static final String REVIEW = "review";

  private Tables() {}

  /** Statements that make what is not there. */
  static List<String> definitions() {
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS application (
          place_partition INTEGER NOT NULL, place_offset BIGINT NOT NULL,
          application_id VARCHAR NOT NULL, client_id VARCHAR NOT NULL, body VARCHAR NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS decision (
          number BIGINT NOT NULL, application_id VARCHAR NOT NULL, client_id VARCHAR NOT NULL,
          decided_at BIGINT NOT NULL, outcome VARCHAR NOT NULL, probability DOUBLE NOT NULL,
          threshold DOUBLE NOT NULL, income DOUBLE, credit DOUBLE, age INTEGER,
          contract VARCHAR, region VARCHAR, family VARCHAR, employment VARCHAR,
          superseded BOOLEAN NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS detail (
          number BIGINT NOT NULL, source_partition INTEGER NOT NULL, source_offset BIGINT NOT NULL,
          head VARCHAR NOT NULL, features BLOB NOT NULL, contributions BLOB NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS review (
          place_partition INTEGER NOT NULL, place_offset BIGINT NOT NULL,
          application_id VARCHAR NOT NULL, review_id VARCHAR NOT NULL, body VARCHAR NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS position (
          topic VARCHAR NOT NULL, number INTEGER NOT NULL, next BIGINT NOT NULL)
        """);
  }
}
