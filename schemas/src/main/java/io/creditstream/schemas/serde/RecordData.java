package io.creditstream.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's data model for one generated class, with the narrowest limit on class loading: the classes
 * of the named types of its own schema and no others. Names in a writer's schema, which comes from
 * the registry, load nothing, and neither do {@code java-class} properties.
 */
final class RecordData extends SpecificData {

  private final Map<String, Class<?>> classes = new HashMap<>();
  private final Schema schema;

  RecordData(Class<? extends SpecificRecord> type) {
    super(type.getClassLoader());
    this.schema = SpecificData.get().getSchema(type);
    addLogicalTypeConversions(this);
    collect(schema);
  }

  /** The schema of the class. */
  Schema schema() {
    return schema;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Class getClass(Schema type) {
    return switch (type.getType()) {
      case RECORD, ENUM, FIXED -> classes.get(type.getFullName());
      default -> super.getClass(type);
    };
  }

  private void collect(Schema type) {
    switch (type.getType()) {
      case RECORD -> {
        if (add(type)) {
          type.getFields().forEach(field -> collect(field.schema()));
        }
      }
      case ENUM, FIXED -> add(type);
      case ARRAY -> collect(type.getElementType());
      case MAP -> collect(type.getValueType());
      case UNION -> type.getTypes().forEach(this::collect);
      default -> {}
    }
  }

  private boolean add(Schema type) {
    return classes.putIfAbsent(type.getFullName(), load(type)) == null;
  }

  private Class<?> load(Schema type) {
    try {
      return Class.forName(SpecificData.getClassName(type), false, getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no generated class for " + type.getFullName(), e);
    }
  }
}
