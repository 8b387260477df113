package org.snn4j.data.format.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.data.format.BlockReader;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventBlock;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;

/** Reads an event from each line. */
final class TextReader extends BlockReader {
    private static final int SHORTEST_LINE = 8;

    private final ByteSource source;
    private final TextLines lines;
    private final String order;
    private final boolean seconds;
    private boolean more;
    private boolean zero;
    private boolean negative;

    /**
     * What comes before the events.
     *
     * @param lines at the first event, or at the end
     * @param events true if there is an event
     * @param named true if a line of names says what the columns are
     */
    record Head(
            TextLines lines,
            boolean events,
            boolean named,
            String order,
            TextLayout.Unit unit,
            Optional<Sensor> sensor) {
        private static final Pattern SENSOR = Pattern.compile("[#%]\\s*sensor\\s+(\\d{1,5})x(\\d{1,5})");
        private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[ \\t,;]+(\\d{1,5})");

        /** Takes the comments, a line of width and height, and a line of names; each may be missing. */
        static Head read(ByteSource source, TextLayout layout) throws IOException {
            TextLines lines = new TextLines(source);
            Optional<Sensor> sensor = Optional.empty();
            List<String> names = List.of();
            boolean events = false;
            while (!events && lines.advance()) {
                if (lines.ended()) {
                    continue;
                }
                String text = lines.text();
                Matcher size = (lines.comment() ? SENSOR : SIZE).matcher(text);
                if (size.matches()) {
                    sensor = Sensor.fits(Long.parseLong(size.group(1)), Long.parseLong(size.group(2)));
                    if (sensor.isEmpty()) {
                        throw lines.damage(
                                "a sensor of " + size.group(1) + "x" + size.group(2), "1 to 32768 columns and rows");
                    }
                } else if (!lines.comment() && names.isEmpty() && lines.words()) {
                    names = names(text);
                } else {
                    events = !lines.comment();
                }
            }
            String order = layout.order().isEmpty()
                    ? names.isEmpty() ? TextLayout.ROLES : TextLayout.orderOf(names)
                    : layout.order();
            if (!TextLayout.complete(order)) {
                throw source.damage(0, "columns " + String.join(", ", names), "one each of t, x, y and p");
            }
            TextLayout.Unit unit = layout.unit();
            int time = order.indexOf('t');
            if (unit == TextLayout.Unit.AUTOMATIC && time < names.size()) {
                unit = TextLayout.unitOf(names.get(time)).orElse(unit);
            }
            return new Head(lines, events, !names.isEmpty(), order, unit, sensor);
        }

        private static List<String> names(String text) {
            List<String> names = new ArrayList<>();
            for (String name : text.replace("\"", "").split("[ \\t]*[,;][ \\t]*|[ \\t]+")) {
                names.add(name);
            }
            return names;
        }
    }

    TextReader(ByteSource source, Head head, ReadSettings settings) {
        super(source.file(), settings, head.sensor, source.length() / SHORTEST_LINE + 1);
        this.source = source;
        lines = head.lines;
        more = head.events;
        order = head.order;
        seconds = head.unit == TextLayout.Unit.SECONDS
                || head.unit == TextLayout.Unit.AUTOMATIC && more && secondsByFirstLine();
    }

    /** True if the time of the line has a point; the columns and rows must have none then, or nothing tells the unit. */
    private boolean secondsByFirstLine() {
        boolean time = false;
        boolean places = false;
        int column = lines.column();
        for (int i = 0; i < order.length() && !lines.ended(); i++) {
            time |= order.charAt(i) == 't' && lines.fractional();
            places |= "xy".indexOf(order.charAt(i)) >= 0 && lines.fractional();
            lines.skipField();
        }
        lines.back(column);
        if (time && places) {
            throw lines.damage(
                    "decimal points in all columns", "a column named t_s or t_us, or a unit in the settings");
        }
        return time;
    }

    @Override
    protected boolean decode(EventBlock into) throws IOException {
        int events = 0;
        long base = lines.position();
        while (more && events < into.capacity() && lines.position() - base < Integer.MAX_VALUE) {
            event(into, events, (int) (lines.position() - base));
            events++;
            more = lines.next();
        }
        into.decoded(events, base);
        return events > 0;
    }

    private void event(EventBlock into, int event, int place) {
        for (int i = 0; i < order.length(); i++) {
            if (lines.ended()) {
                throw lines.damage(i + " fields", order.length() + " (" + String.join(", ", order.split("")) + ")");
            }
            switch (order.charAt(i)) {
                case 't' -> into.time()[event] = lines.time(seconds);
                case 'x' -> into.x()[event] = place("x");
                case 'y' -> into.y()[event] = place("y");
                case 'p' -> into.polarity()[event] = polarity();
                default -> lines.skipField();
            }
        }
        if (!lines.ended()) {
            throw lines.damageHere("more than " + order.length() + " fields", "the end of the line");
        }
        into.place()[event] = place;
    }

    private short place(String what) {
        long value = lines.whole(what);
        if (value < 0 || value > Short.MAX_VALUE) {
            throw lines.damage(what + " " + value, "in [0, " + Short.MAX_VALUE + "]");
        }
        return (short) value;
    }

    private byte polarity() {
        long value = lines.whole("polarity");
        zero |= value == 0;
        negative |= value == -1;
        if (value < -1 || value > 1 || zero && negative) {
            throw lines.damage("polarity " + value, "0 and 1, or -1 and 1, in the whole file");
        }
        return (byte) (value == 1 ? 1 : 0);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
