package org.snn4j.data.format.numpy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few kinds of Python values that heads of arrays are made of: dictionaries, lists and tuples, strings, whole numbers, True and False. */
final class PythonLiteral {
    private static final int DEEPEST = 8;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** Where a text is not what it should be. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        /** Index of the character. */
        final int index;

        Malformed(int index, String expected) {
            super(expected);
            this.index = index;
        }
    }

    /** The value of a text: a Map, List, String, Long or Boolean. */
    static Object parse(String text) throws Malformed {
        PythonLiteral parser = new PythonLiteral(text);
        Object value = parser.value();
        parser.space();
        if (parser.at < text.length()) {
            throw new Malformed(parser.at, "the end of the head");
        }
        return value;
    }

    private Object value() throws Malformed {
        space();
        char next = at < text.length() ? text.charAt(at) : 0;
        if (next == '\'' || next == '"') {
            return string(next);
        }
        if (next >= '0' && next <= '9') {
            return number();
        }
        if (next == '{' || next == '[' || next == '(') {
            if (++depth > DEEPEST) {
                throw new Malformed(at, "fewer brackets in brackets");
            }
            at++;
            Object value = next == '{' ? map() : list(next == '[' ? ']' : ')');
            depth--;
            return value;
        }
        if (take("True")) {
            return true;
        }
        if (take("False")) {
            return false;
        }
        throw new Malformed(at, "a string, a number, a list or True or False");
    }

    private Map<String, Object> map() throws Malformed {
        Map<String, Object> map = new LinkedHashMap<>();
        while (!closes('}')) {
            int start = at;
            Object key = value();
            space();
            if (!(key instanceof String name) || !take(":")) {
                throw new Malformed(start, "a name and a colon");
            }
            map.put(name, value());
            separator('}');
        }
        return map;
    }

    private List<Object> list(char end) throws Malformed {
        List<Object> list = new ArrayList<>();
        while (!closes(end)) {
            list.add(value());
            separator(end);
        }
        return list;
    }

    private boolean closes(char end) {
        space();
        return take(String.valueOf(end));
    }

    private void separator(char end) throws Malformed {
        space();
        if (!take(",") && (at >= text.length() || text.charAt(at) != end)) {
            throw new Malformed(at, "a comma or " + end);
        }
    }

    private String string(char quote) throws Malformed {
        int end = text.indexOf(quote, at + 1);
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
            throw new Malformed(at, "a string without escapes and its end");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private Long number() throws Malformed {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - start > 18) {
            throw new Malformed(start, "a number of at most 18 digits");
        }
        long value = Long.parseLong(text.substring(start, at));
        take("L");
        return value;
    }

    private boolean take(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
