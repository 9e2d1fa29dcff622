package io.creditstream.schemas.serde;

import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import io.creditstream.schemas.serde.WriterReaders.WriterReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroTypeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Decodes values in the Confluent wire format into a generated class, whichever compatible schema
 * they were written with. A tombstone (null) stays null.
 *
 * <p>Bad bytes are an {@link AvroDecodingException}, whatever they make Avro throw. A registry that
 * is down is not the record's fault: its {@code RegistryUnavailableException} passes through, and
 * the record must be tried again.
 *
 * <p>Safe for threads, since Kafka Streams shares one instance between its threads.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private final RecordData data;
  private final WriterReaders<T> readers;
  private final ThreadLocal<StrictDecoder> decoders = ThreadLocal.withInitial(StrictDecoder::new);

  public AvroDeserializer(Class<T> type, SchemaRegistryClient registry) {
    this.data = new RecordData(type);
    this.readers = new WriterReaders<>(data, registry);
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] value) {
    return value == null ? null : read(value, 0, value.length);
  }

  /** Decodes the bytes from the position to the limit; those of an array are not copied. */
  @Override
  public @Nullable T deserialize(String topic, Headers headers, @Nullable ByteBuffer value) {
    if (value == null) {
      return null;
    }
    if (!value.hasArray()) {
      return deserialize(topic, Utils.toArray(value));
    }
    int start = value.arrayOffset() + value.position();
    return read(value.array(), start, start + value.remaining());
  }

  private T read(byte[] bytes, int start, int end) {
    int id = WireFormat.schemaId(bytes, start, end);
    WriterReader<T> reader = readers.forSchemaId(id);
    StrictDecoder decoder = decoders.get();
    decoder.reset(bytes, start + WireFormat.HEADER_BYTES, end);
    try {
      T datum = reader.reader().read(null, decoder);
      if (decoder.remainingBytes() > 0) {
        throw new AvroDecodingException(Reason.TRAILING_BYTES, "bytes follow the datum");
      }
      return datum;
    } catch (AvroDecodingException e) {
      throw e;
    } catch (AvroTypeException e) {
      throw failure(reader.compatible() ? Reason.MALFORMED : Reason.UNRESOLVABLE, id, e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw failure(Reason.MALFORMED, id, e);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      throw failure(Reason.MALFORMED, id, e);
    } finally {
      decoder.clear();
    }
  }

  private AvroDecodingException failure(Reason reason, int id, Throwable cause) {
    return new AvroDecodingException(
        reason,
        "no "
            + data.schema().getName()
            + " written with schema id "
            + id
            + " ("
            + cause.getClass().getSimpleName()
            + ")");
  }
}
