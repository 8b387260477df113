package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.FrameShape;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.cache.Recipe;

class DataCacheCommandTest {
    @TempDir
    private Path folder;

    private String first;
    private String second;

    @BeforeEach
    void prepareTwoParts() {
        first = prepare("set train");
        second = prepare("set test");
    }

    private String prepare(String name) {
        Recipe recipe = new Recipe(
                name,
                Recipe.Making.of("{use: toy, steps: 1}", "3x1"),
                new FrameShape(1, 1, 1, 3),
                false,
                List.of("a"),
                List.of(new Recipe.Sample("x", 0, "0")));
        new FrameCache(folder).open(recipe, (group, sink) -> sink.accept(0, new float[] {1, 2, 3}));
        return recipe.key();
    }

    private String run(int exit, Object... arguments) {
        Program program = new Program();
        Object[] all = new Object[arguments.length + 4];
        System.arraycopy(new Object[] {"data", "cache", "--cache", folder}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        assertThat(program.run(all)).as(program.err()).isEqualTo(exit);
        return Program.joined(program.out());
    }

    @Test
    void theListNamesPartsWithSizeAgeAndWhatTheyWereMadeOf() {
        assertThat(run(0))
                .contains("set train: 1 samples, 0.0 MB, made 0 min ago", "{use: toy, steps: 1}", "3x1", "2 in ");
        assertThat(run(0, first.substring(0, 12)))
                .contains("set train", "1 in ")
                .doesNotContain("set test");
    }

    @Test
    void checkFindsDamage() throws IOException {
        assertThat(run(0, "--check")).doesNotContain("damaged");
        Path frames = new FrameCache(folder).folder().resolve(second + ".frames");
        byte[] bytes = Files.readAllBytes(frames);
        bytes[64] ^= 1;
        Files.write(frames, bytes);

        assertThat(run(2, "--check")).contains("damaged", "byte 64");
    }

    @Test
    void clearDeletesWhatIsNamedOrOld() throws IOException {
        assertThat(run(0, "--clear", "--older", 10)).contains("0 deleted");
        Path marker = new FrameCache(folder).folder().resolve(second + ".json");
        Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minus(Duration.ofDays(11))));

        assertThat(run(0, "--clear", "--older", 10)).contains("1 deleted");
        assertThat(run(0)).contains("set train").doesNotContain("set test");
        assertThat(run(0, "--clear")).contains("1 deleted");
        assertThat(run(0)).contains("0 in ");
        assertThat(run(2, "--older", -1)).isEmpty();
    }
}
