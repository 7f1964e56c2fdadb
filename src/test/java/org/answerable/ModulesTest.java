package org.answerable;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.constituent.Vault;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Voting;
import org.answerable.responselog.Receipts;
import org.answerable.responselog.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Which package may know which. The table of modules stands in their {@code package-info.java}; the
 * rest of the rules stands here, each with the invariant that it holds.
 */
class ModulesTest {
  private static final String ROOT = "org.answerable";
  private static final String EVERYTHING = ApplicationModule.OPEN_TOKEN;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** What a module may use is what its package-info says, and there are no circles. */
  @Test
  void modulesUseOnlyWhatTheTableAllows() {
    ApplicationModules.of(Answerable.class).verify();
  }

  /** A module that says nothing about what it uses could use everything. */
  @Test
  void everyModuleSaysWhatItUses() {
    assertThat(
            ApplicationModules.of(Answerable.class).stream()
                .filter(module -> !module.isOpen())
                .filter(module -> !saysWhatItUses(module.getBasePackage().getName()))
                .map(module -> module.getIdentifier().toString()))
        .isEmpty();
  }

  /** A feature's root knows nothing of the web, the database or Redis around it. */
  @Test
  void featuresDoNotDependOnTheirAdapters() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".*.web..", ROOT + ".*.jdbc..", ROOT + ".*.redis..")
        .check(CLASSES);
  }

  /** It may only let the database's exception pass, to the page that asks to try again. */
  @Test
  void thePageDoesNotTalkToTheDatabaseItself() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*.web..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".*.jdbc..", "java.sql..", "org.springframework.jdbc..")
                .and(DescribedPredicate.not(assignableTo(SQLException.class))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** Invariant 11: the engine is a function, and so are counting and the log's tree. */
  @Test
  void theCoreKnowsNoDatabaseFrameworkOrLog() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".flow..", ROOT + ".ballot..", ROOT + ".tlog..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.slf4j..", "java.util.logging..")
                .or(
                    resideInAPackage("org.springframework..")
                        .and(
                            DescribedPredicate.not(
                                resideInAPackage("org.springframework.modulith")))))
        .check(CLASSES);
  }

  /** Invariant 11: time and chance are given to it. */
  @Test
  void theCoreHasNeitherClockNorDice() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".flow..", ROOT + ".ballot..", ROOT + ".tlog..")
        .should()
        .dependOnClassesThat(
            assignableTo(InstantSource.class)
                .or(assignableTo(Clock.class))
                .or(assignableTo(RandomGenerator.class)))
        .check(CLASSES);
  }

  /** Invariant 11: reading files is for what stands around the engine. */
  @Test
  void theCoreReadsNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".flow", ROOT + ".ballot..", ROOT + ".tlog..")
        .should()
        .dependOnClassesThat(resideInAPackage("java.nio.file..").or(assignableTo(File.class)))
        .check(CLASSES);
  }

  /** What a text means is decided by a function: a test gives it all that it can know. */
  @Test
  void whatDecidesLooksNothingUp() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".conversation.decision")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.sql..",
                    "java.nio.file..",
                    "org.slf4j..",
                    "org.springframework..",
                    ROOT + ".conversation",
                    ROOT + "..jdbc..",
                    ROOT + "..redis..",
                    ROOT + "..web..")
                .or(assignableTo(File.class))
                .or(assignableTo(InstantSource.class))
                .or(assignableTo(RandomGenerator.class))
                .or(assignableTo(Vault.class))
                .or(assignableTo(Voting.class))
                .or(assignableTo(Receipts.class))
                .or(assignableTo(Tree.class))
                .or(assignableTo(Databases.class)))
        .check(CLASSES);
  }

  /** A recount must not need to trust the rest of us, and neither must who checks the log. */
  @ParameterizedTest
  @ValueSource(strings = {".ballot..", ".tlog.."})
  void countingAndTheTreeDependOnNothingOfOurs(String alone) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + alone)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAPackage(ROOT + alone))))
        .check(CLASSES);
  }

  /** Invariant 3: the public log cannot name a person. */
  @Test
  void thePublicLogCannotImportWhatKnowsAPerson() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".responselog..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".constituent..",
            ROOT + ".channel..",
            ROOT + ".intake..",
            ROOT + ".feedback..",
            ROOT + ".conversation..",
            ROOT + ".delivery..")
        .check(CLASSES);
  }

  /** Invariant 2: what leaders look at sees the database as the inbox's login sees it. */
  @Test
  void feedbackAndLeadersUseTheInboxLoginOnly() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + ".feedback..", ROOT + ".leader..")
        .should(useNoLoginBut(Set.of(Login.INBOX)))
        .check(CLASSES);
  }

  /** Invariant 3: the public pages see the database as the public's login sees it. */
  @Test
  void theResponseLogUsesNoLoginThatSeesPeople() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".responselog.web..")
        .should(useNoLoginBut(Set.of(Login.PUBLIC)))
        .allowEmptyShould(true)
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(ROOT + ".responselog..")
        .should(useNoLoginBut(Set.of(Login.PUBLIC, Login.LOG, Login.DELIVERY)))
        .check(CLASSES);
  }

  /** What a login sees is for the modules that it was made for, and for nobody else. */
  @ParameterizedTest
  @EnumSource
  void aLoginIsUsedByItsOwnModulesAlone(Login login) {
    noClasses()
        .that()
        .resideOutsideOfPackages(modulesOf(login))
        .and()
        .doNotBelongToAnyOf(Login.class)
        .and()
        .resideOutsideOfPackage(ROOT + ".platform.database") // it opens the pools of all
        .should()
        .accessField(Login.class, login.name())
        .check(CLASSES);
  }

  /** Votes that are open lie with what arrives; sends and receipts are told of by the outbox. */
  private static String[] modulesOf(Login login) {
    Stream<String> modules =
        switch (login) {
          case INTAKE ->
              Stream.of(
                  "intake",
                  "conversation",
                  "constituent",
                  "effect",
                  "poll.jdbc",
                  "platform.health");
          case DELIVERY -> Stream.of("delivery", "constituent", "responselog.jdbc");
          case READER -> Stream.of("intake");
          case INBOX -> Stream.of("feedback", "leader");
          case LOG -> Stream.of("responselog");
          case PUBLIC -> Stream.of("responselog", "poll.jdbc", "demo");
          case FOCAL -> Stream.of("confidential");
          case POLL -> Stream.of("poll");
          case SCHEDULER -> Stream.of("platform");
        };
    return modules.map(module -> ROOT + "." + module + "..").toArray(String[]::new);
  }

  /** Invariant 10: one recipient a send. */
  @Test
  void noFunctionTakesSeveralAddresses() {
    codeUnits().should(notTakeSeveral(Address.class)).check(CLASSES);
  }

  /** What an object needs stands in its constructor. */
  @Test
  void nothingIsInjectedIntoFields() {
    noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
  }

  private static boolean saysWhatItUses(String packageName) {
    String info = packageName + ".package-info";
    return CLASSES.contain(info)
        && CLASSES
            .get(info)
            .tryGetAnnotationOfType(ApplicationModule.class)
            .filter(module -> !List.of(module.allowedDependencies()).contains(EVERYTHING))
            .isPresent();
  }

  private static ArchCondition<JavaClass> useNoLoginBut(Set<Login> allowed) {
    return new ArchCondition<>("use no login but " + allowed) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
          if (access.getTargetOwner().isEquivalentTo(Login.class)
              && !allowed.contains(Login.valueOf(access.getTarget().getName()))) {
            events.add(SimpleConditionEvent.violated(access, access.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaCodeUnit> notTakeSeveral(Class<?> one) {
    return new ArchCondition<>("not take several of " + one.getSimpleName()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        for (JavaType parameter : unit.getParameterTypes()) {
          if (mentions(parameter, one) && isSeveral(parameter.toErasure())) {
            events.add(SimpleConditionEvent.violated(unit, unit.getDescription()));
          }
        }
      }
    };
  }

  private static boolean mentions(JavaType type, Class<?> one) {
    return type.getAllInvolvedRawTypes().stream()
        .anyMatch(raw -> raw.getBaseComponentType().isEquivalentTo(one));
  }

  private static boolean isSeveral(JavaClass type) {
    return type.isArray()
        || type.isAssignableTo(Iterable.class)
        || type.isAssignableTo(Map.class)
        || type.isAssignableTo(BaseStream.class);
  }
}
