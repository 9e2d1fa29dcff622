package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.Documents;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.result.TestResults;
import io.creditstream.trainer.result.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDocumentsTest {

  private static final Path LOOK_AT = Path.of("target", "documents");
  private static final int MEGABYTE = 1_000_000;
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  private static final List<String> NOTES =
      Stream.of(Language.values())
          .flatMap(
              language ->
                  Stream.of(RunDocuments.MODEL_CARD, RunDocuments.METHODOLOGY).map(language::file))
          .toList();

  private static final Bundle BUNDLE = TestTraining.bundle();
  private static final TrainingResult RESULT = TestResults.of(BUNDLE, 30_000, 5);
  private static final Documents DOCUMENTS = RunDocuments.of(RESULT, BUNDLE);

  @Test
  void shouldWriteEveryDocumentIntoTheBundle() throws IOException {
    Bundle documented = BundleArchive.fromBytes(BundleArchive.toBytes(BUNDLE.with(DOCUMENTS)));

    assertThat(documented.documents().names())
        .containsExactly(
            "holdout.csv",
            "methodology-fr.md",
            "methodology.md",
            "model-card-fr.md",
            "model-card.md",
            "presentation.html",
            "report.html",
            "results.json");
    // For those who want to look at them.
    Files.createDirectories(LOOK_AT);
    for (String name : DOCUMENTS.names()) {
      Files.writeString(LOOK_AT.resolve(name), text(name));
    }
  }

  @Test
  void shouldWritePagesThatNeedNoNetworkAndStaySmallOnManyLoans() {
    TrainingResult large = TestResults.of(BUNDLE, 300_000, 5);
    Documents documents = RunDocuments.of(large, BUNDLE);

    for (String page : new String[] {RunDocuments.REPORT, RunDocuments.PRESENTATION}) {
      String html = documents.text(page);
      assertThat(html).isNotNull();
      assertThat(html.getBytes(UTF_8).length).as(page).isLessThan(2 * MEGABYTE);
      assertThat(withoutLibrary(html))
          .doesNotContainPattern("\\b(src|href)\\s*=\\s*\"(?!#)")
          .doesNotContain("{{")
          .contains("default-src 'none'");
    }
  }

  @Test
  void shouldTakeNoLevelForMarkup() throws IOException {
    for (String page : new String[] {RunDocuments.REPORT, RunDocuments.PRESENTATION}) {
      assertThat(withoutLibrary(text(page)))
          .doesNotContain("<img")
          .doesNotContain(TestResults.MARKUP);
      assertThat(data(page).at("/result/fairness/3/group").asText()).isEqualTo(TestResults.MARKUP);
    }
    for (String note : NOTES) {
      assertThat(text(note))
          .doesNotContain("<img src")
          .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\\|\\*B &amp; C\\*");
    }
  }

  @Test
  void shouldFillThePageWithWhatWasFound() throws IOException {
    JsonNode data = data(RunDocuments.REPORT);

    assertThat(data.get("findings").get("summary")).hasSizeGreaterThan(4);
    assertThat(data.get("words").size()).isEqualTo(BUNDLE.dictionary().size());
    assertThat(data.at("/result/importance").size()).isEqualTo(BUNDLE.dictionary().size());
    assertThat(data.at("/result/models/0/quality/precision").isNull()).isTrue();
    assertThat(data.at("/result/quality/gini").asDouble()).isEqualTo(2 * 0.7642 - 1);
  }

  @Test
  void shouldShowEveryTopicOnThePages() throws IOException {
    for (String page : new String[] {RunDocuments.REPORT, RunDocuments.PRESENTATION}) {
      JsonNode findings = data(page).get("findings");
      String html = withoutLibrary(text(page));
      Matcher topic = Pattern.compile("data-words=\"([a-z]+)\"").matcher(html);
      while (topic.find()) {
        assertThat(findings.path(topic.group(1))).as(page + " " + topic.group(1)).isNotEmpty();
      }
      Matcher chart = Pattern.compile("data-(chart|table|panel)=\"([a-z]+)\"").matcher(html);
      while (chart.find()) {
        assertThat(html).contains(chart.group(1) + "s." + chart.group(2) + " = ");
      }
    }
    assertThat(text(RunDocuments.PRESENTATION).split("class=\"slide\"")).hasSizeBetween(20, 31);
  }

  @Test
  void shouldClaimNothingThatARunDidNotDo() {
    TrainingResult sparse =
        new TrainingResult(
            RESULT.run(),
            RESULT.data(),
            List.of(),
            List.of(),
            List.of(),
            RESULT.outOfFold(),
            RESULT.quality(),
            RESULT.auc(),
            RESULT.foldAuc(),
            RESULT.calibration(),
            RESULT.costCurve(),
            RESULT.importance(),
            List.of(),
            List.of(),
            List.of(),
            RESULT.leakage(),
            List.of());

    String note = RunDocuments.of(sparse, BUNDLE).text(RunDocuments.METHODOLOGY);

    assertThat(note)
        .contains(
            "No treatments of imbalance were compared in this run.",
            "No search for hyper-parameters was made in this run.",
            "Fairness was not looked at",
            "There were no new applications")
        .doesNotContain("compared on the same folds");
  }

  @Test
  void shouldNameNoClient() {
    for (String name : DOCUMENTS.names()) {
      assertThat(text(name)).as(name).doesNotContain("client-");
    }
    assertThat(text(ResultsJson.NAME))
        .doesNotContain("outOfFold")
        .doesNotContain("contributions")
        .contains("\"adverse\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {RunDocuments.MODEL_CARD, RunDocuments.METHODOLOGY})
  void shouldGiveTheSameFiguresInBothLanguages(String note) {
    String english = text(note).replaceAll("(?<=\\d),(?=\\d{3})", "");
    String french =
        text(Language.FR.file(note)).replace("\u202f", "").replaceAll("(?<=\\d),(?=\\d)", ".");

    assertThat(figures(french)).isEqualTo(figures(english));
  }

  @ParameterizedTest
  @ValueSource(strings = {RunDocuments.MODEL_CARD, RunDocuments.METHODOLOGY})
  void shouldWriteTheNotesInFrenchAsItIsPrinted(String note) {
    String french = text(Language.FR.file(note));

    assertThat(french)
        .contains("AUC de 0,7642 (intervalle à 95\u00a0%\u00a0: de ")
        .contains("| sexe | M |", "moins de 30", "probabilité")
        .doesNotContainPattern(" [;:!?»%]")
        .doesNotContainPattern("« | the | of | and ");
  }

  /** All numbers of a text, by size: the languages order their sentences differently. */
  private static List<String> figures(String text) {
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void shouldWriteANoteOfAboutSevenPages() {
    int words = text(RunDocuments.METHODOLOGY).split("\\s+").length;

    assertThat(words).isBetween(2_200, 4_500);
  }

  private JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(text(page));
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  /** A page without the charts library, which is long and has markup of its own. */
  private static String withoutLibrary(String html) {
    int start = html.indexOf("<script>") + "<script>".length();
    return html.substring(0, start) + html.substring(html.indexOf("</script>", start));
  }

  private String text(String name) {
    String text = DOCUMENTS.text(name);
    assertThat(text).as(name).isNotNull();
    return text;
  }
}
