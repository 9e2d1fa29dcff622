package io.creditstream.advisor.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.creditstream.advisor.fixture.GuardedSite;
import io.creditstream.advisor.fixture.Issuer;
import io.creditstream.advisor.fixture.Visitor;
import io.creditstream.advisor.security.Access.Need;
import io.creditstream.advisor.security.Access.Rule;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole table of roles and routes, asked line by line, and the tokens of programs. */
class AccessIT {

  @TempDir static Path directory;
  private static GuardedSite guarded;
  private static Issuer issuer;

  @BeforeAll
  static void start() {
    guarded = GuardedSite.start(directory);
    issuer = guarded.issuer();
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  @Test
  void shouldLetEachRoleDoWhatTheTableSaysAndNothingElse() throws Exception {
    Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      visitors.put(role, guarded.login("a " + role.claim(), role.claim()));
    }
    List<String> wrong = new ArrayList<>();
    for (Rule rule : Access.TABLE) {
      if (rule.path().equals("/logout") || rule.path().equals("/events")) {
        continue;
      }
      for (Role role : Role.values()) {
        int status = status(visitors.get(role), rule);
        if ((status == 403) == allows(rule.need(), role) || status == 401) {
          wrong.add(rule.method() + " " + rule.path() + " as " + role + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void shouldLetStrangersSeeNothingButWhatIsOpen() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : Access.TABLE) {
      int status = status(guarded.stranger(), rule);
      boolean open = rule.need() instanceof Need.Nothing;
      boolean refused = status == 401 || status == 303;
      if (refused == open && !rule.path().startsWith("/login")) {
        wrong.add(rule.method() + " " + rule.path() + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void shouldLetSomebodyWithoutRoleDoNothingButLogOut() throws Exception {
    Visitor nobody = guarded.login("nobody", "cook");

    assertThat(nobody.get("/?lang=en").statusCode()).isEqualTo(403);
    assertThat(nobody.get("/model").statusCode()).isEqualTo(403);
    assertThat(nobody.post("/logged-out", "/logout", "").statusCode()).isEqualTo(303);
  }

  @Test
  void shouldLetProgramsReadTheApiAlone() throws Exception {
    Visitor program = guarded.stranger();
    String token = issuer.sign(issuer.apiClaims("reporting", "service"));

    assertThat(program.ask("/api/decisions", token).body()).contains("\"total\":20");
    assertThat(program.ask("/api/decisions/A1", token).statusCode()).isEqualTo(200);
    assertThat(program.ask("/openapi.json", token).statusCode()).isEqualTo(200);
    assertThat(program.ask("/", token).statusCode()).isEqualTo(303);
    assertThat(program.ask("/applications/A1", token).statusCode()).isEqualTo(303);
  }

  @Test
  void shouldRefuseProgramsByRole() throws Exception {
    String operator = issuer.sign(issuer.apiClaims("watcher", "operator"));
    String nobody = issuer.sign(issuer.apiClaims("nobody"));

    assertThat(guarded.stranger().ask("/api/decisions", operator).statusCode()).isEqualTo(403);
    assertThat(guarded.stranger().ask("/api/decisions", nobody).statusCode()).isEqualTo(403);
  }

  @Test
  void shouldRefuseTokensThatAreNotSound() throws Exception {
    Date before = Date.from(Instant.now().minusSeconds(3_600));
    String sound = issuer.sign(claims());

    refuses("unsigned", new PlainJWT(claims().build()).serialize());
    refuses("foreign key", issuer.sign(claims(), Issuer.newKey()));
    refuses("forged", Tokens.withOtherClaims(sound));
    refuses("another algorithm", Tokens.hmac(claims(), issuer.publicKey()));
    refuses("expired", issuer.sign(claims().expirationTime(before)));
    refuses("without expiry", issuer.sign(claims().expirationTime(null)));
    refuses(
        "not yet",
        issuer.sign(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(3_600)))));
    refuses("wrong audience", issuer.sign(claims().audience("another API")));
    refuses("an ID token", issuer.sign(claims().audience(Issuer.CLIENT)));
    refuses("wrong issuer", issuer.sign(claims().issuer("http://evil.example")));
    refuses("nobody", issuer.sign(claims().subject(null)));
    refuses("no token", "x.y.z");
    refuses("empty", "");
    assertThat(guarded.stranger().ask("/api/decisions", sound).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldForbidFramesForeignScriptsAndSniffingOnEveryRoute() throws Exception {
    Visitor everything = guarded.login("all", "officer", "risk", "operator");
    List<String> paths =
        Access.TABLE.stream()
            .filter(rule -> rule.method().equals("GET") && !rule.path().equals("/events"))
            .map(AccessIT::path)
            .collect(Collectors.toCollection(ArrayList::new));
    paths.addAll(List.of("/nowhere", "/applications/nobody", "/api/decisions?to=never"));
    for (String path : paths) {
      for (Visitor visitor : List.of(everything, guarded.stranger())) {
        HttpHeaders headers = visitor.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'self'", "frame-ancestors 'none'")
            .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
      }
    }
  }

  @Test
  void shouldChangeNothingByAnAddress() throws Exception {
    Visitor officer = guarded.login("ann", "officer");
    String form = "?csrf=&seen=0&step=UPHOLD&reason=by+an+address";

    officer.get("/applications/A2/review" + form);
    officer.get("/logout" + form);
    officer.get("/new" + form);

    assertThat(guarded.site().cases().application("A2").orElseThrow().reviews()).isEmpty();
    assertThat(officer.get("/").statusCode()).as("still logged in").isEqualTo(200);
  }

  @Test
  void shouldTellProgramsWithoutTokenHowToComeIn() throws Exception {
    HttpResponse<String> response = guarded.stranger().get("/api/decisions");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer ");
  }

  private static void refuses(String what, String token) throws Exception {
    HttpResponse<String> response = guarded.stranger().ask("/api/decisions", token);
    assertThat(response.statusCode()).as(what).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .as(what)
        .startsWith("Bearer ");
    assertThat(response.body()).as(what).doesNotContain("A1");
  }

  private static JWTClaimsSet.Builder claims() {
    return issuer.apiClaims("reporting", "service");
  }

  private static boolean allows(Need need, Role role) {
    return !(need instanceof Need.AnyOf any) || any.roles().contains(role);
  }

  private static String path(Rule rule) {
    return rule.path().replace("{id}", "A1").replace("{name}", "advisor.css");
  }

  private static int status(Visitor visitor, Rule rule) throws Exception {
    String path = path(rule);
    return rule.method().equals("GET")
        ? visitor.get(path).statusCode()
        : visitor.post("/logged-out", path, "").statusCode();
  }
}
