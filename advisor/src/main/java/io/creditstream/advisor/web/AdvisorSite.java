package io.creditstream.advisor.web;

import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.services.DriftClient;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.web.AdvisorRoutes.SitePages;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;

/** The pages of the advisor, put together. */
public final class AdvisorSite implements AutoCloseable {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  private final LiveFeed live;
  private final Consumer<JavalinDefaultRoutingApi> routes;

  /**
   * @param zone times are shown in it
   */
  public AdvisorSite(
      CaseReader reader, Models models, ScorerClient scorer, DriftClient drift, ZoneId zone) {
    Map<Language, Wording> wordings = Wording.all(zone);
    Assets assets = new Assets(ECHARTS);
    Guard guard = new OpenGuard();
    Pages pages = new Pages(new Templates(), wordings, guard, assets.version());
    Cases cases = new Cases(reader);
    UsualValues usual = new UsualValues(reader.comparisons());
    WhyViews whys = new WhyViews(usual);
    FormPlans plans = new FormPlans(models);
    InstantSource clock = InstantSource.system();
    SitePages site =
        new SitePages(
            new FindPage(reader, pages, zone),
            new DecisionPage(cases, models, new Explanations(models, scorer), whys, pages),
            new DataPage(cases, scorer, pages),
            new ComparePage(cases, reader, models, pages, zone),
            new WhatIfPage(cases, models, scorer, whys, plans, pages),
            new LetterPage(cases, models, usual, pages, clock),
            new NewPage(scorer, reader, plans, pages, clock),
            new ModelPage(models, drift, pages));
    this.live = new LiveFeed(reader, wordings);
    this.routes =
        new AdvisorRoutes(assets, pages, guard, live, site).andThen(new ApiRoutes(reader));
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
