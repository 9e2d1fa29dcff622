package io.creditstream.features.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

  private static final String RULES =
      """
      {
        "version": "2026-07",
        "referFrom": 0.08,
        "declineFrom": 0.2,
        "requiredSources": ["credit.bureau-credits.v1"],
        "rules": [
          {"name": "minor", "field": "daysBirth", "operator": ">", "value": -6570,
           "outcome": "DECLINED"},
          {"name": "no-annuity", "field": "AMT_ANNUITY", "operator": "missing",
           "outcome": "REFERRED"}
        ]
      }
      """;

  @TempDir Path directory;

  @Test
  void shouldReadAPolicyWithItsRules() throws Exception {
    assertThat(read(RULES))
        .isEqualTo(
            new Policy(
                "2026-07",
                0.08,
                0.2,
                List.of("credit.bureau-credits.v1"),
                List.of(
                    new KnockOutRule(
                        "minor", "daysBirth", Operator.GREATER, -6570, DecisionOutcome.DECLINED),
                    new KnockOutRule(
                        "no-annuity",
                        "AMT_ANNUITY",
                        Operator.MISSING,
                        null,
                        DecisionOutcome.REFERRED))));
  }

  @Test
  void shouldReadAndWriteAPolicyOfAnEarlierReleaseAsItWas() throws Exception {
    String earlier = "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":0.2}";

    Policy policy = read(earlier);

    assertThat(policy).isEqualTo(new Policy("p", 0.1, 0.2));
    Bundle bundle = BundleTest.bundle().with(policy);
    assertThat(new String(BundleParts.of(bundle).get("policy.json"), UTF_8)).isEqualTo(earlier);
  }

  @Test
  void shouldSealABundleAnewWithAPolicy() throws Exception {
    Policy policy = read(RULES.replace("AMT_ANNUITY", "AMT_CREDIT"));

    Bundle bundle = BundleTest.bundle().with(policy);

    assertThat(BundleArchive.fromBytes(BundleArchive.toBytes(bundle)).policy()).isEqualTo(policy);
    assertThat(bundle.manifest().modelSha256())
        .isEqualTo(BundleTest.bundle().manifest().modelSha256());
    assertThat(bundle.manifest().parts()).isNotEqualTo(BundleTest.bundle().manifest().parts());
  }

  @Test
  void shouldRefuseAPolicyThatDoesNotFitTheModel() throws Exception {
    Policy policy = read(RULES);

    assertThatThrownBy(() -> BundleTest.bundle().with(policy))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "the policy does not fit the model: rule no-annuity looks at AMT_ANNUITY, neither a"
                + " feature of the model nor a column of the application");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":\"p\",\"referFrom\":0.1}",
        "{\"version\":\"p\",\"referFrom\":0.3,\"declineFrom\":0.2}",
        "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":\"NaN\"}",
        "{\"version\":\" \",\"referFrom\":0.1,\"declineFrom\":0.2}",
        "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":0.2,\"rule\":[]}",
        "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":0.2,\"rules\":[{\"name\":\"r\"}]}",
        "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":0.2,\"rules\":[null]}",
        "{\"version\":\"p\",\"referFrom\":0.1,\"declineFrom\":0.2,\"rules\":[{\"name\":\"r\","
            + "\"field\":\"daysBirth\",\"operator\":\"~\",\"value\":1,\"outcome\":\"DECLINED\"}]}",
      })
  void shouldRefuseWhatIsNoPolicyInOneLine(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("policy.json")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldSayWhichFileCannotBeRead() {
    assertThatThrownBy(() -> PolicyFile.read(directory.resolve("none.json")))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("none.json");
  }

  private Policy read(String json) throws Exception {
    return PolicyFile.read(Files.writeString(directory.resolve("policy.json"), json));
  }
}
