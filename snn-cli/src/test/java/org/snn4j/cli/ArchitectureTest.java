package org.snn4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

/** The rules that keep the code base apart in pieces; each says why it exists. */
@AnalyzeClasses(packages = "org.snn4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> COMPONENTS =
            DescribedPredicate.describe("components, which have a record Config", ArchitectureTest::hasConfig);

    private static final DescribedPredicate<JavaCall<?>> HIDDEN_RANDOMNESS = DescribedPredicate.describe(
            "sources of randomness without a named seed",
            call -> isHiddenRandomness(call.getTargetOwner(), call.getName()));

    @ArchTest
    static final ArchRule modulesImportOnlyWhatStandsToTheirLeft = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("org.snn4j.core..")
            .layer("data")
            .definedBy("org.snn4j.data..")
            .layer("transfer")
            .definedBy("org.snn4j.transfer..")
            .layer("eval")
            .definedBy("org.snn4j.eval..")
            .layer("cli")
            .definedBy("org.snn4j.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers("eval", "cli")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers("transfer", "eval", "cli")
            .because("core alone is a neuron library, core and data together one for event data");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("org.snn4j.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs a package that needs it can be neither understood nor moved alone");

    @ArchTest
    static final ArchRule guiceStaysInWiring = noClasses()
            .that()
            .resideOutsideOfPackages("..inject..", "org.snn4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..")
            .because("every component can be made with new, by people who do not use Guice");

    @ArchTest
    static final ArchRule nobodyImportsWiring = noClasses()
            .that()
            .resideOutsideOfPackages("..inject..", "org.snn4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snn4j..inject..")
            .because("wiring knows the components, never the other way round");

    @ArchTest
    static final ArchRule deeplearning4jStaysInLayersAndNetworks = noClasses()
            .that()
            .resideOutsideOfPackages("org.snn4j.core.layer..", "org.snn4j.core.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..")
            .because("its traps are known in one place; everybody else sees ND4J arrays and Network");

    @ArchTest
    static final ArchRule randomNumbersComeFromSeeds = noClasses()
            .that()
            .areNotAssignableTo(Seeds.class)
            .should()
            .callMethodWhere(HIDDEN_RANDOMNESS)
            .orShould()
            .callConstructorWhere(HIDDEN_RANDOMNESS)
            .because("the same file must give the same bits, whoever else draws numbers");

    @ArchTest
    static final ArchRule componentsAreFinal = classes()
            .that(COMPONENTS)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("a component is exchanged by a file, not changed by a subclass");

    @ArchTest
    static final ArchRule fieldsOfComponentsAreFinal = fields().that()
            .areDeclaredInClassesThat(COMPONENTS)
            .should()
            .beFinal()
            .because("a component holds parameters; the state of a run lives elsewhere");

    @ArchTest
    static final ArchRule nothingIsDeserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("ModelSerializer")
            .because("a file that is read must not be able to run code");

    @ArchTest
    static final ArchRule onlyTheProgramPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("a library tells its caller; only the program tells the user");

    private static boolean hasConfig(JavaClass type) {
        return Arrays.stream(type.reflect().getDeclaredClasses())
                .anyMatch(nested -> nested.isRecord() && nested.getSimpleName().equals("Config"));
    }

    private static boolean isHiddenRandomness(JavaClass owner, String method) {
        boolean nd4j = owner.isAssignableTo(Nd4j.class) && (method.startsWith("rand") || method.equals("getRandom"));
        boolean shuffle = owner.isAssignableTo(Collections.class) && method.equals("shuffle");
        boolean math = owner.isAssignableTo(Math.class) && method.equals("random");
        boolean made = owner.isAssignableTo(Random.class) && method.equals("<init>");
        boolean thread = owner.isAssignableTo(ThreadLocalRandom.class) && method.equals("current");
        boolean factory = owner.isAssignableTo(RandomGeneratorFactory.class)
                || owner.isAssignableTo(RandomGenerator.class) && (method.equals("getDefault") || method.equals("of"));
        return nd4j || shuffle || math || made || thread || factory;
    }
}
