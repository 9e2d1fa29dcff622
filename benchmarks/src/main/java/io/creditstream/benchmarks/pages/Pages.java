package io.creditstream.benchmarks.pages;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.ModelBoard;
import io.creditstream.advisor.review.ReviewPublisher;
import io.creditstream.advisor.services.DriftClient;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Period;
import io.creditstream.advisor.store.Range;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.duckdb.DuckDbStore;
import io.creditstream.advisor.web.AdvisorSite;
import io.creditstream.advisor.web.Backends;
import io.creditstream.advisor.web.SiteSettings;
import io.creditstream.benchmarks.pipeline.Table;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.service.health.Health;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.metrics.ServiceMetrics;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages on a store of many decisions, without a broker or a scorer: server time and the way
 * over the loopback address together.
 *
 * @param directory where the store lies
 * @param decisions how many decisions it holds
 * @param chromium program of a browser that shows the pages, too; empty for none
 */
public record Pages(Path directory, int decisions, Optional<Path> chromium) {

  private static final int STORE_MEGABYTES = 1024;

  /** Fills the store if it is empty; a table of times in Markdown. */
  public String measure() {
    KnownModel model = DrawnModel.draw();
    ModelBoard models = new ModelBoard();
    models.take("champion", model);
    URI nobody = URI.create("http://127.0.0.1:1");
    try (CaseStore store = DuckDbStore.open(directory, STORE_MEGABYTES)) {
      StringBuilder text = new StringBuilder(fill(store, model));
      try (AdvisorSite site =
              new AdvisorSite(
                  new Backends(
                      store.reader(),
                      models,
                      ScorerClient.none(),
                      new DriftClient(nobody),
                      new NoReviews()),
                  SiteSettings.open(ZoneOffset.UTC),
                  InstantSource.system());
          ServiceMetrics metrics = ServiceMetrics.create();
          ServiceHttp http =
              ServiceHttp.start(
                  HttpSettings.loopback(0),
                  new Health(List.of(), List.of()),
                  metrics.registry(),
                  site.routes())) {
        text.append(table(http.uri(), paths(store.reader())));
      }
      return text.toString();
    }
  }

  private String table(URI site, Map<String, String> paths) {
    PageTimes times = new PageTimes(site);
    Table table = new Table("page", "median ms", "longest ms", "first content in a browser, ms");
    try (@Nullable FirstPaint paint =
        chromium.map(program -> new FirstPaint(program, site)).orElse(null)) {
      paths.forEach(
          (name, path) -> {
            PageTimes.Times one = times.of(path);
            table.row(
                name,
                Table.number(one.medianMillis()),
                Table.number(one.worstMillis()),
                paint == null ? "—" : Table.number(paint.medianMillis(path)));
          });
    }
    return table.toString();
  }

  private String fill(CaseStore store, KnownModel model) {
    if (!store.positions().isEmpty()) {
      return "";
    }
    long start = System.nanoTime();
    new DrawnDecisions(model).write(store, decisions);
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d decisions of %d features written in %.0f s, %,.0f a second%n%n",
        decisions,
        model.dictionary().size(),
        seconds,
        decisions / seconds);
  }

  private static Map<String, String> paths(CaseReader reader) {
    String page = "/applications/" + declined(reader);
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("find: all, newest first", "/");
    paths.put(
        "find: income, age, outcome, highest risk first",
        "/?incomeFrom=80000&incomeTo=200000&ageFrom=30&ageTo=50&outcome=DECLINED&sort=risk-desc");
    paths.put("find: an identifier", "/?id=A123456");
    paths.put("decision", page);
    paths.put("comparison of a feature with all, and a pair", page + "/compare");
    paths.put("comparison with a filter", page + "/compare?group=filter&ageFrom=30&ageTo=40");
    paths.put("comparison with the 500 nearest by 3 features", page + "/compare?group=near");
    paths.put("what-if form", page + "/what-if");
    paths.put("letter", page + "/letter");
    paths.put("model", "/model");
    return paths;
  }

  private static String declined(CaseReader reader) {
    CaseFilter filter =
        new CaseFilter(
            "",
            Range.ALL,
            Range.ALL,
            Range.ALL,
            Map.of(),
            Optional.of(DecisionOutcome.DECLINED),
            Period.ALL,
            Optional.empty());
    List<CaseLine> lines =
        reader.find(new CaseQuery(filter, SortOrder.DECIDED, false, null, 1)).lines();
    return lines.get(0).applicationId();
  }

  /** Nothing is reviewed here. */
  private static final class NoReviews implements ReviewPublisher {

    @Override
    public void publish(DecisionReview review) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
