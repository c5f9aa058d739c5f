package io.quarry.telemetry.syslog;

import java.util.Optional;

/** The notations of content that are known, by how they begin. */
enum Content {
    LEEF("LEEF:"),
    CEF("CEF:"),
    /** What WinCollect ships, Windows events among it: {@code Key=value} between tabs. */
    AGENT("AgentDevice="),
    /** Windows events as Snare ships them: values by their places. */
    SNARE("MSWinEventLog"),
    JSON("{"),
    XML("<Event");

    private final String beginning;

    Content(String beginning) {
        this.beginning = beginning;
    }

    /** What begins there; empty for text of no known notation. */
    static Optional<Content> at(String text, int from) {
        for (Content content : values()) {
            if (text.startsWith(content.beginning, from)) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** True if files of nothing but such content are no other format. */
    boolean isOfSyslog() {
        return this != JSON && this != XML;
    }

    static boolean begins(String text, int from) {
        return at(text, from).isPresent();
    }
}
