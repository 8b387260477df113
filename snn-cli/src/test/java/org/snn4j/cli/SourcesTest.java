package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What class files no longer show: package descriptions, comments, sizes. */
class SourcesTest {
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:abstract |final |sealed )*(?:class|interface|record|enum|@interface) ");
    private static final Pattern DOCUMENTED_TYPE = Pattern.compile(
            "(?ms)\\*/\\s*(?:^@[^\\n]*(?:\\n[ )}\\]][^\\n]*)*\\n)*^public (?:abstract |final |sealed )*(?:class|interface|record|enum|@interface) ");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final int MOST_LINES = 600;

    @Test
    void everyPackageSaysHowItsPiecesFit() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path source : mainSources()) {
            packages.add(source.getParent());
        }
        packages.removeIf(folder -> Files.exists(folder.resolve("package-info.java")));
        assertThat(packages).as("packages without package-info").isEmpty();
    }

    @Test
    void everyPublicTypeHasJavadoc() throws IOException {
        assertThat(sourcesWhere(text -> PUBLIC_TYPE.matcher(text).find()
                        && !DOCUMENTED_TYPE.matcher(text).find()))
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        assertThat(sourcesWhere(text -> UNFINISHED.matcher(text).find())).isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(sourcesWhere(text -> text.lines().count() > MOST_LINES)).isEmpty();
    }

    /** Vectors from byte buffers ended with Java 18, vectors from segments began after it: one class knows both. */
    @Test
    void memoryOfVectorsIsReachedInOnePlaceOnly() throws IOException {
        assertThat(sourcesWhere(text -> text.contains("Vector.fromByteBuffer") || text.contains(".intoByteBuffer")))
                .extracting(source -> source.getFileName().toString())
                .containsExactly("VectorMemory.java");
    }

    private static List<Path> sourcesWhere(Predicate<String> condition) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path source : mainSources()) {
            if (condition.test(Files.readString(source))) {
                found.add(Repository.root().relativize(source));
            }
        }
        return found;
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            Repository.root().relativize(file).toString().matches("snn-[a-z]+.src.main.java.*"))
                    .sorted()
                    .toList();
        }
    }
}
