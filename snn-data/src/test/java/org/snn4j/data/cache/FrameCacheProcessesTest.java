package org.snn4j.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.Seeds;

/**
 * Processes that are killed while they prepare frames, and processes that prepare the same at once. {@code -Dsnn4j.kills=50} kills fifty of them;
 * what they left when they were killed is counted in {@code target/kills.txt}.
 */
class FrameCacheProcessesTest {
    private static final int SAMPLES = 3000;
    private static final int KILLS = Integer.getInteger("snn4j.kills", 5);
    private static final Recipe RECIPE = ToyPart.recipe(SAMPLES);

    @TempDir
    private Path folder;

    /** A process and what it prints. */
    private record Child(Process process, BufferedReader output) {
        static Child prepare(Path folder) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            PrepareToy.class.getName(),
                            folder.toString(),
                            Integer.toString(SAMPLES))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Child child = new Child(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            assertThat(child.output().readLine()).isEqualTo("begin");
            return child;
        }

        String end() throws IOException, InterruptedException {
            String line = output.readLine();
            assertThat(process.waitFor()).isZero();
            return line;
        }
    }

    private static Path frames(Path folder) {
        return new FrameCache(folder).folder();
    }

    @Test
    void aProcessKilledAtAnyMomentLeavesWhatTheNextCompletes() throws IOException, InterruptedException {
        Path whole = folder.resolve("clean");
        long start = System.nanoTime();
        Child.prepare(whole).end();
        long duration = System.nanoTime() - start;
        Map<String, String> clean = Folders.digests(frames(whole));
        start = System.nanoTime();
        Child.prepare(folder.resolve("again")).end();
        duration = Math.min(duration, System.nanoTime() - start);
        String digest = PrepareToy.digest(new FrameCache(whole).open(RECIPE, ToyPart::encode));
        RandomGenerator random = new Seeds(ProcessHandle.current().pid()).stream("moments");
        Map<String, Integer> left = new TreeMap<>();

        for (int i = 0; i < KILLS; i++) {
            Path killed = folder.resolve("killed-" + i);
            Child child = Child.prepare(killed);
            long moment = (long) (random.nextDouble() * duration);
            Thread.sleep(moment / 1_000_000, (int) (moment % 1_000_000));
            child.process().destroyForcibly().waitFor();
            left.merge(state(frames(killed)), 1, Integer::sum);

            CachedFrames next = new FrameCache(killed).open(RECIPE, ToyPart::encode);
            assertThat(PrepareToy.digest(next)).isEqualTo(digest);
            assertThat(Folders.digests(frames(killed))).isEqualTo(clean);
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "kills.txt"), KILLS + " kills; they left " + left + "\n");
    }

    /** What a killed process left. */
    private static String state(Path frames) throws IOException {
        List<String> names = Folders.files(frames).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        if (names.stream().anyMatch(name -> name.endsWith("json"))) {
            return "everything";
        }
        if (names.stream().anyMatch(name -> name.matches("\\..*json.*part"))) {
            return "frames and a part of a marker";
        }
        if (names.stream().anyMatch(name -> name.endsWith("frames"))) {
            return "frames without a marker";
        }
        return names.stream().anyMatch(name -> name.endsWith("part")) ? "a part of the frames" : "nothing";
    }

    @Test
    void twoProcessesAtOnceMakeTheSameOnce() throws IOException, InterruptedException {
        Child first = Child.prepare(folder);
        Child second = Child.prepare(folder);
        String one = first.end();
        String two = second.end();
        Map<String, String> there = Folders.digests(frames(folder));
        CachedFrames clean = new FrameCache(folder.resolve("clean")).open(RECIPE, ToyPart::encode);

        assertThat(List.of(one.split(" ")[0], two.split(" ")[0]))
                .containsExactlyInAnyOrder("0", Integer.toString(SAMPLES));
        assertThat(one.split(" ")[1]).isEqualTo(two.split(" ")[1]).isEqualTo(PrepareToy.digest(clean));
        assertThat(there).isEqualTo(Folders.digests(frames(folder.resolve("clean"))));
    }
}
