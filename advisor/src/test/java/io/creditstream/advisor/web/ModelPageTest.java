package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.KnownModels;
import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.SmallSite;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.features.bundle.Documents;
import io.creditstream.features.bundle.Policy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPageTest {

  @TempDir private Path directory;

  @Test
  void shouldShowTheDocumentsInTheLanguageOfTheReader() throws Exception {
    Documents documents =
        Documents.of(
            Map.of(
                "model-card.md", "## Intended use",
                "model-card-fr.md", "## Usage prévu",
                "methodology.md", "## Data",
                "methodology-fr.md", "## Données"));

    try (SmallSite small = start(documents)) {
      assertThat(new Site(small.uri()).get("/model?lang=fr").body())
          .contains("<h4>Usage prévu</h4>", "<h4>Données</h4>", "class=\"prose\" lang=\"fr\"")
          .doesNotContain("Intended use", "lang=\"en\"><h", "version antérieure");
      assertThat(new Site(small.uri()).get("/model?lang=en").body())
          .contains("<h4>Intended use</h4>", "<h4>Data</h4>")
          .doesNotContain("Usage prévu", "in which they were written");
    }
  }

  @Test
  void shouldShowTheDocumentsOfAnEarlierReleaseInEnglishAndSaySo() throws Exception {
    Documents documents = Documents.of(Map.of("model-card.md", "## Intended use"));

    try (SmallSite small = start(documents)) {
      assertThat(new Site(small.uri()).get("/model?lang=fr").body())
          .contains("<h4>Intended use</h4>", "class=\"prose\" lang=\"en\"")
          .contains("entraîné par une version antérieure", "Fiche du modèle")
          .doesNotContain("Méthodologie");
      assertThat(new Site(small.uri()).get("/model?lang=en").body())
          .doesNotContain("in which they were written");
    }
  }

  private SmallSite start(Documents documents) {
    SmallSite small = SmallSite.start(directory, AccessSettings.open());
    small.publish(KnownModels.of(Samples.DICTIONARY, new Policy("p", 0.2, 0.2), documents));
    return small;
  }
}
