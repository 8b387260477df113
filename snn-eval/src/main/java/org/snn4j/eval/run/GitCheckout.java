package org.snn4j.eval.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.eval.run.Provenance.Software;

/**
 * Revision of the Git checkout around a file, found by the {@code git} command or, without it, in the files of {@code .git}.
 *
 * @param revision commit in hexadecimal digits
 * @param state {@code clean}, {@code modified} or {@code unknown}
 */
record GitCheckout(String revision, String state) {
    /** The checkout that holds {@code place}; empty if there is none or it has no commit. */
    static Optional<GitCheckout> around(Path place) {
        for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                Path root = folder;
                return command(root, "rev-parse", "HEAD")
                        .map(revision -> new GitCheckout(revision, stateOf(root)))
                        .or(() -> fromFiles(root.resolve(".git")));
            }
        }
        return Optional.empty();
    }

    private static String stateOf(Path root) {
        return command(root, "status", "--porcelain", "--untracked-files=no")
                .map(changes -> changes.isEmpty() ? "clean" : "modified")
                .orElse(Software.UNKNOWN);
    }

    /** Reads HEAD, the branch's file and the packed references. */
    static Optional<GitCheckout> fromFiles(Path git) {
        try {
            String head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith("ref: ")) {
                return Optional.of(new GitCheckout(head, Software.UNKNOWN));
            }
            String branch = head.substring("ref: ".length());
            Path loose = git.resolve(branch);
            if (Files.exists(loose)) {
                return Optional.of(new GitCheckout(Files.readString(loose).strip(), Software.UNKNOWN));
            }
            return Files.readAllLines(git.resolve("packed-refs")).stream()
                    .filter(line -> line.endsWith(" " + branch))
                    .map(line -> new GitCheckout(line.substring(0, line.indexOf(' ')), Software.UNKNOWN))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Output of a Git command; empty if there is no such program or it fails. */
    private static Optional<String> command(Path root, String... arguments) {
        List<String> line = new ArrayList<>(List.of("git", "-C", root.toString()));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
