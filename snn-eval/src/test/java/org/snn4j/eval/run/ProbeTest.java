package org.snn4j.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void folderOutsideAnyCheckoutHasNoRevision() {
        assertThat(GitCheckout.around(folder)).isEmpty();
    }

    @Test
    void revisionIsReadFromALooseBranch() throws IOException {
        Files.createDirectories(folder.resolve("refs/heads"));
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(folder.resolve("refs/heads/main"), COMMIT + "\n");
        assertThat(GitCheckout.fromFiles(folder)).contains(new GitCheckout(COMMIT, "unknown"));
    }

    @Test
    void revisionIsReadFromPackedReferencesAndADetachedHead() throws IOException {
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(folder.resolve("packed-refs"), "# pack-refs with: peeled\n" + COMMIT + " refs/heads/main\n");
        assertThat(GitCheckout.fromFiles(folder)).contains(new GitCheckout(COMMIT, "unknown"));
        Files.writeString(folder.resolve("HEAD"), COMMIT + "\n");
        assertThat(GitCheckout.fromFiles(folder)).contains(new GitCheckout(COMMIT, "unknown"));
    }

    @Test
    void repositoryWithoutCommitHasNoRevision() throws IOException {
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
        assertThat(GitCheckout.fromFiles(folder)).isEmpty();
    }

    @Test
    void softwareHasTheVersionOfTheBuild() {
        assertThat(SoftwareProbe.software().version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void pluginIsNamedWithADigestThatDependsOnItsBytes() throws IOException {
        assertThat(SoftwareProbe.plugin(SoftwareProbe.class).sha256()).matches("[0-9a-f]{64}");
        assertThat(SoftwareProbe.plugin(Test.class).file()).startsWith("junit-jupiter-api");
        assertThat(SoftwareProbe.plugin(Test.class).sha256())
                .isNotEqualTo(SoftwareProbe.plugin(SoftwareProbe.class).sha256());
    }

    @Test
    void machineNamesTheBinaryThatIsLoaded() {
        Machine machine = MachineProbe.machine();
        assertThat(machine.binary()).matches("[a-z]+-[a-z0-9_]+(-[a-z0-9]+)?");
        assertThat(machine.processors()).isPositive();
        assertThat(machine.threads()).isPositive();
        assertThat(machine.nd4j()).startsWith("1.0.0");
    }
}
