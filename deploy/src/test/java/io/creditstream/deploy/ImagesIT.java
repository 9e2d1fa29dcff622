package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images as deploy/images/build has made them. */
class ImagesIT {

  @BeforeAll
  static void require() {
    Docker.require();
  }

  @ParameterizedTest
  @CsvSource({"scorer, 140", "drift-monitor, 130", "advisor, 230", "tools, 270"})
  void shouldAddNoMoreToTheirBaseThanTheirApplication(String image, int megabytes) {
    long bytes =
        Docker.run(
                List.of(
                    "docker",
                    "history",
                    "--no-trunc",
                    "--human=false",
                    "--format",
                    "{{.Size}} {{.CreatedBy}}",
                    "localhost/creditstream/" + image + ":" + Docker.IMAGES))
            .lines()
            .filter(layer -> layer.contains(" /app"))
            .mapToLong(layer -> Long.parseLong(layer.split(" ")[0]))
            .sum();

    assertThat(bytes / 1_000_000).isBetween(50L, (long) megabytes);
  }
}
