package io.quarry.aql.reference;

import io.quarry.functions.aql.Address;
import java.util.Locale;

/** The type of the elements of a reference data collection, which says when two of them are the same. */
public enum ElementType {
    /** Letters and digits; letter case counts. */
    ALN,
    /** Letters and digits in any letter case. */
    ALNIC,
    /** An integer. */
    NUM,
    /** An address, version 4 or 6, however it is spelled. */
    IP,
    /** A port. */
    PORT,
    /** Milliseconds since 1970. */
    DATE;

    /** A text that is the same for two elements exactly if they are; an element of another form stands for itself. */
    public String canonical(String element) {
        String text = element.strip();
        return switch (this) {
            case ALN -> element;
            case ALNIC -> element.toLowerCase(Locale.ROOT);
            case NUM, PORT, DATE -> text.matches("[+-]?[0-9]{1,18}") ? Long.toString(Long.parseLong(text)) : element;
            case IP -> Address.parse(text).map(Address::sortKey).orElse(element);
        };
    }
}
