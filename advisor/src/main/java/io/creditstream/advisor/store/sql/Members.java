package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.Group;
import io.creditstream.advisor.store.Group.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The decisions of a group as a query.
 *
 * @param rest what comes behind the columns
 * @param arguments values of its question marks, in order
 */
record Members(String rest, List<Object> arguments) {

  static Members of(Group group, String source) {
    if (group instanceof Group.Filtered filtered) {
      Condition condition = Condition.of(filtered.filter());
      return new Members("FROM " + source + " WHERE " + condition.sql(), condition.arguments());
    }
    Group.Nearest nearest = (Group.Nearest) group;
    List<String> distances = new ArrayList<>();
    List<String> present = new ArrayList<>();
    present.add(Condition.CURRENT);
    List<Object> arguments = new ArrayList<>();
    for (Map.Entry<String, Point> point : new TreeMap<>(nearest.points()).entrySet()) {
      String column = FeatureNames.column(point.getKey());
      present.add(column + " IS NOT NULL");
      distances.add("abs(%s - ?) / ?".formatted(column));
      arguments.add(point.getValue().value());
      arguments.add(point.getValue().scale());
    }
    return new Members(
        "FROM %s WHERE %s ORDER BY %s, number LIMIT %d"
            .formatted(
                source,
                String.join(" AND ", present),
                String.join(" + ", distances),
                nearest.size()),
        arguments);
  }

  /** The query for some columns. */
  String select(String... columns) {
    return "SELECT " + String.join(", ", columns) + " " + rest;
  }
}
