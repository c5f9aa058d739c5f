package io.quarry.kql.relation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names that do not collide: the first holder keeps a name, later ones get the smallest free number appended. */
public final class UniqueNames {
    private final Set<String> taken;

    public UniqueNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The name or, if it is taken, the next free one after it. */
    public String take(String name) {
        String free = name;
        for (int number = 1; !taken.add(free); number++) {
            free = name + number;
        }
        return free;
    }

    public String takeNumbered(String prefix, int first) {
        int number = first;
        while (!taken.add(prefix + number)) {
            number++;
        }
        return prefix + number;
    }
}
