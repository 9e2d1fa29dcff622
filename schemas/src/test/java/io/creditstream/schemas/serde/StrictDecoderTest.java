package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDecoderTest {

  private static final Schema EVERYTHING =
      SchemaBuilder.record("Everything")
          .fields()
          .requiredBoolean("flag")
          .requiredInt("number")
          .requiredLong("large")
          .requiredFloat("rough")
          .requiredDouble("fine")
          .requiredString("text")
          .requiredBytes("bytes")
          .optionalLong("maybe")
          .name("fixed")
          .type()
          .fixed("Four")
          .size(4)
          .noDefault()
          .name("choice")
          .type()
          .enumeration("Choice")
          .symbols("A", "B")
          .noDefault()
          .name("list")
          .type()
          .array()
          .items()
          .stringType()
          .noDefault()
          .name("map")
          .type()
          .map()
          .values()
          .longType()
          .noDefault()
          .endRecord();
  private static final Schema NOTHING = SchemaBuilder.record("Everything").fields().endRecord();

  private final Random random = new Random(7);
  private final StrictDecoder decoder = new StrictDecoder();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldReadWhatAvroWrites(boolean inSizedBlocks) throws IOException {
    for (int round = 0; round < 500; round++) {
      GenericData.Record datum = datum();
      reset(encode(datum, inSizedBlocks));

      Object read = new GenericDatumReader<>(EVERYTHING).read(null, decoder);

      assertThat(read).isEqualTo(datum);
      assertThat(decoder.remainingBytes()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldSkipWhatAvroWrites(boolean inSizedBlocks) throws IOException {
    for (int round = 0; round < 500; round++) {
      reset(encode(datum(), inSizedBlocks));

      new GenericDatumReader<>(EVERYTHING, NOTHING).read(null, decoder);

      assertThat(decoder.remainingBytes()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, 63, -64, 64, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE})
  void shouldReadNumbersOfAnySize(long number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    encoder.writeLong(number);
    encoder.writeInt((int) number);
    encoder.flush();
    reset(out.toByteArray());

    assertThat(decoder.readLong()).isEqualTo(number);
    assertThat(decoder.readInt()).isEqualTo((int) number);
  }

  @Test
  void shouldReadFromTheOffsetToTheEnd() {
    decoder.reset(new byte[] {9, 9, 2, 4}, 2, 3);

    assertThat(decoder.remainingBytes()).isEqualTo(1);
    assertThat(decoder.readInt()).isEqualTo(1);
    assertFails(Reason.TRUNCATED, decoder::readInt);
  }

  @Test
  void shouldRefuseBooleanThatIsNeither() {
    reset(new byte[] {2});

    assertFails(Reason.MALFORMED, decoder::readBoolean);
  }

  @Test
  void shouldRefuseIntBeyond32Bits() {
    reset(new byte[] {-1, -1, -1, -1, 0x10});

    assertFails(Reason.MALFORMED, decoder::readInt);
  }

  @Test
  void shouldRefuseBlockThatClaimsMoreThanAnyRecordHolds() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    encoder.writeLong(Long.MIN_VALUE);
    encoder.writeLong(1);
    encoder.flush();
    reset(out.toByteArray());

    assertFails(Reason.TOO_LARGE, decoder::readArrayStart);
  }

  private void reset(byte[] bytes) {
    decoder.reset(bytes, 0, bytes.length);
  }

  private static void assertFails(Reason reason, Runnable reading) {
    assertThatExceptionOfType(AvroDecodingException.class)
        .isThrownBy(reading::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private GenericData.Record datum() {
    GenericData.Record datum = new GenericData.Record(EVERYTHING);
    datum.put("flag", random.nextBoolean());
    datum.put("number", random.nextInt());
    datum.put("large", random.nextLong());
    datum.put("rough", random.nextFloat());
    datum.put("fine", random.nextGaussian());
    datum.put("text", text());
    datum.put("bytes", ByteBuffer.wrap(bytes(random.nextInt(40))));
    datum.put("maybe", random.nextBoolean() ? random.nextLong() : null);
    datum.put("fixed", new GenericData.Fixed(schema("fixed"), bytes(4)));
    datum.put(
        "choice", new GenericData.EnumSymbol(schema("choice"), random.nextInt(2) == 0 ? "A" : "B"));
    List<Utf8> list = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      list.add(text());
    }
    datum.put("list", new GenericData.Array<>(schema("list"), list));
    datum.put("map", Map.of(new Utf8("k"), random.nextLong(), new Utf8("\u00e9"), 1L));
    return datum;
  }

  private static Schema schema(String field) {
    return EVERYTHING.getField(field).schema();
  }

  private Utf8 text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = random.nextInt(Character.MAX_CODE_POINT + 1);
      boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      text.appendCodePoint(half ? 'h' : point);
    }
    return new Utf8(text.toString());
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] encode(GenericData.Record datum, boolean inSizedBlocks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncoderFactory factory = new EncoderFactory().configureBlockSize(64);
    BinaryEncoder encoder =
        inSizedBlocks ? factory.blockingBinaryEncoder(out, null) : factory.binaryEncoder(out, null);
    new GenericDatumWriter<>(EVERYTHING).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
