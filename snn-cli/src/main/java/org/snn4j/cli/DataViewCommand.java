package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.core.config.ComponentSpec;
import org.snn4j.core.io.AtomicFiles;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.view.PictureBytes;
import org.snn4j.data.view.RecordingFacts;
import org.snn4j.data.view.RecordingPage;
import org.snn4j.data.view.RecordingPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a recording. */
@Command(name = "view", description = "Show a recording: figures, and a page or an animation if asked for.")
final class DataViewCommand implements Callable<Integer> {
    private static final int CONTINUATION = 4;
    private static final int FRAMES = 30;
    private static final int BAR = 60;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Recording of any format.")
    private Path file;

    @Mixin
    private SensorOption sensor = new SensorOption();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page that works alone.")
    private Path html;

    @Option(names = "--gif", paramLabel = "FILE", description = "Write an animation.")
    private Path gif;

    @Override
    public Integer call() throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        show();
        return ExitCode.OK;
    }

    private void show() {
        try {
            RecordingFormats formats = RecordingFormats.standard();
            RecordingFormat format = formats.recognise(file);
            EventStream recording = RecordingFormats.read(format, file, sensor.apply(ReadSettings.DEFAULTS));
            print("format: " + format.title());
            RecordingFacts.of(recording).entries().forEach(entry -> print(entry.name() + ": " + entry.value()));
            if (recording.size() > 0) {
                print("rate: " + sparkline(RecordingPictures.rate(recording, BAR)));
            }
            write(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private void write(EventStream recording) throws IOException {
        if (html != null) {
            AtomicFiles.write(html, new RecordingPage(encoders()).html(file.toString(), recording));
            print("page: " + html);
        }
        if (gif != null) {
            int times = Math.max(1, 340 / Math.max(recording.width(), recording.height()));
            AtomicFiles.write(
                    gif,
                    PictureBytes.gif(
                            RecordingPictures.frames(recording, FRAMES).stream()
                                    .map(picture -> PictureBytes.enlarged(picture, times))
                                    .toList(),
                            10));
            print("animation: " + gif);
        }
    }

    /** Encoders that need nothing but their parameters, with the defaults. */
    private Map<String, EventEncoder> encoders() {
        Map<String, EventEncoder> encoders = new LinkedHashMap<>();
        for (ComponentSpec component :
                plugins.load().catalogue().components(EventEncoder.class).values()) {
            Class<?>[] needs = component.constructor().getParameterTypes();
            try {
                if (needs.length == 0) {
                    encoders.put(component.name(), (EventEncoder)
                            component.constructor().newInstance());
                } else if (needs.length == 1 && needs[0].isRecord()) {
                    Object defaults = needs[0].getField("DEFAULTS").get(null);
                    encoders.put(component.name(), (EventEncoder)
                            component.constructor().newInstance(defaults));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("encoder " + component.name() + " cannot be made of its defaults", e);
            }
        }
        return encoders;
    }

    private static String sparkline(int[] counts) {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        StringBuilder line = new StringBuilder();
        for (int count : counts) {
            line.append("_.:-=+*#%@".charAt((int) Math.min(9, 10L * count / (most + 1))));
        }
        return line.toString();
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
    }
}
