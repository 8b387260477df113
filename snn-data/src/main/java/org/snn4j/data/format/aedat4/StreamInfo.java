package org.snn4j.data.format.aedat4;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.snn4j.data.format.Sensor;

/**
 * One stream of a file, as the header's XML describes it.
 *
 * @param id number in the packets
 * @param type four letters, {@code EVTS} for events
 * @param sensor its sensor, if stated
 */
record StreamInfo(int id, String type, Optional<Sensor> sensor) {
    /** Type of streams of events. */
    static final String EVENTS = "EVTS";

    private static final String STREAMS = "outInfo";
    private static final String DETAILS = "info";

    /** Attributes of one stream while they are read. */
    private static final class Draft {
        private String type = "";
        private String width = "";
        private String height = "";

        StreamInfo finished(int id) throws XMLStreamException {
            return new StreamInfo(
                    id, type, width.isEmpty() || height.isEmpty() ? Optional.empty() : Optional.of(sensor()));
        }

        private Sensor sensor() throws XMLStreamException {
            try {
                return new Sensor(Integer.parseInt(width), Integer.parseInt(height));
            } catch (IllegalArgumentException e) {
                throw new XMLStreamException("sensor '" + width + "' x '" + height + "'", e);
            }
        }
    }

    /**
     * The streams of a header, ordered by id. Neither document types nor entities are looked at.
     *
     * @throws XMLStreamException if it is no such XML
     */
    static Collection<StreamInfo> parse(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((message, type, related, place) -> {});
        Map<Integer, Draft> drafts = new TreeMap<>();
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        try {
            Deque<String> path = new ArrayDeque<>();
            String key = "";
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        text.setLength(0);
                        key = String.valueOf(reader.getAttributeValue(null, "key"));
                        if (reader.getLocalName().equals("node")) {
                            path.addLast(String.valueOf(reader.getAttributeValue(null, "name")));
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (reader.getLocalName().equals("node")) {
                            path.removeLast();
                        } else if (reader.getLocalName().equals("attr")) {
                            put(drafts, path, key, text.toString().strip());
                        }
                    }
                    default -> {}
                }
            }
        } finally {
            reader.close();
        }
        Map<Integer, StreamInfo> streams = new TreeMap<>();
        for (Map.Entry<Integer, Draft> draft : drafts.entrySet()) {
            streams.put(draft.getKey(), draft.getValue().finished(draft.getKey()));
        }
        return streams.values();
    }

    /** Keeps what {@code outInfo/ID} says of the type and {@code outInfo/ID/info} of the sensor. */
    private static void put(Map<Integer, Draft> drafts, Deque<String> path, String key, String value)
            throws XMLStreamException {
        if (path.size() < 2 || path.size() > 3 || !path.getFirst().equals(STREAMS)) {
            return;
        }
        Iterator<String> names = path.iterator();
        names.next();
        Draft draft = drafts.computeIfAbsent(id(names.next()), id -> new Draft());
        if (path.size() == 2 && key.equals("typeIdentifier")) {
            draft.type = value;
        } else if (path.size() == 3 && path.getLast().equals(DETAILS)) {
            switch (key) {
                case "sizeX" -> draft.width = value;
                case "sizeY" -> draft.height = value;
                default -> {}
            }
        }
    }

    private static int id(String name) throws XMLStreamException {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new XMLStreamException("stream '" + name + "'", e);
        }
    }
}
