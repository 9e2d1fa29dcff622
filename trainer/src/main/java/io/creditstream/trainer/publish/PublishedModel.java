package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.schemas.ModelBundle;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the topic of the models.
 *
 * @param value its bytes, which can be published again as they are; they must not be changed
 * @param event what they say
 * @param headers how it came to be published
 */
record PublishedModel(byte[] value, ModelBundle event, Map<String, String> headers) {

  /** Header: version of the champion that it took the place of. */
  static final String PREVIOUS = "creditstream.previous-version";

  static PublishedModel of(ConsumerRecord<byte[], byte[]> record, ModelBundle event) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return new PublishedModel(record.value(), event, headers);
  }

  String version() {
    return event.getVersion();
  }

  /** Version of the champion before it, if it is known. */
  Optional<String> previous() {
    return Optional.ofNullable(headers.get(PREVIOUS)).filter(version -> !version.isEmpty());
  }

  /**
   * @throws io.creditstream.features.bundle.BundleException if it is not sound
   */
  Bundle bundle() {
    byte[] archive = new byte[event.getBundle().remaining()];
    event.getBundle().duplicate().get(archive);
    return BundleArchive.fromBytes(archive);
  }

  @Override
  public String toString() {
    return "PublishedModel[" + version() + "]";
  }
}
