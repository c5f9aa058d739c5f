package io.quarry.functions;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes prepared arguments ({@code Regex}, {@code Needle}) and remembers recent ones, so that a constant is prepared once
 * for all batches; where memory is short they are forgotten. Safe for threads; what is prepared must be, too.
 */
public final class Preparation<K, P> {
    private static final int RECENT = 8;
    private static final int KEPT = 256;

    private record Entry(Object key, Object prepared) {}

    /** Those that were used last. */
    private static final class LastUsed<K, P> extends LinkedHashMap<K, P> {
        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, P> eldest) {
            return size() > KEPT;
        }
    }

    private final Function<K, P> of;
    private volatile SoftReference<Entry[]> recent = new SoftReference<>(null);
    /** The map is guarded by this object. */
    private SoftReference<Map<K, P>> kept = new SoftReference<>(null);

    public Preparation(Function<K, P> of) {
        this.of = of;
    }

    /** The prepared form of a key, which must not be null. */
    public P get(K key) {
        Entry[] entries = recent.get();
        if (entries != null) {
            for (Entry entry : entries) {
                if (entry.key == key) {
                    return cast(entry.prepared);
                }
            }
        }
        P prepared = key instanceof String ? keep(key) : of.apply(key);
        remember(entries, new Entry(key, prepared));
        return prepared;
    }

    private P keep(K key) {
        synchronized (this) {
            P prepared = kept().get(key);
            if (prepared != null) {
                return prepared;
            }
        }
        P prepared = of.apply(key);
        synchronized (this) {
            kept().put(key, prepared);
        }
        return prepared;
    }

    private Map<K, P> kept() {
        Map<K, P> map = kept.get();
        if (map == null) {
            map = new LastUsed<>();
            kept = new SoftReference<>(map);
        }
        return map;
    }

    private void remember(Entry[] entries, Entry newest) {
        int length = entries == null ? 0 : Math.min(entries.length, RECENT - 1);
        Entry[] all = new Entry[length + 1];
        all[0] = newest;
        if (length > 0) {
            System.arraycopy(entries, 0, all, 1, length);
        }
        recent = new SoftReference<>(all);
    }

    @SuppressWarnings("unchecked")
    private P cast(Object prepared) {
        return (P) prepared;
    }
}
