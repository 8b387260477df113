package org.snn4j.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test per golden case; the verdicts go to the output and to {@code target/golden-report.txt}. */
class GoldenTest {
    private static final Path REPORT = Path.of("target", "golden-report.txt");
    private static final List<Verdict> VERDICTS = Collections.synchronizedList(new ArrayList<>());

    @TestFactory
    Stream<DynamicTest> ourNumbersAreThoseOfThePublishedCode() throws IOException {
        Path folder = GoldenFolder.named(GoldenFolder.VARIABLE).orElse(null);
        Assumptions.assumeTrue(folder != null, GoldenFolder.VARIABLE + " is not set: golden cases are not checked");
        Pattern only = Pattern.compile(System.getProperty("golden.only", ""));
        List<GoldenCase> cases = GoldenFolder.read(folder).stream()
                .filter(c -> only.matcher(c.toString()).find())
                .toList();
        assertThat(cases)
                .as("cases of " + folder + " that match '" + only + "'")
                .isNotEmpty();
        List<GoldenVerifier> verifiers = ServiceLoader.load(GoldenVerifier.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        NotYet notYet = new NotYet();
        return cases.stream()
                .map(golden ->
                        dynamicTest(golden.toString(), () -> check(Verdict.of(golden, verifiers, notYet::reason))));
    }

    private static void check(Verdict verdict) throws Exception {
        VERDICTS.add(verdict);
        Assumptions.assumeFalse(verdict.outcome() == Verdict.Outcome.NOT_YET, "not yet: " + verdict.detail());
        if (verdict.failure() instanceof Error error) {
            throw error;
        } else if (verdict.failure() instanceof Exception exception) {
            throw exception;
        }
    }

    @AfterAll
    static void report() throws IOException {
        if (!VERDICTS.isEmpty()) {
            String text = GoldenReport.render(VERDICTS);
            GoldenReport.write(REPORT, text);
            System.out.println(text);
        }
    }
}
