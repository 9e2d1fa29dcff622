package io.creditstream.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events whose fields have any value that every language can hold. Seeded. */
final class MadeUpEvents {

  private static final List<String> TEXTS =
      List.of("", "Cash loans", "na\u00efve", "\u6f22\ud83d\ude00");
  private static final int LAST_DAY = 40_000;

  private final Random random;

  MadeUpEvents(long seed) {
    this.random = new Random(seed);
  }

  <T extends SpecificRecord> T next(Class<T> type) {
    Schema schema = SpecificData.get().getSchema(type);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<>(schema).write(value(schema), encoder);
      encoder.flush();
      return new SpecificDatumReader<T>(schema, schema, SpecificData.getForClass(type))
          .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ARRAY -> Arrays.asList(value(schema.getElementType()), value(schema.getElementType()));
      case MAP -> Collections.singletonMap(any(TEXTS), value(schema.getValueType()));
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case ENUM -> new GenericData.EnumSymbol(schema, any(schema.getEnumSymbols()));
      case STRING -> any(TEXTS);
      case BYTES -> ByteBuffer.wrap(bytes());
      case INT -> random.nextInt(LAST_DAY);
      case LONG -> schema.getLogicalType() == null ? random.nextLong() : milliseconds();
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextGaussian() * 1e5;
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      default -> throw new IllegalArgumentException("no event has a " + schema.getType());
    };
  }

  private GenericData.Record record(Schema schema) {
    GenericData.Record made = new GenericData.Record(schema);
    schema.getFields().forEach(field -> made.put(field.pos(), value(field.schema())));
    return made;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[5];
    random.nextBytes(bytes);
    return bytes;
  }

  private long milliseconds() {
    return random.nextInt(LAST_DAY) * 86_400_000L + random.nextInt(86_400_000);
  }
}
