package io.creditstream.drift.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.drift.document.HtmlText;
import io.creditstream.drift.document.PageParts;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.window.WindowLabel;
import io.creditstream.drift.window.WindowSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The drift report in HTML: one page that needs nothing else, the features of the last closed
 * window of each model and size with the worst first, in the same form as two files compared.
 */
final class ReportPage {

  private final String style = PageParts.style() + resource("report.css");
  private final String script = PageParts.script();

  /** The policy under which a browser shows the page: its own style and script, nothing else. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; script-src 'sha256-"
        + sha256(script)
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  String html(DriftView view, WindowSettings settings) {
    StringBuilder html = new StringBuilder(64_000);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Drift report</title><style>")
        .append(style)
        .append("</style></head><body><main><h1>Drift report</h1>");
    List<DriftSeries> all = view.series();
    if (all.isEmpty()) {
      html.append("<p>No window has closed yet. The smallest hold ")
          .append(WindowLabel.of(settings.smallest()))
          .append(" of event time; ")
          .append(view.openWindows().size())
          .append(" open.</p>");
    }
    List<List<DriftSeries>> models = models(all);
    for (int i = models.size() - 1; i >= 0; i--) {
      model(html, models.get(i), "model" + i);
    }
    html.append("</main><script>").append(script).append("</script></body></html>\n");
    return html.toString();
  }

  /** The series of each model, the model that decided last in the last place. */
  private static List<List<DriftSeries>> models(List<DriftSeries> all) {
    Map<String, List<DriftSeries>> models = new LinkedHashMap<>();
    for (DriftSeries series : all) {
      models.computeIfAbsent(series.modelSha256(), sha256 -> new ArrayList<>()).add(series);
    }
    return List.copyOf(models.values());
  }

  private static void model(StringBuilder html, List<DriftSeries> model, String id) {
    html.append("<section><h2>Model ")
        .append(HtmlText.escape(model.get(0).modelVersion()))
        .append("</h2>");
    for (int i = 0; i < model.size(); i++) {
      SeriesSection.write(html, model.get(i), id + "-series" + i, i == 0);
    }
    html.append("</section>");
  }

  static String words(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
