package io.creditstream.schemas.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * One server of the registry.
 *
 * @param base address without user information and trailing slashes
 * @param authorization value of the Authorization header, if the address had user information
 */
record RegistryEndpoint(String base, Optional<String> authorization) {

  static RegistryEndpoint of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
      throw new IllegalArgumentException("urls: not an http or https address");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    return new RegistryEndpoint(
        scheme + "://" + uri.getHost() + port + path,
        Optional.ofNullable(uri.getRawUserInfo()).map(RegistryEndpoint::basic));
  }

  /** The address of a resource; each segment is escaped. */
  URI resolve(String... segments) {
    StringBuilder address = new StringBuilder(base);
    for (String segment : segments) {
      String escaped = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
      address.append('/').append(escaped);
    }
    return URI.create(address.toString());
  }

  /** The address alone, never the credentials. */
  @Override
  public String toString() {
    return base;
  }

  private static String basic(String userInfo) {
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
