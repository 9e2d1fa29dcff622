package io.creditstream.advisor.store.postgres;

import java.util.List;

/** The tables of the store; a row is known by where its record lies on its topic. */
final class PostgresTables {

  /** Name of the schema that holds them; another layout has another name. */
  static final String SCHEMA = "creditstream_advisor_1";

  private PostgresTables() {}

  /** Statements that make what is not there. */
  static List<String> definitions() {
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS application (
          place_partition INTEGER NOT NULL, place_offset BIGINT NOT NULL,
          application_id TEXT COLLATE "C" NOT NULL, client_id TEXT COLLATE "C" NOT NULL,
          body TEXT NOT NULL, PRIMARY KEY (place_partition, place_offset))
        """,
        "CREATE INDEX IF NOT EXISTS application_by_id ON application (application_id)",
        """
        CREATE TABLE IF NOT EXISTS decision (
          number BIGINT PRIMARY KEY,
          application_id TEXT COLLATE "C" NOT NULL, client_id TEXT COLLATE "C" NOT NULL,
          decided_at BIGINT NOT NULL, outcome TEXT NOT NULL, probability DOUBLE PRECISION NOT NULL,
          threshold DOUBLE PRECISION NOT NULL, income DOUBLE PRECISION, credit DOUBLE PRECISION,
          age INTEGER, contract TEXT, region TEXT, family TEXT, employment TEXT,
          superseded BOOLEAN NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS decision_by_application ON decision (application_id)",
        "CREATE INDEX IF NOT EXISTS decision_by_client ON decision (client_id)",
        "CREATE INDEX IF NOT EXISTS decision_by_time ON decision (decided_at, number)",
        "CREATE INDEX IF NOT EXISTS decision_by_risk ON decision (probability, number)",
        "CREATE TABLE IF NOT EXISTS vector (number BIGINT PRIMARY KEY)",
        """
        CREATE TABLE IF NOT EXISTS detail (
          number BIGINT PRIMARY KEY, source_partition INTEGER NOT NULL,
          source_offset BIGINT NOT NULL, head TEXT NOT NULL, features BYTEA NOT NULL,
          contributions BYTEA NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS review (
          place_partition INTEGER NOT NULL, place_offset BIGINT NOT NULL,
          application_id TEXT COLLATE "C" NOT NULL, review_id TEXT NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (place_partition, place_offset))
        """,
        "CREATE INDEX IF NOT EXISTS review_by_application ON review (application_id)",
        """
        CREATE TABLE IF NOT EXISTS position (
          topic TEXT NOT NULL, number INTEGER NOT NULL, next BIGINT NOT NULL,
          PRIMARY KEY (topic, number))
        """);
  }
}
