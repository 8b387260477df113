package org.snn4j.core.config;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Writes trees as YAML that the reader reads back as the same tree; whatever fits on a line goes on one. */
public final class YamlWriter {
    private static final int LINE = 120;
    private static final ImplicitTuple PLAIN = new ImplicitTuple(true, true);

    private final Emitter emitter;

    private YamlWriter(StringWriter out) {
        DumperOptions options = new DumperOptions();
        options.setWidth(10 * LINE);
        options.setSplitLines(false);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        emitter = new Emitter(out, options);
    }

    /** A whole document, ending in a line feed. */
    public static String document(Node.Mapping root) {
        return write(root, false);
    }

    /** One line, for messages and lists. */
    public static String inline(Node node) {
        return write(node, true).strip();
    }

    private static String write(Node node, boolean flow) {
        StringWriter out = new StringWriter();
        YamlWriter writer = new YamlWriter(out);
        try {
            writer.emitter.emit(new StreamStartEvent(null, null));
            writer.emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
            writer.node(node, flow, 0);
            writer.emitter.emit(new DocumentEndEvent(null, null, false));
            writer.emitter.emit(new StreamEndEvent(null, null));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toString();
    }

    private void node(Node node, boolean flow, int depth) throws IOException {
        if (node instanceof Node.Scalar scalar) {
            scalar(scalar.value());
        } else if (node instanceof Node.Listing listing) {
            boolean oneLine = flow || fits(node);
            emitter.emit(new SequenceStartEvent(null, null, true, null, null, style(oneLine)));
            for (Node item : listing.items()) {
                node(item, oneLine, depth + 1);
            }
            emitter.emit(new SequenceEndEvent(null, null));
        } else if (node instanceof Node.Mapping mapping) {
            boolean oneLine = flow || depth > 0 && fits(node);
            emitter.emit(new MappingStartEvent(null, null, true, null, null, style(oneLine)));
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                scalar(entry.getKey());
                node(entry.getValue(), oneLine, depth + 1);
            }
            emitter.emit(new MappingEndEvent(null, null));
        }
    }

    private void scalar(Object value) throws IOException {
        boolean quoted = value instanceof String text && Scalars.needsQuotes(text);
        emitter.emit(new ScalarEvent(
                null,
                null,
                PLAIN,
                Scalars.format(value),
                null,
                null,
                quoted ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN));
    }

    private static FlowStyle style(boolean oneLine) {
        return oneLine ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    /** A mapping that holds mappings stays in block form whatever its length: one component, one line. */
    private static boolean fits(Node node) {
        boolean nested = node instanceof Node.Mapping mapping
                && mapping.entries().values().stream().anyMatch(Node.Mapping.class::isInstance);
        return !nested && inline(node).length() <= LINE;
    }
}
