package io.creditstream.drift;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.creditstream.drift",
    importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class LayersTest {

  @ArchTest
  static final ArchRule shouldKnowKafkaStreamsOnlyInTheTopology =
      noClasses()
          .that()
          .resideOutsideOfPackage("..drift.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule shouldMeasureAndJudgeWithoutKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..window..", "..exchange..", "..merging..", "..report..", "..view..", "..http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule shouldHoldMetersOnlyInMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackages("..drift.metrics..", "io.creditstream.drift")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("io.creditstream.drift.(*)..").should().beFreeOfCycles();
}
