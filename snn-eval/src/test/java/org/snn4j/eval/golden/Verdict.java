package org.snn4j.eval.golden;

import java.util.List;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/**
 * What became of a case.
 *
 * @param golden the case
 * @param outcome pass, not yet, or fail; a verification that breaks off, for want of recordings or of anything else, has failed
 * @param detail reason or message; empty for a pass
 * @param failure what a failed verification threw; null otherwise
 */
record Verdict(GoldenCase golden, Outcome outcome, String detail, Throwable failure) {
    /** Outcomes as the report prints them. */
    enum Outcome {
        PASS("PASS"),
        NOT_YET("NOT YET"),
        FAIL("FAIL");

        final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /**
     * Runs the verifiers that support a case.
     *
     * @param verifiers all verifiers there are
     * @param notYet reason why a case is not verified yet, null if it is not listed
     */
    static Verdict of(GoldenCase golden, List<GoldenVerifier> verifiers, Function<GoldenCase, String> notYet) {
        List<GoldenVerifier> able = verifiers.stream()
                .filter(v -> v.kind().equals(golden.kind()) && v.supports(golden))
                .toList();
        String reason = notYet.apply(golden);
        if (able.isEmpty()) {
            return reason == null
                    ? fail(
                            golden,
                            new AssertionError("no verifier supports this case and it is not on the not-yet list"))
                    : new Verdict(golden, Outcome.NOT_YET, reason, null);
        }
        if (reason != null) {
            return fail(
                    golden,
                    new AssertionError("on the not-yet list (" + reason + ") although "
                            + able.get(0).getClass().getSimpleName() + " supports it: remove it from the list"));
        }
        try {
            for (GoldenVerifier verifier : able) {
                verifier.verify(golden);
            }
            return new Verdict(golden, Outcome.PASS, "", null);
        } catch (TestAbortedException e) {
            return fail(golden, new AssertionError("not verified: " + e.getMessage(), e));
        } catch (Exception | AssertionError e) {
            return fail(golden, e);
        }
    }

    private static Verdict fail(GoldenCase golden, Throwable failure) {
        return new Verdict(
                golden,
                Outcome.FAIL,
                String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                failure);
    }

    /** One line of the report. */
    String line() {
        String line = "%-7s  %s".formatted(outcome.label, golden);
        return detail.isEmpty() ? line : line + "  " + detail;
    }
}
