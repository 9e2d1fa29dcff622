package io.creditstream.advisor;

import static io.creditstream.advisor.security.LoginSettings.ALGORITHMS;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.ClaimNames;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.Setting;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is let in. With an issuer people log in there, without nobody does and reviews may be tried
 * under names that nobody has authenticated.
 */
final class AccessVariables {

  private static final ClaimNames CLAIMS = ClaimNames.defaults();

  private static final Setting DEMO_REVIEWERS =
      Setting.optional("DEMO_REVIEWERS", "names to try reviews with where nobody logs in");
  private static final Setting OIDC_ISSUER =
      Setting.optional("OIDC_ISSUER", "https://host/path of an OpenID provider to log in at");
  private static final Setting OIDC_CLIENT_ID =
      Setting.optional("OIDC_CLIENT_ID", "the client at the provider");
  private static final Setting OIDC_CLIENT_SECRET =
      Setting.secret("OIDC_CLIENT_SECRET", "its secret there; none for a public client");
  private static final Setting PUBLIC_URL =
      Setting.optional("PUBLIC_URL", "https://host where browsers find the pages");
  private static final Setting OIDC_ACCOUNT_CLAIM =
      Setting.of(
          "OIDC_ACCOUNT_CLAIM",
          CLAIMS.account(),
          "claim that tells people apart; one that they cannot change");
  private static final Setting OIDC_ROLES_CLAIM =
      Setting.of(
          "OIDC_ROLES_CLAIM",
          CLAIMS.roles(),
          "claim of the ID token with the roles, or the way to it between dots");
  private static final Setting OIDC_ROLE_NAMES =
      Setting.optional(
          "OIDC_ROLE_NAMES",
          "other names of roles there, as in officer=credit-officers,risk=risk-team");
  private static final Setting OIDC_ALGORITHMS =
      Setting.of(
          "OIDC_ALGORITHMS",
          String.join(",", new TreeSet<>(ALGORITHMS)),
          "signatures that are believed");
  private static final Setting OIDC_API_AUDIENCE =
      Setting.optional(
          "OIDC_API_AUDIENCE", "audience of tokens of programs; without it programs get none");
  private static final Setting SESSION_IDLE =
      Setting.of("SESSION_IDLE", LoginSettings.IDLE, "silence after which a session ends");
  private static final Setting SESSION_LIFETIME =
      Setting.of("SESSION_LIFETIME", LoginSettings.LIFETIME, "when a session ends in any case");
  private static final Setting ASSIGNMENTS =
      Setting.optional(
          "ASSIGNMENTS", "file with a line client,account for each client of an officer");
  private static final Setting REQUESTS_PER_PERSON =
      Setting.of(
          "REQUESTS_PER_PERSON",
          LoginSettings.PER_SECOND,
          "requests a second of one person in the long run, ten times as many at once");

  private final Configuration given;

  AccessVariables(Configuration given) {
    this.given = given;
  }

  static List<Setting> all() {
    return List.of(
        DEMO_REVIEWERS,
        OIDC_ISSUER,
        OIDC_CLIENT_ID,
        OIDC_CLIENT_SECRET,
        PUBLIC_URL,
        OIDC_ACCOUNT_CLAIM,
        OIDC_ROLES_CLAIM,
        OIDC_ROLE_NAMES,
        OIDC_ALGORITHMS,
        OIDC_API_AUDIENCE,
        SESSION_IDLE,
        SESSION_LIFETIME,
        ASSIGNMENTS,
        REQUESTS_PER_PERSON);
  }

  /**
   * The settings that the values describe.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  AccessSettings read() {
    return given.optional(OIDC_ISSUER).isEmpty()
        ? new AccessSettings.Open(given.list(DEMO_REVIEWERS))
        : login();
  }

  private LoginSettings login() {
    if (given.optional(DEMO_REVIEWERS).isPresent()) {
      throw new IllegalArgumentException(
          DEMO_REVIEWERS.variable() + " is for pages without login: leave it out");
    }
    given.require(PUBLIC_URL);
    return new LoginSettings(
        AdvisorSettings.url(given, OIDC_ISSUER),
        new LoginSettings.Client(given.require(OIDC_CLIENT_ID), given.optional(OIDC_CLIENT_SECRET)),
        AdvisorSettings.url(given, PUBLIC_URL),
        new ClaimNames(
            given.text(OIDC_ACCOUNT_CLAIM),
            given.text(OIDC_ROLES_CLAIM),
            ClaimNames.roleNames(given.optional(OIDC_ROLE_NAMES).orElse(""))),
        Set.copyOf(given.list(OIDC_ALGORITHMS)),
        given.optional(OIDC_API_AUDIENCE),
        given.duration(SESSION_IDLE),
        given.duration(SESSION_LIFETIME),
        given.path(ASSIGNMENTS),
        given.number(REQUESTS_PER_PERSON));
  }
}
