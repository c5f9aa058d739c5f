package io.quarry.telemetry;

import java.util.Objects;

/**
 * The syslog message that carried an event, as a collector receives it.
 *
 * @param text the whole message, header included
 * @param time of its header, in ticks; {@link EventHeader#NO_TIME} if that names none
 * @param host the name or address in its header; null if there is none
 * @param device what sent it, as far as the message says
 */
public record SyslogMessage(String text, long time, String host, Device device) {
    public SyslogMessage {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(device, "device");
    }

    /** How the content of a message is written. */
    public enum Content {
        /** A Windows event, in whichever notation. */
        WINDOWS,
        LEEF,
        CEF,
        /** Anything else: nothing of it but its text is known. */
        TEXT
    }

    /**
     * The sender.
     *
     * @param vendor of the product, of LEEF and CEF; else null
     * @param product of LEEF and CEF; else null
     * @param eventId what the product calls the kind of event, of LEEF and CEF; else null
     */
    public record Device(Content content, String vendor, String product, String eventId) {
        public Device {
            Objects.requireNonNull(content, "content");
        }

        /** A sender that names no product. */
        public static Device of(Content content) {
            return new Device(content, null, null, null);
        }
    }
}
