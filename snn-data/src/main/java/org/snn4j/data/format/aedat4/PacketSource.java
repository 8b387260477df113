package org.snn4j.data.format.aedat4;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.event.EventPart;
import org.snn4j.data.event.EventRoom;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.aedat4.FlatTable.Damage;

/**
 * The packets of one stream, expanded; for one thread, which other threads help: some packets ahead are read and expanded by whichever thread is free, or many
 * are given as parts. The order and the errors are those of the file.
 */
final class PacketSource implements Closeable {
    /** Bytes before a packet: stream and size. */
    static final int HEAD = 8;

    private static final int MOST_AHEAD = 4;
    private static final int LARGEST_TABLE = Integer.MAX_VALUE - 16;

    private final FileInput input;
    private final Aedat4Header header;
    private final int stream;
    private final int ahead;
    private final Deque<Packet> waiting = new ArrayDeque<>();
    private final Queue<Packet> free = new ConcurrentLinkedQueue<>();
    private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    private long position;
    private long end;
    private Packet current;
    private DataFormatException damage;
    private Map<Long, PacketTable.Entry> table;

    /** A packet on its way, with memory that is used again. */
    private final class Packet {
        private final Codec codec = new Codec(header.compression());
        private byte[] bytes = new byte[0];
        private int size;
        private long position;
        private FutureTask<ByteBuffer> expansion;

        private ByteBuffer expand() throws IOException, Damage {
            if (bytes.length < size) {
                bytes = new byte[size];
            }
            return codec.expand(bytes, input.read(position, ByteBuffer.wrap(bytes, 0, size)));
        }
    }

    /** A packet of which the table says how many events it has; any thread may decode it. */
    final class Part implements EventPart {
        private final long position;
        private final int size;
        private final int events;

        private Part(long position, int size, int events) {
            this.position = position;
            this.size = size;
            this.events = events;
        }

        @Override
        public int events() {
            return events;
        }

        @Override
        public boolean decode(EventRoom into) throws IOException {
            Packet packet = packet(position, size);
            try {
                ByteBuffer bytes = EventPacket.events(packet.expand());
                if (bytes.remaining() != EventPacket.RECORD * events) {
                    return false;
                }
                EventPacket.decode(bytes, into);
                return true;
            } catch (Damage e) {
                return false;
            } finally {
                free.add(packet);
            }
        }
    }

    PacketSource(FileInput input, Aedat4Header header, int stream) {
        this.input = input;
        this.header = header;
        this.stream = stream;
        this.position = header.packets();
        this.end = position;
        this.ahead = Runtime.getRuntime().availableProcessors() == 1 ? 1 : MOST_AHEAD;
    }

    /**
     * The bytes of the next packet, valid until the next call; null at the end.
     *
     * @throws Damage if it cannot be expanded, with a position in the packet
     */
    ByteBuffer next() throws IOException, Damage {
        if (current != null) {
            free.add(current);
            current = null;
        }
        while (waiting.size() < ahead && damage == null && readPacket()) {}
        if (waiting.isEmpty()) {
            if (damage != null) {
                throw damage;
            }
            checkTable();
            return null;
        }
        current = waiting.removeFirst();
        end = current.position + current.size;
        current.expansion.run();
        return expanded(current.expansion);
    }

    /**
     * The packets that follow, while the table says of each how many events it has; they are not taken.
     *
     * @param most greatest number of events in all of them
     */
    List<Part> parts(int most) throws IOException {
        List<Part> parts = new ArrayList<>();
        int left = most;
        if (table().isEmpty()) {
            return parts;
        }
        long at = waiting.isEmpty() ? position : waiting.getFirst().position - HEAD;
        try {
            while (at < header.end()) {
                int size = readHead(at);
                long start = at + HEAD;
                if (head.getInt(0) == stream) {
                    PacketTable.Entry entry = table().get(start);
                    if (entry == null || entry.size() != size || entry.events() > left) {
                        return parts;
                    }
                    parts.add(new Part(start, size, (int) entry.events()));
                    left -= (int) entry.events();
                }
                at = start + size;
            }
            return parts;
        } catch (DataFormatException e) {
            return parts;
        }
    }

    /** The stream's lines of the table, by position; none if there is no table that is whole. */
    Map<Long, PacketTable.Entry> table() throws IOException {
        if (table == null) {
            table = Map.of();
            if (header.hasTable()) {
                try {
                    table = PacketTable.read(tableBytes(), stream, input.length() / HEAD);
                } catch (Damage e) {
                    return table;
                }
            }
        }
        return table;
    }

    /** Goes behind parts. */
    void skip(List<Part> parts) {
        forget();
        Part last = parts.get(parts.size() - 1);
        position = last.position + last.size;
        end = position;
    }

    /** Forgets what was read ahead; whoever works at a packet may end that. */
    private void forget() {
        waiting.forEach(packet -> packet.expansion.cancel(false));
        waiting.clear();
        damage = null;
    }

    /** A table that is not whole: the file was cut, or changed. Its lines are not needed. */
    private void checkTable() throws IOException {
        if (!header.hasTable()) {
            return;
        }
        try {
            FlatTable.root(tableBytes(), PacketTable.NAME);
        } catch (Damage e) {
            throw new DataFormatException(
                    input.file(),
                    header.end(),
                    e.found() + " in the packet table, at its byte " + e.position(),
                    e.expected());
        }
    }

    private ByteBuffer tableBytes() throws IOException, Damage {
        byte[] bytes = new byte[(int) Math.min(input.length() - header.end(), LARGEST_TABLE)];
        input.read(header.end(), ByteBuffer.wrap(bytes));
        return new Codec(header.compression()).expand(bytes, bytes.length);
    }

    private static ByteBuffer expanded(FutureTask<ByteBuffer> expansion) throws IOException, Damage {
        try {
            return expansion.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Damage found) {
                throw found;
            }
            if (e.getCause() instanceof IOException found) {
                throw found;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a packet was expanded", e);
        }
    }

    /** Position in the file of the first byte of the packet given last. */
    long position() {
        return current.position;
    }

    /** Position in the file after the packet given last, where the packets begin before the first. */
    long end() {
        return end;
    }

    /** Finds the next packet of the stream; false at the end or at damage, which is kept until its turn. */
    private boolean readPacket() throws IOException {
        try {
            while (position < header.end()) {
                int size = readHead(position);
                long start = position + HEAD;
                position = start + size;
                if (head.getInt(0) == stream) {
                    add(packet(start, size));
                    return true;
                }
            }
        } catch (DataFormatException e) {
            damage = e;
        }
        return false;
    }

    private int readHead(long at) throws IOException {
        long left = header.end() - at;
        if (left < HEAD) {
            throw new DataFormatException(input.file(), at, left + " bytes", "a packet's head of " + HEAD);
        }
        input.read(at, head.clear());
        header.check(head.getInt(0), at);
        int size = head.getInt(Integer.BYTES);
        if (size < 0 || size > left - HEAD) {
            throw new DataFormatException(
                    input.file(), at + Integer.BYTES, "a packet of " + size + " bytes", "0 to " + (left - HEAD));
        }
        return size;
    }

    private Packet packet(long start, int size) {
        Packet packet = free.poll();
        if (packet == null) {
            packet = new Packet();
        }
        packet.position = start;
        packet.size = size;
        return packet;
    }

    private void add(Packet packet) {
        packet.expansion = new FutureTask<>(packet::expand);
        waiting.addLast(packet);
        if (ahead > 1) {
            ForkJoinPool.commonPool().execute(packet.expansion);
        }
    }

    @Override
    public void close() throws IOException {
        forget();
        input.close();
    }
}
