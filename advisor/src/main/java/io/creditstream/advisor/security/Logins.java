package io.creditstream.advisor.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.creditstream.advisor.security.OpenIdProvider.Known;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Login by the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state and
 * nonce. The ID token counts if its signature, algorithm, issuer, audience, times and nonce are
 * right.
 */
public final class Logins {

  private static final Scope SCOPE = new Scope("openid", "profile");

  private final LoginSettings settings;
  private final OpenIdProvider provider;
  private final LoginAttempts attempts;
  private final ClaimedPerson person;
  private final ClientID client;
  private final URI callback;

  Logins(LoginSettings settings, OpenIdProvider provider, InstantSource clock) {
    this.settings = settings;
    this.provider = provider;
    this.attempts = new LoginAttempts(clock);
    this.person = new ClaimedPerson(settings.claims());
    this.client = new ClientID(settings.client().id());
    this.callback = URI.create(settings.origin() + "/login/callback");
  }

  /**
   * A login that begins.
   *
   * @param secret what the browser keeps until it comes back
   * @param address where the browser goes
   */
  public record Beginning(String secret, URI address) {}

  /**
   * A login that has ended well.
   *
   * @param person who it is
   * @param to path of the page to go to
   */
  public record Arrival(Person person, String to) {}

  /**
   * Begins a login.
   *
   * @param to path of the page to go to afterwards
   * @throws LoginException if the provider does not answer
   */
  public Beginning begin(String to) throws LoginException {
    Known known = provider.known();
    LoginAttempts.Begun begun = attempts.begin(to);
    URI address =
        new AuthenticationRequest.Builder(new ResponseType("code"), SCOPE, client, callback)
            .endpointURI(known.metadata().getAuthorizationEndpointURI())
            .state(new State(begun.attempt().state()))
            .nonce(new Nonce(begun.attempt().nonce()))
            .codeChallenge(new CodeVerifier(begun.attempt().verifier()), CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Beginning(begun.secret(), address);
  }

  /**
   * Ends a login.
   *
   * @param secret what the browser kept
   * @param answer parameters with which the provider has sent the browser back
   * @throws LoginException if the browser did not begin this login, or the provider did not say who
   *     it is
   */
  public Arrival end(@Nullable String secret, Map<String, String> answer) throws LoginException {
    LoginAttempt attempt =
        Optional.ofNullable(secret)
            .flatMap(attempts::end)
            .orElseThrow(() -> LoginException.refused("this browser began no login"));
    if (!equal(attempt.state(), answer.getOrDefault("state", ""))) {
      throw LoginException.refused("the answer belongs to another login");
    }
    String from = answer.get("iss");
    if (from != null && !from.equals(settings.issuer().toString())) {
      throw LoginException.refused("the answer comes from another provider");
    }
    String code = answer.get("code");
    if (code == null || code.isBlank()) {
      throw LoginException.refused("the provider let nobody in");
    }
    return new Arrival(person(token(code, attempt), attempt), attempt.to());
  }

  private JWT token(String code, LoginAttempt attempt) throws LoginException {
    URI endpoint = provider.known().metadata().getTokenEndpointURI();
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
    TokenRequest request =
        settings
            .client()
            .secret()
            .map(secret -> new ClientSecretBasic(client, new Secret(secret)))
            .map(authentication -> new TokenRequest.Builder(endpoint, authentication, grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build();
    HTTPRequest http = request.toHTTPRequest();
    http.setConnectTimeout(OpenIdProvider.PATIENCE_MILLIS);
    http.setReadTimeout(OpenIdProvider.PATIENCE_MILLIS);
    http.setFollowRedirects(false);
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(http.send());
      if (response instanceof OIDCTokenResponse tokens) {
        JWT token = tokens.getOIDCTokens().getIDToken();
        if (token != null) {
          return token;
        }
      }
      throw LoginException.refused("the provider gave no token for the code");
    } catch (ParseException e) {
      throw LoginException.refused("the provider gave what is no token", e);
    } catch (IOException e) {
      throw LoginException.unavailable(e);
    }
  }

  private Person person(JWT token, LoginAttempt attempt) throws LoginException {
    Known known = provider.known();
    IDTokenValidator validator =
        new IDTokenValidator(known.metadata().getIssuer(), client, known.keys(), null);
    try {
      return person
          .read(validator.validate(token, new Nonce(attempt.nonce())).toJSONObject())
          .orElseThrow(() -> LoginException.refused("the token does not tell the account"));
    } catch (BadJOSEException e) {
      throw LoginException.refused("the token is not sound", e);
    } catch (JOSEException e) {
      throw LoginException.unavailable(e);
    }
  }

  /** Where a person may end the session at the provider too; empty where it cannot be ended. */
  public Optional<URI> providerLogout() {
    try {
      return Optional.ofNullable(provider.known().metadata().getEndSessionEndpointURI())
          .map(
              uri ->
                  URI.create(
                      uri
                          + (uri.getRawQuery() == null ? "?" : "&")
                          + "client_id="
                          + URLEncoder.encode(client.getValue(), UTF_8)
                          + "&post_logout_redirect_uri="
                          + URLEncoder.encode(settings.origin() + "/logged-out", UTF_8)));
    } catch (LoginException e) {
      return Optional.empty();
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
