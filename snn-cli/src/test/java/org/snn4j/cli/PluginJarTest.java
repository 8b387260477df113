package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.split.Digest;

/** The example plug-in as its author's users meet it: a jar that this program has never seen. */
class PluginJarTest {
    private static final Path EXAMPLE = Repository.root().resolve("examples/plugin/src/main");

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void neuronAndObjectiveOfAJarTrainAndStandInTheProvenance() throws IOException {
        Path jar = jar();
        Path file = TinyExperiment.write(
                folder,
                "theirs: {neuron: {use: quadratic, critical: 0.4}, objectives.calm: {use: confidence-penalty, weight: 0.05}}");
        Path runs = folder.resolve("runs");
        assertThat(program.run("run", file, "--plugin", jar, "--runs", runs, "--seed", 1))
                .as(program.err())
                .isZero();
        assertThat(Files.readString(runs.resolve("tiny/theirs/seed-1/provenance.json")))
                .contains("example.jar", "org.example.spiking.ExamplePlugin", Digest.of(Files.readAllBytes(jar)));
    }

    @Test
    void componentsOfAJarAreListed() throws IOException {
        assertThat(program.run("list", "neuron", "--plugin", jar())).isZero();
        assertThat(program.out()).contains("quadratic", "lif");
    }

    @Test
    void withoutTheJarItsNamesAreUnknown() throws IOException {
        assertThat(program.run("show", TinyExperiment.write(folder, "theirs: {neuron: {use: quadratic}}")))
                .isEqualTo(2);
        assertThat(program.err()).contains("unknown name 'quadratic'");
    }

    @Test
    void jarThatIsMissingIsNamed() {
        assertThat(program.run("list", "--plugin", folder.resolve("none.jar"))).isEqualTo(2);
        assertThat(program.err()).contains("none.jar").doesNotContain("\tat ");
    }

    private Path jar() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        files(EXAMPLE.resolve("java")).forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Path jar = folder.resolve("example.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            add(entries, classes);
            add(entries, EXAMPLE.resolve("resources"));
        }
        return jar;
    }

    private static void add(JarOutputStream jar, Path root) throws IOException {
        for (Path file : files(root)) {
            jar.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
            jar.closeEntry();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
