package io.creditstream.drift.http;

import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.window.WindowSettings;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Consumer;

/** The routes of the drift monitor: {@code /v1/drift} and {@code /report}. */
public final class DriftRoutes implements Consumer<JavalinDefaultRoutingApi> {

  private final DriftView view;
  private final WindowSettings settings;
  private final DriftThresholds thresholds;
  private final ReportPage page = new ReportPage();

  public DriftRoutes(DriftView view, WindowSettings settings, DriftThresholds thresholds) {
    this.view = view;
    this.settings = settings;
    this.thresholds = thresholds;
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.get("/v1/drift", this::drift);
    routes.get("/report", this::report);
  }

  private void drift(Context context) {
    context
        .contentType("application/json")
        .result(DriftJson.of(view, settings, thresholds).toString());
  }

  private void report(Context context) {
    context
        .contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", page.contentSecurityPolicy())
        .header("Referrer-Policy", "no-referrer")
        .result(page.html(view, settings));
  }
}
