package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the program runs on, after having the native library compute something. */
@Command(name = "doctor", description = "Show what this machine offers: Java, ND4J, threads, memory, kernels, data.")
final class DoctorCommand implements Runnable {
    private static final int INDENT = 10;
    private static final int HANGING = 2;
    private static final String NATIVE_LIBRARY = "jnind4jcpu";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data sets (default: that of SNN4J_DATA).")
    private Path data;

    private final Surroundings surroundings;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        Map<String, String> findings = new LinkedHashMap<>();
        findings.put("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
        findings.put(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        findings.put("Heap", "limit " + mebibytes(Runtime.getRuntime().maxMemory()));
        computeSomething();
        findings.put("Off-heap", "limit " + mebibytes(Pointer.maxBytes()));
        findings.put("ND4J", Nd4j.getBackend().getClass().getSimpleName() + ", binary " + binary());
        findings.put(
                "Threads",
                Threads.count() + " in Java, "
                        + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()
                        + " in native operations");
        findings.put("Kernels", kernels());
        findings.put(
                "Data",
                surroundings
                        .data(data)
                        .map(DoctorCommand::dataSets)
                        .orElse("no folder: give --data or set SNN4J_DATA"));

        PrintWriter out = spec.commandLine().getOut();
        findings.forEach((name, value) -> print(out, name, value));
    }

    private static void print(PrintWriter out, String name, String value) {
        String head = name;
        for (String line : value.lines().toList()) {
            Paragraphs.wrap(
                            String.format("%-" + INDENT + "s%s", head, line),
                            head.isEmpty() ? HANGING : INDENT + HANGING)
                    .forEach(out::println);
            head = "";
        }
    }

    private static void computeSomething() {
        INDArray product = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}})
                .mmul(Nd4j.createFromArray(new float[][] {{5}, {6}}));
        if (product.getFloat(0) != 17 || product.getFloat(1) != 39) {
            throw new IllegalStateException("the native library multiplies wrongly: " + product);
        }
    }

    /** The choice with its reason, then every kind of kernels with what it runs on, or why it is missing. */
    private static String kernels() {
        KernelSelection selection = KernelSelection.choose();
        StringBuilder text = new StringBuilder(selection.kernels().name())
                .append(", because ")
                .append(selection.reason());
        for (KernelSelection.Candidate candidate : KernelSelection.candidates()) {
            text.append(System.lineSeparator())
                    .append(candidate.name())
                    .append(candidate.available() ? ": " : " is missing: ")
                    .append(candidate.description());
        }
        return text.toString();
    }

    /** The folder inside the jar that the native library came from is named after platform and variant. */
    private static String binary() {
        return Optional.ofNullable(Loader.getLoadedLibraries().get(NATIVE_LIBRARY))
                .map(file -> Path.of(file).getParent().getFileName().toString())
                .orElse("unknown");
    }

    private static String dataSets(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "no folder " + folder;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return folder + ": "
                    + entries.filter(Files::isDirectory)
                            .map(entry -> entry.getFileName().toString())
                            .sorted()
                            .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return folder + " cannot be read: " + e.getMessage();
        }
    }

    private static String mebibytes(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }
}
