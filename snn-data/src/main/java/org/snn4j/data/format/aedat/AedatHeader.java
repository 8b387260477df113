package org.snn4j.data.format.aedat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.Sensor;

/** The text lines at the beginning of AEDAT 2.0 and 3.1 files. */
final class AedatHeader {
    /** Longest line looked for. */
    static final int LINE = 1 << 15;

    private static final String SENSOR = "# Sensor size: ";
    private static final Map<String, Sensor> CHIPS = Map.of(
            "dvs128", new Sensor(128, 128),
            "davis240", new Sensor(240, 180),
            "davis346", new Sensor(346, 260),
            "davis640", new Sensor(640, 480));

    private AedatHeader() {}

    /** Takes the first line, which names the version. */
    static void version(ByteSource source, String expected) throws IOException {
        String line = source.fill(expected.length()) >= expected.length() ? source.line('#', LINE) : null;
        if (!expected.equals(line)) {
            throw source.damage(0, "another first line", expected);
        }
    }

    /** Takes the lines that begin with # and hold nothing but text, to the one after {@code last} or to the first byte that is no such line. */
    static List<String> lines(ByteSource source, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        while (isText(source)) {
            String line = source.line('#', LINE);
            if (lines.size() < 4096) {
                lines.add(line);
            }
            if (line.equals(last)) {
                break;
            }
        }
        return lines;
    }

    /** True if a # and text up to a line end follow: an address may begin with the byte of a # too. */
    private static boolean isText(ByteSource source) throws IOException {
        int available = Math.min(source.fill(LINE), LINE);
        byte[] bytes = source.bytes();
        for (int i = 0; i < available; i++) {
            byte next = bytes[source.index() + i];
            if (i == 0 && next != '#') {
                return false;
            }
            if (next == '\n') {
                return true;
            }
            if (next >= 0 && next < ' ' && next != '\r' && next != '\t') {
                return false;
            }
        }
        return false;
    }

    /** The sensor size that our own files state in a line of their own. */
    static Optional<Sensor> statedSize(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(SENSOR) && line.substring(SENSOR.length()).matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                String[] size = line.substring(SENSOR.length()).split("x");
                return Sensor.fits(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
            }
        }
        return Optional.empty();
    }

    /** The line that states a sensor size. */
    static String stateSize(Sensor sensor) {
        return SENSOR + sensor;
    }

    /** The size of the sensor whose name contains that of a known one. */
    static Optional<Sensor> chip(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return CHIPS.entrySet().stream()
                .filter(chip -> small.contains(chip.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
