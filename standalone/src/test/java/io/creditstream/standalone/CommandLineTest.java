package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir Path directory;

  @Test
  void shouldEndWithTwoOnWrongUsage() {
    assertThat(Cli.run().exitCode()).isEqualTo(2);
    assertThat(Cli.run("fly").exitCode()).isEqualTo(2);
    assertThat(Cli.run("train", "--data", "x").exitCode()).isEqualTo(2);
    assertThat(Cli.run("standalone", "--applications", "many").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldRefuseToShiftFiles() {
    Cli cli = Cli.run("standalone", "--drift", "--data", directory.toString());

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("leave out either --drift or --data");
  }

  @Test
  void shouldRefuseSettingsOutOfRange() {
    assertThat(Cli.run("standalone", "--applications", "0").exitCode()).isEqualTo(2);
    assertThat(Cli.run("standalone", "--rate", "-1").exitCode()).isEqualTo(2);
    assertThat(Cli.run("standalone", "--port-base", "70000").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldRefuseToHoldTheFairnessBoundForNobody() {
    Cli cli = Cli.run("publish", "--fairness-attributes", "sex", directory.toString());

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("fairness attributes must be among age, gender");
  }

  @Test
  void shouldSayInOneLineHowToMendAbsentData() {
    Path absent = directory.resolve("absent");

    Cli cli = Cli.run("train", "--data", absent.toString(), "--out", directory.toString());

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.err()).startsWith("creditstream: ").contains("is no directory");
  }

  @Test
  void shouldSendDeadLettersAgainOnlyWhereItIsSaidWhichAndNeverDecisions() {
    String decisions = "credit.decisions.v1";

    assertThat(Cli.run("dlq", "replay", "--topic", "t").exitCode()).isEqualTo(2);
    assertThat(Cli.run("dlq", "replay", "--topic", "t", "--offset", "x").exitCode()).isEqualTo(2);
    assertThat(Cli.run("dlq", "replay", "--topic", decisions, "--reason", "r").exitCode())
        .isEqualTo(2);
  }

  @Test
  void shouldNameTheRequiredTable() {
    Cli cli = Cli.run("train", "--data", directory.toString(), "--out", directory + "/bundle");

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("application_train.csv");
  }

  @Test
  void shouldSayBeforeItTrainsThatTheDirectoryIsSomebodyElses() throws IOException {
    Path theirs = Files.createDirectories(directory.resolve("theirs"));
    Files.writeString(theirs.resolve("thesis.txt"), "years of work");

    Cli cli = Cli.run("train", "--data", directory + "/none", "--out", theirs.toString());

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("give a directory of its own");
  }

  @Test
  void shouldAskForTheLevelsOfFeatures() throws IOException {
    Files.writeString(
        directory.resolve("application_test.csv"),
        "SK_ID_CURR,NAME_CONTRACT_TYPE,AMT_INCOME_TOTAL,AMT_CREDIT,DAYS_BIRTH\n"
            + "1,Cash loans,10.5,20,-9000\n");

    Cli cli = Cli.run("features", "--data", directory.toString(), "--out", directory + "/f.csv");

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("application_train", "give --bundle");
    assertThat(directory.resolve("f.csv")).doesNotExist();
  }

  @Test
  void shouldSayThatThereIsNoRunYet() {
    Cli cli = Cli.run("decisions", "--data-dir", directory.toString());

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("start ./creditstream standalone first");
  }

  @Test
  void shouldSayThatTheDataDirectoryIsNotWritable() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    Cli cli = Cli.run("standalone", "--data-dir", file.resolve("below").toString());

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("give another --data-dir");
  }

  @Test
  void shouldTrainAndWriteFeaturesOfASyntheticPopulation() throws IOException {
    Path files = directory.resolve("files");
    Path bundle = directory.resolve("not/there/yet/bundle");
    Path features = directory.resolve("features.csv");

    assertThat(
            Cli.run("population", "--out", files.toString(), "--train", "600", "--test", "50")
                .exitCode())
        .isZero();
    Cli train =
        Cli.run(
            "train",
            "--data",
            files.toString(),
            "--out",
            bundle.toString(),
            "--trials",
            "2",
            "--folds",
            "3");
    Cli evaluate =
        Cli.run(
            "evaluate",
            "--bundle",
            bundle.toString(),
            "--data",
            files.toString(),
            "--json",
            directory.resolve("evaluation.json").toString());
    Cli matrix = Cli.run("features", "--data", files.toString(), "--out", features.toString());

    assertThat(train.exitCode()).as(train.err()).isZero();
    assertThat(train.out()).contains("AUC", "accuracy", "threshold", "declined");
    assertThat(train.out()).contains("SMOTE", "logistic regression", "report.html");
    assertThat(bundle.resolve("model.txt")).content().startsWith("tree");
    assertThat(bundle.resolveSibling("bundle.search.jsonl")).as("no longer needed").doesNotExist();
    assertThat(evaluate.exitCode()).as(evaluate.err()).isZero();
    assertThat(evaluate.out()).contains("AUC", "Gini", "own raw scores: 0.0");
    assertThat(directory.resolve("evaluation.json")).content().contains("\"greatestDifference\"");
    assertThat(matrix.exitCode()).as(matrix.err()).isZero();
    assertThat(Files.readAllLines(features)).hasSize(651);
    assertThat(Files.readAllLines(features).get(0)).startsWith("SK_ID_CURR,NAME_CONTRACT_TYPE,");
  }
}
