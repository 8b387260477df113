package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadCountTest {
    /** Native threads are counted when the library is loaded, hence processes. */
    private static Process start(int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxbytes=1g",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (threads - 1),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TrainingHash.class.getName());
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        return builder.redirectErrorStream(true).start();
    }

    private static List<String> hashes(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> hashes =
                output.lines().filter(line -> line.startsWith("hash ")).toList();
        assertThat(hashes).as(output).hasSize(8);
        return hashes;
    }

    @Test
    void trainingGivesTheSameBitsForAnyNumberOfThreadsWithAllKernelsInBothPrecisions()
            throws IOException, InterruptedException {
        Process one = start(1);
        Process two = start(2);
        Process four = start(4);
        List<String> bits = hashes(one);
        assertThat(hashes(two)).isEqualTo(bits);
        assertThat(hashes(four)).isEqualTo(bits);
    }
}
