package org.snn4j.data.format.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.ByteSource;

/** The lines of a text and the numbers in them; for one thread. */
final class TextLines {
    private static final int LONGEST = 1024;
    private static final int DIGITS = 18;
    private static final int MOST_CHARACTERS = 40;
    private static final double EXACT = 0x1p53;

    private final ByteSource source;
    private byte[] bytes;
    private int start;
    private int end;
    private int at;

    TextLines(ByteSource source) {
        this.source = source;
    }

    /** Goes to the next line that is neither empty nor a comment; false at the end of the text. */
    boolean next() throws IOException {
        while (advance()) {
            if (at < end && !comment()) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line, behind its leading space; false at the end. */
    boolean advance() throws IOException {
        source.skip(at == 0 && bytes == null ? 0 : lineLength());
        int available = Math.min(source.fill(LONGEST), LONGEST);
        if (available == 0) {
            bytes = null;
            at = 0;
            return false;
        }
        bytes = source.bytes();
        start = source.index();
        end = start;
        while (end < start + available && bytes[end] != '\n') {
            end++;
        }
        if (end == start + LONGEST && source.left() > LONGEST) {
            throw damage(start, "a line of more than " + LONGEST + " bytes", "an event");
        }
        at = start;
        space();
        return true;
    }

    /** Bytes of the line with its end. */
    private int lineLength() {
        return bytes == null ? 0 : Math.min(end + 1 - start, (int) Math.min(source.left(), Integer.MAX_VALUE));
    }

    /** True if the line is a comment. */
    boolean comment() {
        return bytes[at] == '#' || bytes[at] == '%';
    }

    /** True if the line begins with a letter or a quotation mark, as names do. */
    boolean words() {
        String text = text();
        if (text.isEmpty()) {
            return false;
        }
        return Character.isLetter(text.charAt(0)) && !text.matches("(?i)(true|false)\\b.*") || text.charAt(0) == '"';
    }

    /** The line without the space around it. */
    String text() {
        return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip();
    }

    /** Position of the line in the file. */
    long position() {
        return source.position();
    }

    /** True if the line has no more fields. */
    boolean ended() {
        return at >= end;
    }

    /** Goes back to a field of the line. @param column what {@link #column} said there */
    void back(int column) {
        at = start + column;
    }

    /** Bytes from the line's beginning to the next field. */
    int column() {
        return at - start;
    }

    /** Goes over a field. */
    void skipField() {
        at = fieldEnd();
        separator();
    }

    private int fieldEnd() {
        int i = at;
        while (i < end && !separates(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean separates(byte next) {
        return next == ',' || next == ' ' || next == '\t' || next == ';' || next == '\r';
    }

    private void space() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    /** Goes over what separates two fields: space, and one comma or semicolon. */
    private void separator() {
        space();
        if (at < end && (bytes[at] == ',' || bytes[at] == ';')) {
            at++;
            space();
        }
    }

    /** True if the next field is a number with a point or an exponent. */
    boolean fractional() {
        for (int i = at; i < fieldEnd(); i++) {
            if (bytes[i] == '.' || bytes[i] == 'e' || bytes[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    /** Takes a field with a whole number, or True or False, which are 1 and 0. */
    long whole(String what) {
        return number(what, 0);
    }

    /** Takes a field with a time. */
    long time(boolean seconds) {
        return number("time", seconds ? 6 : 0);
    }

    /** Takes a number times ten to a power; digits beyond that are rounded if the power is not 0 and must be zeros if it is. */
    private long number(String what, int power) {
        int from = at;
        int to = fieldEnd();
        boolean negative = at < to && bytes[at] == '-';
        int i = at < to && (negative || bytes[at] == '+') ? at + 1 : at;
        int first = i;
        long value = 0;
        while (i < to && digit(i) >= 0 && i - first < DIGITS) {
            value = value * 10 + digit(i++);
        }
        boolean plain = i > first;
        if (i == to && plain && power == 0) {
            at = to;
            separator();
            return negative ? -value : value;
        }
        at = to;
        separator();
        return plain && i < to && bytes[i] == '.' && i - first <= 12
                ? decimal(what, from, i + 1, to, value, power, negative)
                : slow(what, from, to, power);
    }

    /** A number with digits behind the point. */
    private long decimal(String what, int from, int i, int to, long whole, int power, boolean negative) {
        long value = whole;
        int next = i;
        for (int digits = 0; digits < power; digits++) {
            value = value * 10 + (next < to && digit(next) >= 0 ? digit(next++) : 0);
        }
        boolean up = next < to && digit(next) >= 5;
        boolean rest = false;
        while (next < to && digit(next) >= 0) {
            rest |= digit(next++) != 0;
        }
        if (next < to) {
            return slow(what, from, to, power);
        }
        if (rest && power == 0) {
            throw damage(from, what + " " + field(from, to), "a whole number");
        }
        value += up ? 1 : 0;
        return negative ? -value : value;
    }

    private int digit(int i) {
        int digit = bytes[i] - '0';
        return digit <= 9 ? digit : -1;
    }

    /** Everything that is not as usual: exponents, words, many digits. */
    private long slow(String what, int from, int to, int power) {
        String field = field(from, to);
        if (field.equalsIgnoreCase("true") || field.equalsIgnoreCase("false")) {
            return field.equalsIgnoreCase("true") ? 1 : 0;
        }
        if (to - from > MOST_CHARACTERS || !field.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            throw damage(from, what + " '" + field + "'", "a number");
        }
        double value = Double.parseDouble(field) * Math.pow(10, power);
        if (Math.abs(value) > EXACT || power == 0 && value != Math.rint(value)) {
            throw damage(from, what + " " + field, Math.abs(value) > EXACT ? "a smaller number" : "a whole number");
        }
        return (long) Math.rint(value);
    }

    private String field(int from, int to) {
        return new String(bytes, from, Math.min(to - from, MOST_CHARACTERS), StandardCharsets.ISO_8859_1);
    }

    /** An error at the beginning of the line. */
    DataFormatException damage(String found, String expected) {
        return damage(start, found, expected);
    }

    /** An error at the next field. */
    DataFormatException damageHere(String found, String expected) {
        return damage(at, found, expected);
    }

    private DataFormatException damage(int index, String found, String expected) {
        return source.damage(source.position() + index - start, found, expected);
    }
}
