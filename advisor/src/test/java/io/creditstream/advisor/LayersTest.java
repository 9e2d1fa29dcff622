package io.creditstream.advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.creditstream.advisor",
    importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class LayersTest {

  @ArchTest
  static final ArchRule shouldKnowDuckDbOnlyInItsStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store.duckdb..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.duckdb..");

  @ArchTest
  static final ArchRule shouldKnowSqlOnlyInTheStores =
      noClasses()
          .that()
          .resideOutsideOfPackages("..store.sql..", "..store.duckdb..", "..store.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.postgresql..");

  @ArchTest
  static final ArchRule shouldKnowKafkaOnlyWhereRecordsComeAndGo =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..intake..", "..models..", "..review..", "io.creditstream.advisor")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule shouldReadTokensOnlyWhereSecurityIs =
      noClasses()
          .that()
          .resideOutsideOfPackage("..security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule shouldServePagesOnlyFromTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackages("..web..", "..security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "io.pebbletemplates..");

  @ArchTest
  static final ArchRule shouldNotKnowTheScorer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.creditstream.scorer..", "io.creditstream.drift..");

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("io.creditstream.advisor.(*)..").should().beFreeOfCycles();
}
