package io.creditstream.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.ClaimNames;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.advisor.security.Role;
import io.creditstream.advisor.store.postgres.PostgresSettings;
import io.creditstream.service.config.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisorSettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "CREDITSTREAM_BOOTSTRAP_SERVERS", "kafka:9092",
          "CREDITSTREAM_SCHEMA_REGISTRY_URL", "http://registry:8081",
          "CREDITSTREAM_STATE_DIR", "/state");
  private static final Map<String, String> LOGIN =
      Map.of(
          "CREDITSTREAM_OIDC_ISSUER", "https://login.example",
          "CREDITSTREAM_OIDC_CLIENT_ID", "advisor",
          "CREDITSTREAM_PUBLIC_URL", "https://advisor.example");

  @Test
  void shouldBeOpenOnTheLoopbackAddressByDefault() {
    AdvisorConfig config = read(REQUIRED);

    assertThat(config.site().access()).isEqualTo(new AccessSettings.Open(List.of()));
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isEqualTo(AdvisorConfig.DEFAULT_PORT);
    assertThat(config.site().grafana()).isEmpty();
    assertThat(config.scorer()).isEqualTo(URI.create("http://127.0.0.1:8081"));
  }

  @Test
  void shouldReadWhatIsOptional() {
    AdvisorConfig config =
        read(
            with(
                REQUIRED,
                "CREDITSTREAM_DEMO_REVIEWERS",
                "one, two",
                "CREDITSTREAM_GRAFANA_URL",
                "https://grafana.example",
                "CREDITSTREAM_TIME_ZONE",
                "Europe/Paris",
                "CREDITSTREAM_CALLER_HEADER",
                "X-Real-IP",
                "CREDITSTREAM_STORE_MEGABYTES",
                "512",
                "CREDITSTREAM_DATABASE_URL",
                "jdbc:postgresql://db/advisor",
                "CREDITSTREAM_DATABASE_USER",
                "u",
                "CREDITSTREAM_DATABASE_PASSWORD",
                "p"));

    assertThat(config.site().access()).isEqualTo(new AccessSettings.Open(List.of("one", "two")));
    assertThat(config.site().grafana()).contains(URI.create("https://grafana.example"));
    assertThat(config.site().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(config.site().callerHeader()).contains("X-Real-IP");
    assertThat(config.storeMegabytes()).isEqualTo(512);
    assertThat(config.database())
        .contains(
            new PostgresSettings(
                "jdbc:postgresql://db/advisor", Optional.of("u"), Optional.of("p")));
    assertThat(config.toString()).doesNotContain("jdbc");
  }

  @Test
  void shouldListenElsewhereOnlyWithALogin() {
    Map<String, String> outside = with(REQUIRED, "CREDITSTREAM_HOST", "0.0.0.0");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(outside))
        .withMessageContaining("configure a login");
    outside.putAll(LOGIN);
    AdvisorConfig config = read(outside);
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.site().access())
        .isEqualTo(
            LoginSettings.of(
                URI.create("https://login.example"),
                new LoginSettings.Client("advisor", Optional.empty()),
                URI.create("https://advisor.example")));
  }

  @Test
  void shouldReadEverythingOfALogin() {
    Map<String, String> all = with(REQUIRED);
    all.putAll(LOGIN);
    all.putAll(
        Map.of(
            "CREDITSTREAM_OIDC_CLIENT_SECRET", "s",
            "CREDITSTREAM_OIDC_ACCOUNT_CLAIM", "employee",
            "CREDITSTREAM_OIDC_ROLES_CLAIM", "realm_access.roles",
            "CREDITSTREAM_OIDC_ROLE_NAMES", "officer=credit-officers, risk=risk-team",
            "CREDITSTREAM_OIDC_ALGORITHMS", "ES256,EdDSA",
            "CREDITSTREAM_OIDC_API_AUDIENCE", "api",
            "CREDITSTREAM_SESSION_IDLE", "PT5M",
            "CREDITSTREAM_SESSION_LIFETIME", "PT8H",
            "CREDITSTREAM_ASSIGNMENTS", "/etc/assignments.csv",
            "CREDITSTREAM_REQUESTS_PER_PERSON", "7"));

    LoginSettings login = (LoginSettings) read(all).site().access();

    assertThat(login.client().secret()).contains("s");
    assertThat(login.claims())
        .isEqualTo(
            new ClaimNames(
                "employee",
                "realm_access.roles",
                Map.of(Role.OFFICER, "credit-officers", Role.RISK, "risk-team")));
    assertThat(login.claims().roleNames()).containsEntry(Role.OPERATOR, "operator");
    assertThat(login.algorithms()).isEqualTo(Set.of("ES256", "EdDSA"));
    assertThat(login.apiAudience()).contains("api");
    assertThat(login.idle()).isEqualTo(Duration.ofMinutes(5));
    assertThat(login.lifetime()).isEqualTo(Duration.ofHours(8));
    assertThat(login.assignments()).contains(Path.of("/etc/assignments.csv"));
    assertThat(login.perSecond()).isEqualTo(7);
    assertThat(login.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "CREDITSTREAM_OIDC_ISSUER, http://login.example, not protected by TLS",
    "CREDITSTREAM_OIDC_ISSUER, login, no URL",
    "CREDITSTREAM_PUBLIC_URL, https://advisor.example/path, has a path",
    "CREDITSTREAM_PUBLIC_URL, http://advisor.example, not protected by TLS",
    "CREDITSTREAM_OIDC_ALGORITHMS, HS256, public keys",
    "CREDITSTREAM_OIDC_ALGORITHMS, none, public keys",
    "CREDITSTREAM_OIDC_ROLE_NAMES, boss=all, not understood",
    "CREDITSTREAM_SESSION_IDLE, PT0S, session times",
    "CREDITSTREAM_SESSION_LIFETIME, PT1M, session times",
    "CREDITSTREAM_REQUESTS_PER_PERSON, 0, below 1",
    "CREDITSTREAM_DEMO_REVIEWERS, ann, without login",
    "CREDITSTREAM_GRAFANA_URL, grafana, no URL",
    "CREDITSTREAM_DATABASE_URL, jdbc:mysql://db/advisor, none of PostgreSQL",
  })
  void shouldSayWhatIsWrong(String variable, String value, String message) {
    Map<String, String> wrong = with(REQUIRED);
    wrong.putAll(LOGIN);
    wrong.put(variable, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(wrong))
        .withMessageContaining(message);
  }

  private static Map<String, String> with(Map<String, String> some, String... more) {
    Map<String, String> all = new HashMap<>(some);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static AdvisorConfig read(Map<String, String> environment) {
    return AdvisorSettings.read(Configuration.ofEnvironment(AdvisorSettings.all(), environment));
  }
}
