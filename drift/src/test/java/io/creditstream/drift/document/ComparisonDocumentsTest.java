package io.creditstream.drift.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.table.SpilledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonDocumentsTest {

  private static final String MARKUP = "</script><b onclick=alert(1)>";

  @TempDir Path directory;

  @Test
  void shouldWriteEveryFigureAsJson() throws IOException {
    JsonNode json = new JsonMapper().readTree(ComparisonJson.of(comparison()));

    assertThat(json.get("columns")).hasSize(2);
    JsonNode number = json.get("columns").get(0);
    assertThat(number.fieldNames())
        .toIterable()
        .containsExactly(
            "name",
            "kind",
            "n",
            "m",
            "psi",
            "ks_low",
            "ks_high",
            "p_value",
            "js",
            "missing_reference",
            "missing_current",
            "unseen_rate",
            "verdict");
    assertThat(number.get("kind").asText()).isEqualTo("numeric");
    assertThat(number.get("n").asInt()).isEqualTo(2);
    assertThat(number.get("m").asInt()).isEqualTo(3);
    JsonNode category = json.get("columns").get(1);
    assertThat(category.get("ks_low").isNull()).isTrue();
    assertThat(category.get("unseen_rate").asDouble()).isEqualTo(0.5);
    assertThat(category.get("verdict").asText()).isEqualTo("insufficient");
  }

  @Test
  void shouldShowMarkupInNamesAndLevelsAsText() throws IOException {
    String html = ComparisonPage.of(comparison(), "<i>a", "b & c");

    assertThat(html).doesNotContain(MARKUP).contains("&lt;i&gt;a").contains("b &amp; c");
    assertThat(html.split("</script>", -1)).as("the page's own two scripts").hasSize(3);
  }

  @Test
  void shouldNeedNothingFromElsewhere() throws IOException {
    String html = ComparisonPage.of(comparison(), "a", "b");

    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "src=", "@import", "url(");
  }

  private TableComparison comparison() throws IOException {
    Path reference =
        Files.writeString(
            directory.resolve("a.csv"), "n,\"%s\"\n1,u\n2,%s\n3,u\n".formatted(MARKUP, MARKUP));
    Path current =
        Files.writeString(directory.resolve("b.csv"), "n,\"%s\"\n1,u\n2,other\n".formatted(MARKUP));
    try (SpilledTable before = SpilledTable.read(reference);
        SpilledTable after = SpilledTable.read(current)) {
      return TableComparison.of(before, after, Set.of(), (done, total) -> {});
    }
  }
}
