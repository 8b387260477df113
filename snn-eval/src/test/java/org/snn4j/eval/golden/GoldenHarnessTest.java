package org.snn4j.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself, on a folder with one case: doubles 1, 2, 3, 4 as [2,2] and the 32-bit whole numbers 7, -1. */
class GoldenHarnessTest {
    private static final Function<GoldenCase, String> NOTHING_LISTED = golden -> null;

    @TempDir
    private Path folder;

    private GoldenCase golden;

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(folder.resolve("toys"));
        Files.writeString(
                folder.resolve("index.json"),
                """
                {"format": 1, "cases": [{"name": "one", "kind": "toys", "file": "toys/one.npz", "parameters": {"alpha": 2.0, "w": null},
                 "tolerance": {"float_rtol": 1e-3, "float_atol": 1e-6}}]}""");
        try (OutputStream out = Files.newOutputStream(folder.resolve("toys/one.npz"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("out_y.npy"));
            zip.write(npy(
                    "<f8",
                    "(2, 2)",
                    ByteBuffer.allocate(32)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putDouble(1)
                            .putDouble(2)
                            .putDouble(3)
                            .putDouble(4)
                            .array()));
            zip.putNextEntry(new ZipEntry("out_n.npy"));
            zip.write(npy(
                    "<i4",
                    "(2,)",
                    ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(7)
                            .putInt(-1)
                            .array()));
            zip.putNextEntry(new ZipEntry("out_loss.npy"));
            zip.write(npy(
                    "<f4",
                    "()",
                    ByteBuffer.allocate(4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putFloat(0.5f)
                            .array()));
        }
        golden = GoldenFolder.read(folder).get(0);
    }

    private static byte[] npy(String dtype, String shape, byte[] data) throws IOException {
        byte[] header = ("{'descr': '" + dtype + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {
            (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, (byte) (header.length >> 8)
        });
        out.write(header);
        out.write(data);
        return out.toByteArray();
    }

    @Test
    void arraysComeWithTypeShapeAndValues() {
        assertThat(golden.names()).containsExactly("out_y", "out_n", "out_loss");
        assertThat(golden.array("out_y").shape()).containsExactly(2, 2);
        assertThat(golden.nd("out_y").getDouble(1, 0)).isEqualTo(3);
        assertThat(golden.array("out_n").longs()).containsExactly(7, -1);
        assertThat(golden.array("out_loss").scalar()).isEqualTo(0.5);
        assertThat(golden.nd("out_loss").rank()).isZero();
        assertThat(golden.number("w", 9)).as("null counts as absent").isEqualTo(9);
    }

    @Test
    void unsignedAndBooleanValuesAreNotNegative() throws IOException {
        assertThat(NpyArray.parse(npy("<u2", "(1,)", new byte[] {-1, -1}), "u").longs())
                .containsExactly(65535);
        assertThat(NpyArray.parse(npy("|u1", "(1,)", new byte[] {-1}), "u").longs())
                .containsExactly(255);
        assertThat(NpyArray.parse(npy("|i1", "(1,)", new byte[] {-1}), "i").longs())
                .containsExactly(-1);
        assertThat(NpyArray.parse(npy("|b1", "(2,)", new byte[] {1, 0}), "b").doubles())
                .containsExactly(1, 0);
    }

    @Test
    void arrayWithTooFewBytesIsRefused() throws IOException {
        byte[] file = npy("<f8", "(2,)", new byte[8]);
        assertThatThrownBy(() -> NpyArray.parse(file, "short"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("short: 8 bytes");
    }

    @Test
    void differenceBeyondTheToleranceNamesItsPosition() {
        assertThatCode(() -> GoldenAssert.close(golden, "out_y", 1, 2, 3.002, 4))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> GoldenAssert.close(golden, "out_y", 1, 2, 3.01, 4))
                .isInstanceOf(AssertionError.class)
                .hasMessage("toys/one: out_y[1, 0] is 3.01, expected 3.0 (relative 0.001, absolute 1.0E-6)");
        assertThatThrownBy(() -> GoldenAssert.close(golden, "out_y", 1, 2, Double.NaN, 4))
                .hasMessageContaining("[1, 0] is NaN");
        assertThatThrownBy(() -> GoldenAssert.exact(golden, "out_n", 7L, 1L))
                .hasMessageContaining("out_n[1] is 1, expected -1");
        assertThatThrownBy(() -> GoldenAssert.close(golden, "out_y", 1, 2))
                .hasMessageContaining("2 values, expected 4");
    }

    @Test
    void caseThatNobodySupportsFailsUnlessListed() {
        assertThat(Verdict.of(golden, List.of(), NOTHING_LISTED).outcome()).isEqualTo(Verdict.Outcome.FAIL);
        Verdict listed = Verdict.of(golden, List.of(), c -> "no toys");
        assertThat(listed.outcome()).isEqualTo(Verdict.Outcome.NOT_YET);
        assertThat(listed.line()).isEqualTo("NOT YET  toys/one  no toys");
    }

    @Test
    void supportedCasePassesOrFailsByItsVerifier() {
        assertThat(Verdict.of(golden, List.of(verifier(4)), NOTHING_LISTED).outcome())
                .isEqualTo(Verdict.Outcome.PASS);
        Verdict failed = Verdict.of(golden, List.of(verifier(4), verifier(5)), NOTHING_LISTED);
        assertThat(failed.outcome()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(failed.detail()).contains("out_y[1, 1] is 5.0");
        assertThat(GoldenReport.render(List.of(failed))).contains("toys         PASS 0   NOT YET 0   FAIL 1   of 1");
    }

    @Test
    void supportedCaseMustNotStayListed() {
        Verdict stale = Verdict.of(golden, List.of(verifier(4)), c -> "no toys");
        assertThat(stale.outcome()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(stale.detail()).contains("remove it from the list");
    }

    @Test
    void verificationThatIsSkippedHasFailed() {
        GoldenVerifier skipping = verifier(() -> Assumptions.abort("no recordings"));

        Verdict skipped = Verdict.of(golden, List.of(skipping), NOTHING_LISTED);

        assertThat(skipped.outcome()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(skipped.failure()).isInstanceOf(AssertionError.class).hasMessageContaining("no recordings");
    }

    @Test
    void listLineNeedsAReason() {
        assertThat(NotYet.parse("# why\n\none: no toys: yet\n", "list"))
                .containsOnlyKeys("one")
                .containsValue("no toys: yet");
        assertThatThrownBy(() -> NotYet.parse("one:\n", "list"))
                .hasMessageContaining("line without 'case: reason': one:");
    }

    private GoldenVerifier verifier(double last) {
        return verifier(() -> GoldenAssert.close(golden, "out_y", 1, 2, 3, last));
    }

    private static GoldenVerifier verifier(Runnable verification) {
        return new GoldenVerifier() {
            @Override
            public String kind() {
                return "toys";
            }

            @Override
            public boolean supports(GoldenCase golden) {
                return true;
            }

            @Override
            public void verify(GoldenCase golden) {
                verification.run();
            }
        };
    }
}
