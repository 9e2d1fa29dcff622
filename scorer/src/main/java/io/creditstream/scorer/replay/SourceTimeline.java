package io.creditstream.scorer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDecodingException;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.scorer.enrichment.SourcePages;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Takes the records of one source in, one after the other, as the scorer does. */
final class SourceTimeline<R extends SpecificRecordBase> {

  private final HistorySource<R> source;
  private final AvroDeserializer<R> deserializer;
  private final SourcePages<R> pages;

  SourceTimeline(HistorySource<R> source, SchemaRegistryClient registry) {
    this.source = source;
    this.deserializer = new AvroDeserializer<>(source.topic().valueType(), registry);
    this.pages = new SourcePages<>(source, deserializer);
  }

  HistorySource<R> source() {
    return source;
  }

  /** The page after one more record; the same one where the record changes nothing. */
  byte @Nullable [] after(byte @Nullable [] page, HistoryRecord record) {
    byte[] value = record.value();
    if (value == null) {
      return page(page, pages.erase(page, record.timestamp()));
    }
    R version = decode(value);
    boolean foreign =
        version == null || !source.clientId(version).equals(new String(record.key(), UTF_8));
    return version == null || foreign ? page : page(page, pages.upsert(page, version, value));
  }

  /** The records that a page holds. */
  List<R> records(byte @Nullable [] page) {
    return pages.records(page);
  }

  /** What no scorer can have taken in is none. */
  private @Nullable R decode(byte[] value) {
    try {
      return deserializer.deserialize(source.topic().name(), value);
    } catch (AvroDecodingException e) {
      return null;
    }
  }

  private static byte @Nullable [] page(byte @Nullable [] before, SourcePages.Update update) {
    return update instanceof SourcePages.Update.Changed changed ? changed.page() : before;
  }
}
