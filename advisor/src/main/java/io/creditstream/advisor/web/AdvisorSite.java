package io.creditstream.advisor.web;

import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.wording.Wording;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.function.Consumer;

/** The pages of the advisor, put together. */
public final class AdvisorSite {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  private final AdvisorRoutes routes;

  /**
   * @param zone times are shown in it
   */
  public AdvisorSite(CaseReader reader, Models models, ScorerClient scorer, ZoneId zone) {
    Assets assets = new Assets(ECHARTS);
    Pages pages = new Pages(new Templates(), Wording.all(zone), new OpenGuard(), assets.version());
    Cases cases = new Cases(reader);
    this.routes =
        new AdvisorRoutes(
            assets,
            pages,
            new FindPage(reader, pages, zone),
            new DecisionPage(
                cases,
                models,
                new Explanations(models, scorer),
                new WhyViews(new UsualValues(reader.comparisons())),
                pages));
  }

  /** Adds the routes to a server. */
  public Consumer<JavalinDefaultRoutingApi> routes() {
    return routes;
  }
}
