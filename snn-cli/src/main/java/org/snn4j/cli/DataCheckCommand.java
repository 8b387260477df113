package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.snn4j.data.check.FolderCheck;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every recording of a folder. */
@Command(
        name = "check",
        description = "Read every recording below a folder and list damage with its byte.",
        footer = {"", "Exit code 2 if a recording is damaged."})
final class DataCheckCommand implements Callable<Integer> {
    private static final int CONTINUATION = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder, or a single recording.")
    private Path folder;

    @Mixin
    private SensorOption sensor = new SensorOption();

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        FolderCheck.Report report =
                new FolderCheck(RecordingFormats.standard()).check(folder, sensor.apply(ReadSettings.DEFAULTS));
        String formats = report.formats().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", ", " (", ")"));
        print(count(report.recordings(), "recording") + (report.formats().isEmpty() ? "" : formats) + ", "
                + count(report.events(), "event") + " in those that can be read; "
                + count(report.others().size(), "other file") + " left alone");
        report.unsupported().forEach(damage -> print("not read: " + damage.message()));
        report.damaged().forEach(damage -> print("damaged: " + damage.message()));
        if (!report.damaged().isEmpty()) {
            print(String.format(Locale.ROOT, "%,d damaged", report.damaged().size()));
            return ExitCode.USAGE;
        }
        print(report.recordings() == 0 ? "no recording found in " + folder : "no damage found");
        return report.recordings() == 0 ? ExitCode.USAGE : ExitCode.OK;
    }

    private static String count(long number, String one) {
        return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, one);
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
    }
}
