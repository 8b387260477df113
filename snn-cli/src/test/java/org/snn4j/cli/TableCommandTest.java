package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;

class TableCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void missingRunsAreSaidAndGiveNoNumber() throws IOException {
        Path file = TinyExperiment.write(folder, "lif: {}");
        assertThat(program.run("table", file, "--runs", folder.resolve("runs"))).isZero();
        assertThat(program.out()).contains("(0/2)", "not run");
    }

    @Test
    void everyFormatHoldsTheNumbersOfTheRuns() throws IOException {
        Path file = TinyExperiment.write(folder, "lif: {}");
        Path runs = folder.resolve("runs");
        assertThat(program.run("run", file, "--runs", runs)).isZero();
        assertThat(table(file, runs, "terminal")).contains("lif", "accuracy [%]");
        assertThat(table(file, runs, "markdown")).contains("| lif |", "./snn run ");
        assertThat(table(file, runs, "csv")).contains(",lif,").startsWith("experiment,");
        assertThat(table(file, runs, "latex")).contains("\\begin{table}", "lif");
    }

    @Test
    void outputGoesToTheFileThatIsNamed() throws IOException {
        Path file = TinyExperiment.write(folder, "lif: {}");
        Path output = folder.resolve("results.md");
        assertThat(program.run("table", file, "--runs", folder, "--format", "markdown", "--output", output))
                .isZero();
        assertThat(Files.readString(output)).contains("Tiny");
        assertThat(program.out()).isEmpty();
    }

    @Test
    void pageNamesTheWholeCommandThatMakesItAgain() throws IOException {
        Path data = SimulatedFolder.in(
                folder,
                new SimulatedFolder.Content(
                        20, 10, 20, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS));
        Path file = TinyExperiment.write(folder, "lif: {data: {use: n-mnist, share: 1.0}, training.epochs: 1}");
        Path runs = folder.resolve("runs");
        Path page = folder.resolve("my page.md");
        String[] changed = {"--set", "optimizer={use: sgd}"};
        assertThat(program.run("run", file, "--data", data, "--runs", runs, changed[0], changed[1]))
                .as(program.err())
                .isZero();
        assertThat(program.run(
                        "table",
                        file,
                        "--runs",
                        runs,
                        changed[0],
                        changed[1],
                        "--format",
                        "markdown",
                        "--output",
                        page))
                .as(program.err())
                .isZero();
        String typed = file + " --set 'optimizer={use: sgd}'";
        assertThat(Files.readString(page))
                .contains("Made by `./snn run " + typed + " --data DIR && ./snn table " + typed
                        + " --format markdown --output '" + page + "'`. `DIR` is the folder of the data sets.")
                .contains("**The recordings are SIMULATED.**");
    }

    @Test
    void verdictFollowsThePublishedNumberOfTheFile() throws IOException {
        Path file = TinyExperiment.write(folder, "lif: {}");
        Path runs = folder.resolve("runs");
        assertThat(program.run("run", file, "--runs", runs)).isZero();
        String[] cell = table(file, runs, "csv").lines().toList().get(1).split(",");
        double ours = Double.parseDouble(cell[7]);
        assertThat(verdict(file, runs, ours)).isEqualTo("OK");
        assertThat(verdict(file, runs, ours + 0.9)).isEqualTo("CLOSE");
        assertThat(verdict(file, runs, ours - 1.1)).isEqualTo("DIFFERENT");
        assertThat(verdict(file, runs, ours + 1.1)).isEqualTo("DIFFERENT");
        assertThat(verdict(file, folder.resolve("none"), ours)).isEqualTo("NOT RUN");
    }

    private String verdict(Path file, Path runs, double published) throws IOException {
        String text = Files.readString(file);
        Path edited = Files.createDirectories(folder.resolve("edited")).resolve(file.getFileName());
        Files.writeString(
                edited,
                text.replace(
                        "images-seen]}",
                        "images-seen], expected: [{row: lif, column: accuracy, value: " + published
                                + ", source: somebody, evidence: v, tolerance: 1}]}"));
        return table(edited, runs, "csv").lines().toList().get(1).split(",")[18];
    }

    @Test
    void unknownFormatIsWrongUsageAndTheKnownOnesAreNamed() throws IOException {
        assertThat(program.run("table", TinyExperiment.write(folder, "lif: {}"), "--format", "html"))
                .isEqualTo(2);
        assertThat(program.err()).contains("html", "terminal, markdown, csv, latex");
    }

    private static String table(Path file, Path runs, String format) {
        Program program = new Program();
        assertThat(program.run("table", file, "--runs", runs, "--format", format))
                .as(program.err())
                .isZero();
        return program.out();
    }
}
