package io.creditstream.drift.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.drift.Reports;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.OpenWindow;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.ThresholdOverrides;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final DriftBoard board = new DriftBoard(Duration.ofMinutes(5));
  private final WindowSettings settings = WindowSettings.defaults();

  @Test
  void shouldTellTheDriftOfTheLastWindowAndThoseBefore() {
    fill();

    JsonNode json = DriftJson.of(board, settings, DriftThresholds.standard());

    JsonNode model = json.at("/models/0");
    assertThat(model.at("/status").asText()).isEqualTo("ALERT");
    JsonNode windows = model.at("/windows/0");
    assertThat(windows.at("/window").asText()).isEqualTo("5m");
    assertThat(windows.at("/closed_windows").size()).isEqualTo(2);
    assertThat(windows.at("/closed_windows/0/start").asText()).isEqualTo("2026-01-05T10:05:00Z");
    assertThat(windows.at("/last_window/samples").asLong()).isEqualTo(700);
    JsonNode feature = windows.at("/last_window/features/1");
    assertThat(feature.at("/psi").asDouble()).isEqualTo(0.02);
    assertThat(feature.at("/ks_low").asDouble()).isEqualTo(0.05);
    assertThat(feature.at("/p_value").asDouble()).isEqualTo(0.001);
    assertThat(feature.at("/status").asText()).isEqualTo("STABLE");
    assertThat(windows.at("/last_window/features/2/ks_low").isNull()).isTrue();
    assertThat(json.at("/open_windows/0/records").asLong()).isEqualTo(12);
    assertThat(json.at("/open_windows/0/end").asText()).isEqualTo("2026-01-05T10:15:00Z");
    assertThat(json.at("/partitions/1/watermark").isNull()).isTrue();
    assertThat(json.at("/partitions/1/idle").asBoolean()).isTrue();
  }

  @Test
  void shouldTellLimitsThatNameNoFeatureOfAModelWithTheNameThatMayBeMeant() {
    board.closed(
        Reports.of(
            START,
            DriftStatus.STABLE,
            Reports.number("AMT_INCOME_TOTAL", 0.02, DriftStatus.STABLE),
            Reports.number("AGE", 0.02, DriftStatus.STABLE)));
    DriftThresholds standard = DriftThresholds.standard();
    DriftThresholds own =
        standard.with(
            ThresholdOverrides.parse("AMT_INCOME_TOTL:ks=0.2;AGE:ks=0.2;X:ks=0.2", standard));

    JsonNode unknown = DriftJson.of(board, settings, own).at("/models/0/unknown_limits");

    assertThat(unknown.findValuesAsText("name")).containsExactly("AMT_INCOME_TOTL", "X");
    assertThat(unknown.at("/0/nearest").asText()).isEqualTo("AMT_INCOME_TOTAL");
    assertThat(unknown.at("/1/nearest").isNull()).isTrue();
    assertThat(DriftJson.of(board, settings, standard).at("/models/0/unknown_limits")).isEmpty();
  }

  @Test
  void shouldShowTheWorstFeaturesFirstAndNothingOfThemAsMarkup() {
    fill();
    ReportPage page = new ReportPage();

    String html = page.html(board, settings);

    assertThat(html).contains("Model &lt;v1&gt;").contains("&lt;script&gt;");
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("<script>alert", "http:", "https:", "<v1>", "src=", "url(");
    assertThat(html.split("</script>", -1)).as("two of data and the page's own").hasSize(3);
    assertThat(html.indexOf("&lt;script&gt;alert")).isLessThan(html.indexOf(">F<"));
    assertThat(html.indexOf(">F<")).isLessThan(html.indexOf(">G<"));
    assertThat(html)
        .contains("1 of the 3 features and scores differ: a model that uses them")
        .contains("differs: missing in 25.0 % of the decisions instead of 20.0 %");
    assertThat(page.contentSecurityPolicy())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("script-src 'sha256-")
        .doesNotContain("unsafe");
  }

  @Test
  void shouldShowEverySizeOfWindowsAndTheSmallestUnfolded() {
    fill();
    board.closed(Reports.of(START, Duration.ofHours(1), DriftStatus.WARNING));

    JsonNode windows =
        DriftJson.of(board, settings, DriftThresholds.standard()).at("/models/0/windows");
    String html = new ReportPage().html(board, settings);

    assertThat(windows.findValuesAsText("window")).containsExactly("5m", "1h");
    assertThat(windows.at("/1/status").asText()).isEqualTo("WARNING");
    assertThat(html.indexOf("<details open>")).isLessThan(html.indexOf("Windows of 5m"));
    assertThat(html.indexOf("Windows of 5m")).isLessThan(html.indexOf("Windows of 1h"));
    assertThat(board.windowsClosed()).as("those of the smallest size").isEqualTo(2);
    board.clear();
    fill();
    assertThat(board.windowsClosed()).as("a report made anew closes no other window").isEqualTo(2);
  }

  @Test
  void shouldSayThatNoWindowHasClosedYet() {
    assertThat(new ReportPage().html(board, settings)).contains("No window has closed yet");
    assertThat(DriftJson.of(board, settings, DriftThresholds.standard()).at("/models").size())
        .isZero();
  }

  private void fill() {
    board.closed(Reports.of(START, DriftStatus.STABLE));
    board.closed(
        Reports.of(
            START.plusSeconds(300),
            DriftStatus.ALERT,
            Reports.number("F", 0.02, DriftStatus.STABLE),
            Reports.number("<script>alert(1)</script>", 0.4, DriftStatus.ALERT),
            Reports.category("G", 0.01, 0.002)));
    long open = START.plusSeconds(600).toEpochMilli();
    board.moved(
        List.of(new OpenWindow(new ModelWindow("ab12", open, 300_000), 12)),
        Map.of(0, new Progress(0, open, 9, false), 1, new Progress(1, Long.MIN_VALUE, 0, true)));
  }
}
