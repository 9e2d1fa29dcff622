package io.creditstream.scorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.creditstream.scorer", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule shouldKnowKafkaStreamsInTheTopologyAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scorer.topology..")
          .and()
          .doNotHaveSimpleName("ScorerApplication")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule shouldReachLightGbmThroughItsPortAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.metarank..", "com.microsoft.ml..");

  @ArchTest
  static final ArchRule shouldKnowTheServerInTheApiAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scorer.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule shouldKnowMicrometerInItsOneClassAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scorer.metrics..")
          .and()
          .doNotHaveSimpleName("ScorerApplication")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule shouldDependInTheDirectionOfTheData =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("application")
          .definedBy("io.creditstream.scorer")
          .layer("http")
          .definedBy("..scorer.http..")
          .layer("topology")
          .definedBy("..scorer.topology..")
          .layer("query")
          .definedBy("..scorer.query..")
          .layer("replay")
          .definedBy("..scorer.replay..")
          .layer("steps")
          .definedBy(
              "..scorer.validation..",
              "..scorer.enrichment..",
              "..scorer.decision..",
              "..scorer.explanation..",
              "..scorer.model..",
              "..scorer.metrics..")
          .whereLayer("application")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("replay")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("topology")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("application", "http", "topology");
}
