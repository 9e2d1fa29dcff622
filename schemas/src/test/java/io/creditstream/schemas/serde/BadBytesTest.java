package io.creditstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDecodingException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadBytesTest {

  private static final String TOPIC = "credit.outcomes.v1";
  private static final int CLIENT_ID_AT = 5 + 4;

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final AvroSerde<LoanOutcome> serde = new AvroSerde<>(LoanOutcome.class, registry);
  private byte[] good;

  @BeforeEach
  void write() {
    good = serde.serializer().serialize(TOPIC, SampleRecords.outcome("canary-client"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void shouldRefuseShortValue(int length) {
    assertRefused(Arrays.copyOf(good, length), Reason.TOO_SHORT);
  }

  @Test
  void shouldRefuseWrongMagicByte() {
    good[0] = 1;

    assertRefused(good, Reason.WRONG_MAGIC);
  }

  @Test
  void shouldRefuseUnknownId() {
    good[4] = 99;

    assertRefused(good, Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void shouldRefuseNegativeId() {
    good[1] = (byte) 0xff;

    assertRefused(good, Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void shouldRefuseEveryTruncation() {
    for (int length = WireFormat.HEADER_BYTES; length < good.length; length++) {
      assertRefused(Arrays.copyOf(good, length), Reason.TRUNCATED);
    }
  }

  @Test
  void shouldRefuseTrailingBytes() {
    assertRefused(Arrays.copyOf(good, good.length + 1), Reason.TRAILING_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "c080", "ff", "eda080", "f4908080", "c3", "e282", "efbfbd80"})
  void shouldRefuseTextThatIsNotUtf8(String hex) {
    byte[] bad = java.util.HexFormat.of().parseHex(hex);
    System.arraycopy(bad, 0, good, CLIENT_ID_AT + 1, bad.length);

    assertRefused(good, Reason.INVALID_UTF8);
  }

  @Test
  void shouldRefuseHugeClaimedText() {
    assertRefused(splice(zigzag(1_500_000_000L)), Reason.TOO_LARGE);
  }

  @Test
  void shouldRefuseNegativeLength() {
    assertRefused(splice(zigzag(-1)), Reason.MALFORMED);
  }

  @Test
  void shouldRefuseNumberWithTooManyBits() {
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0xff);

    assertRefused(splice(endless), Reason.MALFORMED);
  }

  @Test
  void shouldRefuseEnumIndexOutOfRange() {
    good[good.length - 1] = 100;

    assertRefused(good, Reason.MALFORMED);
  }

  @Test
  void shouldRefuseBillionItems() {
    Schema nulls = new Schema.Parser().parse(outcomeWith("{'type':'array','items':'null'}"));
    int id = registry.register("other", nulls);

    byte[] claimed = concat(WireFormat.header(id), new byte[] {2, 'a'}, zigzag(1_000_000_000L));
    assertRefused(claimed, Reason.TOO_LARGE);
    byte[] repeated = concat(WireFormat.header(id), new byte[] {2, 'a'}, zigzag(1_000_000L));
    assertRefused(repeated, Reason.TRUNCATED);
  }

  @Test
  void shouldTurnStackOverflowIntoRefusal() {
    Schema nested =
        new Schema.Parser()
            .parse(
                outcomeWith(
                    "{'type':'record','name':'N','fields':[{'name':'n','type':['null','N']}]}"));
    int id = registry.register("other", nested);
    byte[] deep = new byte[1_000_000];
    Arrays.fill(deep, (byte) 2);

    assertRefused(concat(WireFormat.header(id), new byte[] {2, 'a'}, deep), Reason.MALFORMED);
  }

  @Test
  void shouldLetNothingElseEscapeOnRandomDamage() {
    AvroSerde<LoanDecision> decisions = new AvroSerde<>(LoanDecision.class, registry);
    byte[] sound = decisions.serializer().serialize("d", DecisionSample.decision());
    long seed = 20_260_101L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = sound.clone();
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        int at = WireFormat.HEADER_BYTES + random.nextInt(sound.length - WireFormat.HEADER_BYTES);
        damaged[at] = (byte) random.nextInt();
      }
      try {
        decisions.deserializer().deserialize("d", damaged);
      } catch (AvroDecodingException e) {
        assertThat(e).as("seed %d round %d", seed, round).hasMessageNotContaining("canary");
      }
    }
  }

  private void assertRefused(byte[] value, Reason reason) {
    assertThatExceptionOfType(AvroDecodingException.class)
        .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, value))
        .withNoCause()
        .withMessageNotContaining("canary")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** The good value with its first field replaced by these bytes and the rest. */
  private byte[] splice(byte[] start) {
    return concat(
        Arrays.copyOf(good, WireFormat.HEADER_BYTES),
        start,
        Arrays.copyOfRange(good, CLIENT_ID_AT, good.length));
  }

  private static byte[] zigzag(long value) {
    long bits = value << 1 ^ value >> 63;
    byte[] bytes = new byte[10];
    int length = 0;
    while ((bits & ~0x7f) != 0) {
      bytes[length++] = (byte) (bits | 0x80);
      bits >>>= 7;
    }
    bytes[length++] = (byte) bits;
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] concat(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A writer's schema whose second field is unknown to the reader and must be skipped. */
  private static String outcomeWith(String type) {
    String schema =
        """
        {'type':'record','name':'LoanOutcome','namespace':'io.creditstream.schemas','fields':[
          {'name':'applicationId','type':'string'},
          {'name':'extra','type':%s},
          {'name':'clientId','type':'string'},
          {'name':'observedAt','type':{'type':'long','logicalType':'timestamp-millis'}},
          {'name':'result','type':
            {'type':'enum','name':'RepaymentResult','symbols':['REPAID','DEFAULTED']}}]}"""
            .formatted(type)
            .replace('\'', '"');
    return new String(schema.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
