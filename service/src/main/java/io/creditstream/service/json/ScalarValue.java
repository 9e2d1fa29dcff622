package io.creditstream.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Reads single values by their Avro type. */
final class ScalarValue {

  private ScalarValue() {}

  static Object of(JsonNode node, Schema schema, String path) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return instant(node, path);
    }
    if (logical instanceof LogicalTypes.Date) {
      return date(node, path);
    }
    switch (schema.getType()) {
      case STRING -> require(node.isTextual(), path, "a string");
      case ENUM ->
          require(
              node.isTextual() && schema.hasEnumSymbol(node.textValue()),
              path,
              "one of " + schema.getEnumSymbols());
      case BOOLEAN -> require(node.isBoolean(), path, "true or false");
      case INT ->
          require(node.isIntegralNumber() && node.canConvertToInt(), path, "a 32-bit integer");
      case LONG ->
          require(node.isIntegralNumber() && node.canConvertToLong(), path, "a 64-bit integer");
      case DOUBLE ->
          require(node.isNumber() && Double.isFinite(node.doubleValue()), path, "a finite number");
      default ->
          throw new IllegalStateException("type " + schema.getType() + " is not read from JSON");
    }
    return plain(node, schema);
  }

  private static Instant instant(JsonNode node, String path) {
    String expected = "an instant such as 2026-01-31T12:00:00Z";
    require(node.isTextual(), path, expected);
    try {
      Instant instant = Instant.parse(node.textValue());
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw wrongType(path, expected);
    }
  }

  private static LocalDate date(JsonNode node, String path) {
    String expected = "a date such as 2026-01-31";
    require(node.isTextual(), path, expected);
    try {
      return LocalDate.parse(node.textValue());
    } catch (DateTimeException e) {
      throw wrongType(path, expected);
    }
  }

  static InvalidEventException wrongType(String path, String expected) {
    return new InvalidEventException(path, "field " + path + " is not " + expected);
  }

  private static void require(boolean well, String path, String expected) {
    if (!well) {
      throw wrongType(path, expected);
    }
  }

  private static Object plain(JsonNode node, Schema schema) {
    return switch (schema.getType()) {
      case ENUM -> symbol(node.textValue(), schema);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case INT -> node.intValue();
      case LONG -> node.longValue();
      default -> node.doubleValue();
    };
  }

  /** The schema is that of a generated class: only such enumerations are named in it. */
  private static Object symbol(String name, Schema schema) {
    try {
      for (Object constant : Class.forName(schema.getFullName()).getEnumConstants()) {
        if (constant.toString().equals(name)) {
          return constant;
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no generated class for " + schema.getFullName(), e);
    }
    throw new IllegalStateException(
        "enumeration " + schema.getFullName() + " differs from its schema");
  }
}
