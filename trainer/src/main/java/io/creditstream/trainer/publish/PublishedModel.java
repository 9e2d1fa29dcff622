package io.creditstream.trainer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleException;
import io.creditstream.schemas.ModelBundle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the topic of the models.
 *
 * @param key key of the record
 * @param offset offset of the record: the greater, the later it was written
 * @param value its bytes, which can be published again as they are; they must not be changed
 * @param event what they say
 * @param headers how it came to be published
 */
record PublishedModel(
    String key, long offset, byte[] value, ModelBundle event, Map<String, String> headers) {

  /** Header: version of the champion that it took the place of. */
  static final String PREVIOUS = "creditstream.previous-version";

  /** Header: SHA-256 of the bundle of that champion; records of earlier releases have none. */
  static final String PREVIOUS_BUNDLE = "creditstream.previous-bundle";

  private static final int SHORT_DIGEST = 12;

  static PublishedModel of(String key, ConsumerRecord<byte[], byte[]> record, ModelBundle event) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return new PublishedModel(key, record.offset(), record.value(), event, headers);
  }

  String version() {
    return event.getVersion();
  }

  /** Model and bundle together: {@code VERSION:DIGEST}, since one model has several policies. */
  String id() {
    return version() + ":" + event.getBundleSha256();
  }

  /**
   * Whether it is meant by a version, or by a version, a colon and the first digits of a digest.
   */
  boolean isCalled(String name) {
    return version().equals(name) || (name.startsWith(version() + ":") && id().startsWith(name));
  }

  /** What {@link #isCalled} takes, as short as people write it, and the policy. */
  String description() {
    String digest = event.getBundleSha256();
    return "%s:%s%s"
        .formatted(
            version(), digest.substring(0, Math.min(SHORT_DIGEST, digest.length())), policy());
  }

  private String policy() {
    try {
      return " (policy " + bundle().policy().version() + ")";
    } catch (BundleException e) {
      return "";
    }
  }

  /** Whether it is the same model with the same policy as a bundle. */
  boolean decidesAs(Bundle other) {
    try {
      return version().equals(other.manifest().version())
          && bundle().policy().equals(other.policy());
    } catch (BundleException e) {
      return false;
    }
  }

  /** Id of the champion before it, or the version alone, as far as it is known. */
  Optional<String> previous() {
    String bundle = headers.getOrDefault(PREVIOUS_BUNDLE, "");
    return Optional.ofNullable(headers.get(PREVIOUS))
        .filter(version -> !version.isEmpty())
        .map(version -> bundle.isEmpty() ? version : version + ":" + bundle);
  }

  /** The headers by which its successor names it. */
  Map<String, String> asPrevious() {
    return Map.of(PREVIOUS, version(), PREVIOUS_BUNDLE, event.getBundleSha256());
  }

  /** The headers by which it names the champion before it. */
  Map<String, String> namingPrevious() {
    Map<String, String> naming = new TreeMap<>(headers);
    naming.keySet().retainAll(Set.of(PREVIOUS, PREVIOUS_BUNDLE));
    return naming;
  }

  /**
   * @throws BundleException if it is not sound
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
