package io.creditstream.advisor;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.ClaimNames;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.service.config.Variables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is let in, from environment variables. With {@code CREDITSTREAM_OIDC_ISSUER} people log in
 * there; {@code CREDITSTREAM_OIDC_CLIENT_ID} and {@code CREDITSTREAM_PUBLIC_URL} are needed then,
 * and optional: {@code CREDITSTREAM_OIDC_CLIENT_SECRET}, {@code CREDITSTREAM_OIDC_ACCOUNT_CLAIM},
 * {@code CREDITSTREAM_OIDC_ROLES_CLAIM}, {@code CREDITSTREAM_OIDC_ROLE_NAMES}, {@code
 * CREDITSTREAM_OIDC_ALGORITHMS}, {@code CREDITSTREAM_OIDC_API_AUDIENCE}, {@code
 * CREDITSTREAM_SESSION_IDLE}, {@code CREDITSTREAM_SESSION_LIFETIME}, {@code
 * CREDITSTREAM_ASSIGNMENTS}, {@code CREDITSTREAM_REQUESTS_PER_PERSON}. Without it nobody logs in;
 * {@code CREDITSTREAM_DEMO_REVIEWERS} names people under whom reviews may be tried.
 */
final class AccessVariables {

  private final Variables variables;

  AccessVariables(Variables variables) {
    this.variables = variables;
  }

  /**
   * The settings that the variables describe.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  AccessSettings read() {
    return variables.find("OIDC_ISSUER") == null
        ? new AccessSettings.Open(list("DEMO_REVIEWERS"))
        : login();
  }

  private LoginSettings login() {
    if (variables.find("DEMO_REVIEWERS") != null) {
      throw new IllegalArgumentException(
          "CREDITSTREAM_DEMO_REVIEWERS is for pages without login: leave it out");
    }
    Set<String> algorithms = list("OIDC_ALGORITHMS").stream().collect(Collectors.toSet());
    return new LoginSettings(
        Environment.url(variables, "OIDC_ISSUER", ""),
        new LoginSettings.Client(
            variables.require("OIDC_CLIENT_ID", "the client at the provider"),
            Optional.ofNullable(variables.find("OIDC_CLIENT_SECRET"))),
        Environment.url(
            variables,
            "PUBLIC_URL",
            variables.require("PUBLIC_URL", "https://host where browsers find the pages")),
        new ClaimNames(
            variables.text("OIDC_ACCOUNT_CLAIM", ClaimNames.defaults().account()),
            variables.text("OIDC_ROLES_CLAIM", ClaimNames.defaults().roles()),
            ClaimNames.roleNames(variables.text("OIDC_ROLE_NAMES", ""))),
        algorithms.isEmpty() ? LoginSettings.ALGORITHMS : algorithms,
        Optional.ofNullable(variables.find("OIDC_API_AUDIENCE")),
        variables.duration("SESSION_IDLE", LoginSettings.IDLE),
        variables.duration("SESSION_LIFETIME", LoginSettings.LIFETIME),
        Optional.ofNullable(variables.find("ASSIGNMENTS")).map(Path::of),
        variables.number("REQUESTS_PER_PERSON", LoginSettings.PER_SECOND));
  }

  private List<String> list(String name) {
    String text = variables.text(name, "");
    return text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
  }
}
