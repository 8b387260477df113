package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void referenceInTheRepositoryIsWhatTheCommandWrites() throws IOException {
        assertThat(program.run("docs")).isZero();
        assertThat(program.out())
                .as("run: ./snn docs --output docs/configuration.md")
                .isEqualTo(Files.readString(Repository.root().resolve("docs/configuration.md")));
    }

    @Test
    void networksInTheRepositoryAreWhatTheCommandWrites() throws IOException {
        assertThat(program.run("docs", "--networks")).isZero();
        assertThat(program.out())
                .as("run: ./snn docs --networks --output docs/networks.md")
                .isEqualTo(Files.readString(Repository.root().resolve("docs/networks.md")));
    }

    @Test
    void outputGoesToTheFileThatIsNamed() throws IOException {
        Path file = folder.resolve("page.md");
        assertThat(program.run("docs", "--output", file)).isZero();
        assertThat(Files.readString(file)).contains("### neuron: lif", "| `tau` | number | `2.0` |");
        assertThat(program.out()).isEmpty();
    }
}
