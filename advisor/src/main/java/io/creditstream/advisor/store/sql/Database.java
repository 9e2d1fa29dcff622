package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.Comparisons.Usual;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A database, and where its SQL differs from that of others. */
public interface Database {

  /** A connection for one query, closed behind it. */
  Connection connect() throws SQLException;

  /** What comes behind FROM to read decisions with their features. */
  String featured();

  /** A number of decisions that rises by one within a partition or more. */
  String ordinal();

  /** The condition that a decision is about one of the newest, so many of them. */
  String newest(long decisions);

  /** The columns that tell what is usual of the features. */
  String usual(List<String> features);

  /** Reads a row of these columns; features without a value may be left out. */
  Map<String, Usual> readUsual(ResultSet row, List<String> features) throws SQLException;
}
