package org.snn4j.data.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.Sensor;

/**
 * The lines of text before the events: a percent sign, a space, a keyword in capitals or not, a space, a value. They end at the line {@code % end} or where a
 * line does not begin with percent sign and space.
 */
final class TextHeader {
    private static final int MOST = 1 << 16;

    private final Path file;
    private final Map<String, Line> lines = new HashMap<>();
    private final int length;

    /** A line behind the percent sign, the value in it, and its position. */
    private record Line(String text, String value, int position) {}

    private TextHeader(Path file, byte[] bytes, int count) {
        this.file = file;
        int position = 0;
        boolean end = false;
        while (!end && position + 1 < count && bytes[position] == '%' && bytes[position + 1] == ' ') {
            int stop = lineEnd(bytes, position, count);
            String text = new String(bytes, position + 2, stop - position - 2, StandardCharsets.ISO_8859_1).strip();
            int space = text.indexOf(' ');
            String keyword = (space < 0 ? text : text.substring(0, space)).toLowerCase(Locale.ROOT);
            lines.put(
                    keyword,
                    new Line(text, space < 0 ? "" : text.substring(space + 1).strip(), position));
            end = text.equals("end");
            position = stop + 1;
        }
        length = position;
    }

    private int lineEnd(byte[] bytes, int start, int count) {
        for (int i = start; i < count; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new DataFormatException(
                file, start, "a header line without end", "a line feed within " + MOST + " bytes of header");
    }

    /** The header at the beginning of a file; of length 0 if there is none. */
    static TextHeader read(FileInput input) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST, input.length()));
        int count = input.read(0, bytes);
        return new TextHeader(input.file(), bytes.array(), count);
    }

    /** The header in a file's first bytes, empty if it is not whole there. */
    static Optional<TextHeader> of(FileStart start) {
        if (!start.startsWith("% ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TextHeader(start.file(), start.bytes(), start.bytes().length));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Position of the first byte behind the header. */
    int length() {
        return length;
    }

    /** The value of a keyword given in small letters. */
    Optional<String> value(String keyword) {
        return Optional.ofNullable(lines.get(keyword)).map(Line::value);
    }

    /** Damage at a keyword's line, or at the file's beginning if there is no such line. */
    DataFormatException damage(String keyword, String expected) {
        Line line = lines.get(keyword);
        return line == null
                ? new DataFormatException(file, 0, "no header line '% " + keyword + "'", expected)
                : new DataFormatException(file, line.position(), "'% " + line.text() + "'", expected);
    }

    /** The sensor of lines {@code % width} and {@code % height}. */
    Optional<Sensor> widthAndHeight() {
        if (value("width").isEmpty() || value("height").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sensor("width", value("width").get(), value("height").get()));
    }

    /** The sensor of a text {@code <width>x<height>} in the line of a keyword. */
    Sensor geometry(String keyword, String text) {
        int cross = text.indexOf('x');
        if (cross < 0) {
            throw damage(keyword, "a width, 'x' and a height");
        }
        return sensor(keyword, text.substring(0, cross), text.substring(cross + 1));
    }

    /** A sensor of two numbers in the line of a keyword. */
    Sensor sensor(String keyword, String width, String height) {
        try {
            return new Sensor(Integer.parseInt(width.strip()), Integer.parseInt(height.strip()));
        } catch (IllegalArgumentException e) {
            DataFormatException damage = damage(keyword, "a width and a height in [1, 32768]");
            damage.initCause(e);
            throw damage;
        }
    }
}
