package org.snn4j.core.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.snn4j.core.ConfigurationException;

/** Reads a file and those it {@code extends}. */
final class FileChain {
    private static final long MOST_BYTES = 1 << 20;
    private static final String EXTENDS = "extends";

    private final Problems problems;
    private final List<Path> files = new ArrayList<>();
    private final List<Node.Mapping> roots = new ArrayList<>();

    private FileChain(Problems problems) {
        this.problems = problems;
    }

    /** @throws ConfigurationException if a file is missing or no YAML, or the chain is a cycle */
    static FileChain read(Path file, Problems problems) {
        FileChain chain = new FileChain(problems);
        chain.follow(file, new Origin(file.toString(), 0, List.of()));
        return chain;
    }

    /**
     * The files that something inside a file extends, such as a variant.
     *
     * @throws ConfigurationException as {@link #read}
     */
    static FileChain extendedBy(Node base, Problems problems) {
        FileChain chain = new FileChain(problems);
        chain.follow(chain.resolve(Path.of(base.origin().source()), base), base.origin());
        return chain;
    }

    private void follow(Path file, Origin because) {
        Origin reason = because;
        Path next = file;
        while (next != null) {
            Node.Mapping root = YamlReader.read(next.toString(), text(next, reason), problems);
            files.add(next);
            roots.add(root);
            Node base = root.entries().get(EXTENDS);
            next = base == null ? null : resolve(next, base);
            reason = base == null ? reason : base.origin();
        }
    }

    /** The files, nearest first. */
    List<Path> files() {
        return files;
    }

    /** Their trees, nearest first. */
    List<Node.Mapping> roots() {
        return roots;
    }

    private Path resolve(Path from, Node base) {
        if (!(base instanceof Node.Scalar scalar && scalar.value() instanceof String relative && !relative.isBlank())) {
            problems.add(base.origin(), "expected the path of a file, found " + base.describe());
            throw problems.exception();
        }
        Path next = from.resolveSibling(relative).normalize();
        for (Path seen : files) {
            if (seen.toAbsolutePath().normalize().equals(next.toAbsolutePath().normalize())) {
                String cycle = files.subList(files.indexOf(seen), files.size()).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(" -> "));
                problems.add(base.origin(), "the files extend each other in a cycle: " + cycle + " -> " + seen);
                throw problems.exception();
            }
        }
        return next;
    }

    private String text(Path file, Origin reason) {
        try {
            if (Files.isDirectory(file)) {
                problems.add(reason, "'" + file + "' is a folder, expected a file");
                throw problems.exception();
            }
            if (Files.size(file) > MOST_BYTES) {
                problems.add(
                        reason,
                        "'" + file + "' has " + Files.size(file) + " bytes; an experiment file has at most "
                                + MOST_BYTES);
                throw problems.exception();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            problems.add(reason, "there is no file '" + file + "'");
        } catch (CharacterCodingException e) {
            problems.add(reason, "'" + file + "' is not UTF-8 text");
        } catch (IOException e) {
            problems.add(reason, "'" + file + "' cannot be read: " + e.getMessage());
        }
        throw problems.exception();
    }
}
