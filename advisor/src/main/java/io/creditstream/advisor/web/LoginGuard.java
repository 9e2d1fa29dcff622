package io.creditstream.advisor.web;

import io.creditstream.advisor.security.Access;
import io.creditstream.advisor.security.Access.Need;
import io.creditstream.advisor.security.Access.Rule;
import io.creditstream.advisor.security.Identity;
import io.creditstream.advisor.security.LoginException;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.advisor.security.Person;
import io.creditstream.advisor.security.Sight;
import io.creditstream.service.http.CallerNames;
import io.creditstream.service.http.CallerRates;
import io.creditstream.service.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in who have logged in, and programs that show a token, each as far as the table
 * {@link Access} says. A person, or an address while nobody is known, has a number of requests.
 */
final class LoginGuard implements Guard {

  private static final int BURST_SECONDS = 10;
  private static final String BEARER = "Bearer ";
  private static final String PERSON = "person";

  private final Identity identity;
  private final SessionCookie cookie;
  private final FormTokens tokens;
  private final CallerRates rates;
  private final CallerNames callers;

  /**
   * @param callerHeader header that names the address of a caller, set by a gateway; null for none
   */
  LoginGuard(
      LoginSettings settings,
      Identity identity,
      SessionCookie cookie,
      @Nullable String callerHeader) {
    this.identity = identity;
    this.cookie = cookie;
    this.tokens = FormTokens.of(settings.origin());
    this.rates =
        new CallerRates(
            settings.perSecond(), settings.perSecond() * BURST_SECONDS, System::nanoTime);
    this.callers = new CallerNames(callerHeader);
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public String user(Context context) {
    return known(context).map(Person::name).orElse("");
  }

  @Override
  public List<Person> people(Context context) {
    return known(context).stream().toList();
  }

  @Override
  public Sight sight(Context context) {
    return known(context).map(identity::sight).orElseGet(Sight.Nobody::new);
  }

  @Override
  public Supplier<Sight> watch(Context context) {
    String secret = cookie.read(context);
    return () -> identity.sessions().look(secret).map(identity::sight).orElseGet(Sight.Nobody::new);
  }

  @Override
  public String csrf(Context context) {
    return tokens.of(context);
  }

  @Override
  public void check(Context context) {
    if (isFree(context.path())) {
      return;
    }
    Optional<Person> person = find(context);
    person.ifPresent(found -> context.attribute(PERSON, found));
    String caller =
        person
            .map(found -> "person " + found.account())
            .orElse("address " + callers.of(context.req()));
    int seconds = rates.ask(caller);
    if (seconds > 0) {
      context.header("Retry-After", Integer.toString(seconds));
      throw new ProblemException(429, "You ask too often: try again in " + seconds + " s");
    }
  }

  private static boolean isFree(String path) {
    return path.startsWith("/assets/") || Guard.isHealthOrMetrics(path);
  }

  /** Programs show tokens to the API alone; everywhere else a cookie counts. */
  private Optional<Person> find(Context context) {
    String authorization = context.header("Authorization");
    if (authorization == null || !isApi(context.path())) {
      return identity.sessions().use(cookie.read(context));
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw notKnown(context, "error=\"invalid_request\"");
    }
    try {
      return Optional.of(identity.tokens().read(authorization.substring(BEARER.length()).strip()));
    } catch (LoginException e) {
      if (e.isUnavailable()) {
        throw new ProblemException(503, "The token cannot be checked now: try again in a moment");
      }
      throw notKnown(context, "error=\"invalid_token\"");
    }
  }

  private static boolean isApi(String path) {
    return path.startsWith("/api/") || path.equals("/openapi.json");
  }

  private static ProblemException notKnown(Context context, String why) {
    context.header("WWW-Authenticate", "Bearer " + why);
    return new ProblemException(
        401, "Nobody is known by this request: log in, or send a token of the provider");
  }

  private static Optional<Person> known(Context context) {
    return Optional.ofNullable(context.attribute(PERSON));
  }

  @Override
  public void checkRoute(Context context) {
    Need need =
        Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
            .flatMap(route -> Access.of(route.method.name(), route.path))
            .map(Rule::need)
            .orElseThrow(() -> new PageError(403, "forbidden"));
    if (need instanceof Need.Nothing) {
      return;
    }
    Optional<Person> person = known(context);
    if (person.isEmpty()) {
      refuse(context);
      return;
    }
    if (need instanceof Need.AnyOf any && !person.get().hasAny(any.roles())) {
      throw new ProblemException(403, "Your role does not allow this");
    }
    tokens.check(context);
  }

  /** Who comes for the first time is led to the login at once; who was here is told. */
  private void refuse(Context context) {
    if (isApi(context.path()) || context.path().equals("/events")) {
      throw notKnown(context, "realm=\"creditstream\"");
    }
    if (context.method() != HandlerType.GET || !cookie.read(context).isEmpty()) {
      throw new PageError(401, "session");
    }
    context.redirect(LoginPages.href(context), HttpStatus.SEE_OTHER);
    context.skipRemainingHandlers();
  }
}
