package io.creditstream.advisor.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.creditstream.advisor.security.OpenIdProvider.Known;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens of programs: JWTs (RFC 9068, or of no stated type) of the provider, for the
 * audience that is configured. Where none is configured, none is taken, so that the ID token of a
 * person never opens the API to a program.
 */
public final class BearerTokens {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final OpenIdProvider provider;
  private final Optional<String> audience;
  private final ClaimedPerson person;

  BearerTokens(LoginSettings settings, OpenIdProvider provider) {
    this.provider = provider;
    this.audience = settings.apiAudience();
    this.person = new ClaimedPerson(settings.claims());
  }

  /**
   * Who shows a token.
   *
   * @throws LoginException if the token proves nothing, or the provider does not answer
   */
  public Person read(String token) throws LoginException {
    String expected =
        audience.orElseThrow(() -> LoginException.refused("no audience is configured"));
    Known known = provider.known();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN, JOSEObjectType.JWT, null));
    processor.setJWSKeySelector(known.keys());
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            expected,
            new JWTClaimsSet.Builder().issuer(known.metadata().getIssuer().getValue()).build(),
            Set.of("exp")));
    try {
      return person
          .read(processor.process(token, null).toJSONObject())
          .orElseThrow(() -> LoginException.refused("the token does not tell the account"));
    } catch (ParseException | BadJOSEException e) {
      throw LoginException.refused("the token is not sound", e);
    } catch (JOSEException e) {
      throw LoginException.unavailable(e);
    }
  }
}
