package io.creditstream.advisor.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Login at an OpenID provider.
 *
 * @param issuer the provider, whose description lies under {@code
 *     /.well-known/openid-configuration}
 * @param client this application at the provider
 * @param publicUrl where browsers find the pages, without a path
 * @param claims how tokens tell of people
 * @param algorithms signatures that are believed, by their names in RFC 7518 and 8037
 * @param apiAudience audience of the tokens of programs; empty where programs get none
 * @param idle a session ends when nothing was asked for so long
 * @param lifetime a session ends after so long whatever happens
 * @param assignments file that says which officer has which client; empty where each sees all
 * @param perSecond requests that a person may make each second in the long run
 */
public record LoginSettings(
    URI issuer,
    Client client,
    URI publicUrl,
    ClaimNames claims,
    Set<String> algorithms,
    Optional<String> apiAudience,
    Duration idle,
    Duration lifetime,
    Optional<Path> assignments,
    int perSecond)
    implements AccessSettings {

  /** Signatures by public keys that are believed unless others are named. */
  public static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

  /** A session that nobody uses ends after half an hour. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** A session ends after a working day. */
  public static final Duration LIFETIME = Duration.ofHours(10);

  /** Requests of a person each second in the long run. */
  public static final int PER_SECOND = 20;

  private static final Set<String> SIGNATURES =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
          "Ed25519");

  public LoginSettings {
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(claims, "claims");
    requireSecure("issuer", issuer);
    requireSecure("public URL", publicUrl);
    if (publicUrl.getRawPath() != null && publicUrl.getRawPath().length() > 1
        || publicUrl.getRawQuery() != null) {
      throw new IllegalArgumentException("public URL has a path: give https://host");
    }
    algorithms = Set.copyOf(algorithms);
    if (algorithms.isEmpty() || !SIGNATURES.containsAll(algorithms)) {
      throw new IllegalArgumentException(
          "algorithms are none of those with public keys: give some of RS256, PS256, ES256, EdDSA");
    }
    if (idle.isNegative() || idle.isZero() || lifetime.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "session times are wrong: give an idle time above 0 and a lifetime that is no shorter");
    }
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "requests per person " + perSecond + " are below 1: give a limit");
    }
  }

  /**
   * This application at the provider.
   *
   * @param id its identifier
   * @param secret its secret; empty for a public client
   */
  public record Client(String id, Optional<String> secret) {

    public Client {
      if (id.isBlank() || secret.filter(String::isBlank).isPresent()) {
        throw new IllegalArgumentException(
            "client id or client secret is blank: give what the provider has given");
      }
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
      return "Client[id=" + id + "]";
    }
  }

  /** The usual settings of an issuer. */
  public static LoginSettings of(URI issuer, Client client, URI publicUrl) {
    return new LoginSettings(
        issuer,
        client,
        publicUrl,
        ClaimNames.defaults(),
        ALGORITHMS,
        Optional.empty(),
        IDLE,
        LIFETIME,
        Optional.empty(),
        PER_SECOND);
  }

  /** Whether browsers use TLS. */
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** Scheme, host and port of the pages, as browsers name the origin of a form. */
  public String origin() {
    return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  private static void requireSecure(String name, URI uri) {
    boolean plain = "http".equals(uri.getScheme());
    if (uri.getHost() == null || !(plain || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(name + " is no URL: give https://host");
    }
    if (plain && !isLoopback(uri.getHost())) {
      throw new IllegalArgumentException(name + " is not protected by TLS: give https://host");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
