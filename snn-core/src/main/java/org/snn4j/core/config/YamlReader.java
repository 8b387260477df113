package org.snn4j.core.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.ConfigurationException;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads one YAML document into a tree of {@link Node}s.
 *
 * <p>Of YAML 1.2 it leaves out what experiment files have no use for: aliases, tags, keys that are no text, several documents.
 */
final class YamlReader {
    private static final int DEPTH = 40;

    private final Problems problems;
    private final String source;
    private Iterator<Event> events;

    private YamlReader(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * @param source name of the text in messages
     * @throws ConfigurationException if the text is no YAML or its root no mapping; lesser problems are only collected
     */
    static Node.Mapping read(String source, String text, Problems problems) {
        Origin root = new Origin(source, 1, List.of());
        Node node = new YamlReader(source, problems).document(text, root);
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        boolean empty = node instanceof Node.Scalar scalar && scalar.isNull();
        problems.add(
                node.origin(), empty ? "the file holds nothing" : "expected keys at the top, found " + node.describe());
        throw problems.exception();
    }

    /** Reads the value of an override; an empty text is null. */
    static Node value(String text, Origin at, Problems problems) {
        return new YamlReader(at.source(), problems).document(text, at);
    }

    private Node document(String text, Origin root) {
        try {
            LoaderOptions options = new LoaderOptions();
            events = new Yaml(options).parse(new StringReader(text)).iterator();
            Node node = new Node.Scalar(null, root);
            Event event = content();
            if (!(event instanceof StreamEndEvent)) {
                node = node(event, root, 0);
                Event after = content();
                if (!(after instanceof StreamEndEvent)) {
                    problems.add(at(root, after), "a second document starts here; a file holds one");
                }
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null || root.line() == 0
                    ? root.line()
                    : e.getProblemMark().getLine() + 1;
            problems.add(
                    new Origin(source, line, root.path()),
                    "not valid YAML: " + oneLine(e.getProblem(), e.getContext()));
            throw problems.exception();
        } catch (YAMLException e) {
            problems.add(root, "not valid YAML: " + oneLine(e.getMessage(), null));
            throw problems.exception();
        }
    }

    /** The next event that is part of the content. */
    private Event content() {
        Event event = events.next();
        while (event.is(Event.ID.StreamStart)
                || event.is(Event.ID.DocumentStart)
                || event instanceof DocumentEndEvent
                || event.is(Event.ID.Comment)) {
            event = events.next();
        }
        return event;
    }

    private Node node(Event event, Origin at, int depth) {
        if (depth > DEPTH) {
            problems.add(at(at, event), "nested more than " + DEPTH + " levels deep");
            throw problems.exception();
        }
        if (event instanceof AliasEvent alias) {
            problems.add(
                    at,
                    "alias '*" + alias.getAnchor()
                            + "' is not supported; repeat the value, or put it into a file to extend");
            return new Node.Scalar(null, at);
        }
        refuseTag(event, at);
        if (event instanceof MappingStartEvent) {
            return mapping(at, depth);
        }
        if (event instanceof SequenceStartEvent) {
            return listing(at, depth);
        }
        ScalarEvent scalar = (ScalarEvent) event;
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return new Node.Scalar(plain ? Scalars.parse(scalar.getValue()) : scalar.getValue(), at);
    }

    private Node.Mapping mapping(Origin at, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Event key = content(); !key.is(Event.ID.MappingEnd); key = content()) {
            if (!(key instanceof ScalarEvent scalar)) {
                problems.add(at(at, key), "a key must be a text");
                node(key, at, depth + 1);
                node(content(), at, depth + 1);
                continue;
            }
            String name = scalar.getValue();
            Origin place = at.child(name, line(at, key));
            Node value = node(content(), place, depth + 1);
            if (entries.containsKey(name)) {
                problems.add(
                        place,
                        "the key stands twice, first in line "
                                + entries.get(name).origin().line());
            } else {
                entries.put(name, value);
            }
        }
        return new Node.Mapping(entries, at);
    }

    private Node.Listing listing(Origin at, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event item = content(); !item.is(Event.ID.SequenceEnd); item = content()) {
            items.add(node(item, at.child("[" + items.size() + "]", line(at, item)), depth + 1));
        }
        return new Node.Listing(items, at);
    }

    private void refuseTag(Event event, Origin at) {
        String tag = null;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof SequenceStartEvent sequence) {
            tag = sequence.getTag();
        } else if (event instanceof MappingStartEvent mapping) {
            tag = mapping.getTag();
        }
        if (tag != null) {
            problems.add(at, "tag '" + tag + "' is not supported");
        }
    }

    private static Origin at(Origin origin, Event event) {
        return new Origin(origin.source(), line(origin, event), origin.path());
    }

    /** A text that came without lines has none. */
    private static int line(Origin origin, Event event) {
        return origin.line() == 0 ? 0 : event.getStartMark().getLine() + 1;
    }

    private static String oneLine(String problem, String context) {
        String text = context == null ? problem : context + ", " + problem;
        return String.valueOf(text).replaceAll("\\s+", " ");
    }
}
