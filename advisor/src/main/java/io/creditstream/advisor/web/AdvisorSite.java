package io.creditstream.advisor.web;

import io.creditstream.advisor.review.ReviewDesk;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.security.Identity;
import io.creditstream.advisor.security.LoginSettings;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.web.AdvisorRoutes.SitePages;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;

/** The pages of the advisor, put together. */
public final class AdvisorSite implements AutoCloseable {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  /** How long a reviewer waits for a review to be read back. */
  private static final Duration READ_BACK = Duration.ofSeconds(5);

  private final LiveFeed live;
  private final Consumer<JavalinDefaultRoutingApi> routes;

  /**
   * Puts the pages together.
   *
   * @throws IllegalArgumentException if the settings name a file that cannot be read
   */
  public AdvisorSite(Backends backends, SiteSettings settings, InstantSource clock) {
    Map<Language, Wording> wordings = Wording.all(settings.zone());
    Assets assets = new Assets(ECHARTS);
    Templates templates = new Templates();
    AccessSettings access = settings.access();
    if (access instanceof LoginSettings login) {
      Identity identity = Identity.of(login, clock);
      SessionCookie cookie = new SessionCookie(login);
      Guard guard = new LoginGuard(login, identity, cookie, settings.callerHeader().orElse(null));
      Pages pages = new Pages(templates, wordings, guard, assets.version());
      this.live = new LiveFeed(backends.cases(), guard, wordings);
      this.routes =
          routes(backends, settings, clock, guard, pages, assets)
              .andThen(new LoginRoutes(new LoginPages(identity, cookie, pages)));
    } else {
      Guard guard = new OpenGuard((AccessSettings.Open) access);
      Pages pages = new Pages(templates, wordings, guard, assets.version());
      this.live = new LiveFeed(backends.cases(), guard, wordings);
      this.routes = routes(backends, settings, clock, guard, pages, assets);
    }
  }

  private Consumer<JavalinDefaultRoutingApi> routes(
      Backends backends,
      SiteSettings settings,
      InstantSource clock,
      Guard guard,
      Pages pages,
      Assets assets) {
    CaseReader reader = backends.cases();
    ZoneId zone = settings.zone();
    Cases cases = new Cases(reader, guard);
    TraitValues traits = new TraitValues(reader);
    UsualValues usual = new UsualValues(reader.comparisons());
    WhyViews whys = new WhyViews(usual);
    FormPlans plans = new FormPlans(backends.models());
    ReviewDesk desk = new ReviewDesk(reader, backends.reviews(), clock, READ_BACK);
    Explanations explanations = new Explanations(backends.models(), backends.scorer());
    SitePages site =
        new SitePages(
            new FindPage(reader, traits, guard, pages, zone),
            new DecisionPage(cases, backends.models(), explanations, whys, pages),
            new DataPage(cases, backends.scorer(), pages),
            new ComparePage(cases, reader, backends.models(), traits, guard, pages, zone),
            new WhatIfPage(
                cases, backends.models(), backends.scorer(), explanations, whys, plans, pages),
            new ReviewPage(cases, desk, guard, pages),
            new LetterPage(cases, backends.models(), usual, pages, clock),
            new NewPage(backends.scorer(), reader, plans, guard, pages, clock),
            new ModelPage(backends.models(), backends.drift(), settings.grafana(), pages));
    return new AdvisorRoutes(assets, pages, guard, live, site)
        .andThen(new ApiRoutes(reader, cases, guard, pages));
  }

  /** Adds the routes to a server. */
  public Consumer<JavalinDefaultRoutingApi> routes() {
    return routes;
  }

  /** Tells open pages that so many decisions were stored. */
  public void stored(int decisions) {
    live.stored(decisions);
  }

  @Override
  public void close() {
    live.close();
  }
}
