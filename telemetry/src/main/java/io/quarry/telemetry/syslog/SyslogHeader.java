package io.quarry.telemetry.syslog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the content of a message: a priority, a time, a host, the name of a program; all optional, as devices
 * leave any of them out.
 *
 * <p>Source: RFC 3164, section 4.1; RFC 5424, section 6; for a host followed by LEEF at once, IBM's LEEF event components.
 *
 * @param host null if there is none
 * @param content where the content begins
 */
record SyslogHeader(Optional<SyslogTime> time, String host, int content) {
    private static final Pattern PRIORITY = Pattern.compile("<\\d{1,3}>");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d? (?=-|\\d{4}-)");
    private static final Pattern TAG = Pattern.compile("[^\\s:\\[<{|=]{1,64}(?:\\[[^\\]\\s]*\\])?:\\s?");

    /** Possessive throughout: so it is matched in a loop, where values of any length need no stack. */
    private static final Pattern ELEMENTS =
            Pattern.compile("-|(?:\\[[^\\s\\]=\"]++(?: [^\\s\\]=\"]++=\"(?:[^\"\\\\]++|\\\\.)*+\")*+\\s?\\])++");

    /** An address of IPv6, whose colons are no program's. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^\\s:]*:[^\\s:]*:)[0-9A-Fa-f:.]{2,45}(?:%\\w{1,16})?(?=\\s|$)");

    private static final int FIELDS_AFTER_HOST = 3;

    static SyslogHeader of(String text) {
        Matcher priority = PRIORITY.matcher(text);
        int start = priority.lookingAt() ? priority.end() : 0;
        Matcher version = VERSION.matcher(text).region(start, text.length());
        if (start > 0 && version.lookingAt()) {
            return numbered(text, version.end());
        }
        Optional<SyslogTime> time = SyslogTime.at(text, skipBlanks(text, start));
        if (time.isEmpty()) {
            return new SyslogHeader(time, null, afterTag(text, start));
        }
        int hostStart = skipBlanks(text, time.get().end());
        boolean hasHost =
                !Content.begins(text, hostStart) && (stands(ADDRESS, text, hostStart) || !stands(TAG, text, hostStart));
        int hostEnd = hasHost ? endOfWord(text, hostStart) : hostStart;
        String host = hasHost ? text.substring(hostStart, hostEnd) : "";
        return new SyslogHeader(time, host.isEmpty() ? null : host, afterTag(text, skipBlanks(text, hostEnd)));
    }

    /** True if a text begins as only a syslog message does. */
    static boolean begins(String text) {
        boolean isContent = Content.at(text, 0).filter(Content::isOfSyslog).isPresent();
        if (isContent || PRIORITY.matcher(text).lookingAt()) {
            return true;
        }
        Optional<SyslogTime> time = SyslogTime.at(text, 0);
        if (time.isEmpty()) {
            return false;
        }
        int hostStart = skipBlanks(text, time.get().end());
        int tagStart = skipBlanks(text, endOfWord(text, hostStart));
        return Content.begins(text, hostStart) || Content.begins(text, tagStart) || stands(TAG, text, tagStart);
    }

    /** RFC 5424, behind the version: time, host, program, process, kind, elements. {@code -} is an absent one. */
    private static SyslogHeader numbered(String text, int start) {
        Optional<SyslogTime> time = SyslogTime.at(text, start);
        int hostStart = skipBlanks(text, time.map(SyslogTime::end).orElseGet(() -> endOfWord(text, start)));
        int hostEnd = endOfWord(text, hostStart);
        String host = text.substring(hostStart, hostEnd);
        int at = skipBlanks(text, hostEnd);
        int content = at;
        for (int i = 0; i < FIELDS_AFTER_HOST && !Content.begins(text, content); i++) {
            content = skipBlanks(text, endOfWord(text, content));
        }
        Matcher elements = ELEMENTS.matcher(text).region(content, text.length());
        if (!Content.begins(text, content) && elements.lookingAt()) {
            content = skipBlanks(text, elements.end());
        }
        boolean hasMark = content < text.length() && text.charAt(content) == '\uFEFF';
        return new SyslogHeader(time, host.isEmpty() || host.equals("-") ? null : host, content + (hasMark ? 1 : 0));
    }

    /** Behind the name of the program, if content of a known kind follows it. */
    private static int afterTag(String text, int from) {
        Matcher tag = TAG.matcher(text).region(from, text.length());
        if (!Content.begins(text, from)) {
            int behind = tag.lookingAt() ? tag.end() : skipBlanks(text, endOfWord(text, from));
            return Content.begins(text, behind) ? behind : from;
        }
        return from;
    }

    private static boolean stands(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Snare puts a tab behind the host. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
