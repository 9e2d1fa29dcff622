package io.creditstream.scorer.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.ClientHistoryBuilder;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.enrichment.SourcePages.Update;
import io.creditstream.scorer.fixture.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in the end depends on what arrived, not on its order or how often it did. */
class SourcePagesLawTest {

  private static final int SHUFFLES = 40;

  private final SchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final AvroSerializer<BureauCredit> serializer =
      new AvroSerializer<>(BureauCredit.class, registry);
  private final SourcePages<BureauCredit> pages =
      new SourcePages<>(
          HistorySource.BUREAU_CREDITS, new AvroDeserializer<>(BureauCredit.class, registry));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldKeepWhatTheHistoryBuilderKeepsInAnyOrder(long seed) {
    Random random = new Random(seed);
    List<BureauCredit> versions = versions(random);
    ClientHistoryBuilder expected = ClientHistory.builder();
    versions.forEach(version -> expected.add(HistorySource.BUREAU_CREDITS, version));
    List<BureauCredit> records = expected.build().bureauCredits();

    for (int i = 0; i < SHUFFLES; i++) {
      Collections.shuffle(versions, random);
      byte[] page = null;
      for (BureauCredit version : versions) {
        page = apply(page, upsert(version));
      }
      assertThat(pages.records(page)).as("seed %d, shuffle %d", seed, i).isEqualTo(records);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldEraseTheSameInAnyOrder(long seed) {
    Random random = new Random(seed);
    List<UnaryOperator<byte[]>> steps = new ArrayList<>();
    versions(random).forEach(version -> steps.add(upsert(version)));
    steps.add(erase(2));
    steps.add(erase(1));
    byte[] expected = null;

    for (int i = 0; i < SHUFFLES; i++) {
      Collections.shuffle(steps, random);
      byte[] page = null;
      for (UnaryOperator<byte[]> step : steps) {
        page = apply(page, step);
      }
      if (expected == null) {
        expected = page;
      }
      assertThat(page).as("seed %d, shuffle %d", seed, i).isEqualTo(expected);
      assertThat(pages.records(page))
          .allSatisfy(record -> assertThat(record.getEventTime().toEpochMilli()).isGreaterThan(2));
    }
  }

  @Test
  void shouldNotTouchThePageOnARepeat() {
    byte[] value = bytes(Events.credit("b", 1, Instant.ofEpochMilli(5)));
    byte[] page = apply(null, upsert(Events.credit("b", 1, Instant.ofEpochMilli(5))));

    Update update = pages.upsert(page, Events.credit("b", 1, Instant.ofEpochMilli(5)), value);

    assertThat(update).isInstanceOf(Update.Unchanged.class);
  }

  @Test
  void shouldRefuseAPageBeyondAllMeasure() {
    BureauCredit credit = Events.credit("b-1", 1, Instant.ofEpochMilli(5));
    byte[] huge = new byte[SourcePages.MAX_PAGE_BYTES];

    Update update = pages.upsert(null, credit, huge);

    assertThat(update).isInstanceOf(Update.Refused.class);
  }

  /** Several versions of five records: repeats, corrections, ties, removals. */
  private static List<BureauCredit> versions(Random random) {
    List<BureauCredit> versions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Instant time = Instant.ofEpochMilli(1 + random.nextInt(4));
      String id = "b-" + random.nextInt(5);
      versions.add(
          random.nextInt(5) == 0
              ? Events.removal(id, time)
              : Events.credit(id, random.nextInt(3), time));
    }
    versions.addAll(List.copyOf(versions.subList(0, 10)));
    return versions;
  }

  private UnaryOperator<byte[]> upsert(BureauCredit version) {
    return page -> changed(page, pages.upsert(page, version, bytes(version)));
  }

  private UnaryOperator<byte[]> erase(long upTo) {
    return page -> changed(page, pages.erase(page, upTo));
  }

  private static byte[] apply(byte[] page, UnaryOperator<byte[]> step) {
    return step.apply(page);
  }

  private static byte[] changed(byte[] page, Update update) {
    return update instanceof Update.Changed changed ? changed.page() : page;
  }

  private byte[] bytes(BureauCredit version) {
    return serializer.serialize(Topics.BUREAU_CREDITS.name(), version);
  }
}
