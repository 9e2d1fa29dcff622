package io.creditstream.advisor.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The provider as it describes itself (OpenID Connect Discovery 1.0). It is asked when it is first
 * needed, so that it may be down when the advisor starts. Keys are kept for some minutes and asked
 * for again, not too often, when a token names one that is not known.
 */
final class OpenIdProvider {

  /** How long the provider may take to answer. */
  static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  private static final int MOST_BYTES = 1 << 20;

  private final Issuer issuer;
  private final Set<JWSAlgorithm> algorithms;
  private volatile @Nullable Known known;

  OpenIdProvider(URI issuer, Set<String> algorithms) {
    this.issuer = new Issuer(issuer);
    this.algorithms =
        algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What is known of the provider.
   *
   * @param metadata its description
   * @param keys chooses the keys of a signature; none for an algorithm that is not believed
   */
  record Known(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys) {}

  /**
   * The description and the keys.
   *
   * @throws LoginException if the provider does not answer, or as another one
   */
  Known known() throws LoginException {
    Known before = known;
    if (before != null) {
      return before;
    }
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, PATIENCE_MILLIS, PATIENCE_MILLIS);
      if (metadata.getAuthorizationEndpointURI() == null
          || metadata.getTokenEndpointURI() == null
          || metadata.getJWKSetURI() == null) {
        throw LoginException.unavailable(new IOException("an endpoint is missing"));
      }
      JWKSource<SecurityContext> source =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
              .refreshAheadCache(false)
              .retrying(true)
              .build();
      Known found = new Known(metadata, new JWSVerificationKeySelector<>(algorithms, source));
      known = found;
      return found;
    } catch (GeneralException | IOException e) {
      throw LoginException.unavailable(e);
    }
  }
}
