package io.creditstream.scorer.topology;

import io.creditstream.service.http.AdvertisedUrl;
import org.apache.kafka.streams.state.HostInfo;

/** Instances by the names that the consumer group has for them. */
final class Hosts {

  private Hosts() {}

  static boolean isSelf(HostInfo host, AdvertisedUrl self) {
    return host.host().equals(self.host()) && host.port() == self.port();
  }
}
