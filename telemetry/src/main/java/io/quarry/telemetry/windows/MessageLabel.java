package io.quarry.telemetry.windows;

/**
 * A label or heading in the text of a message.
 *
 * @param text as it is listed; {@code #} stands for a number
 * @param field whose value follows; empty for a heading
 */
record MessageLabel(String text, String field) {
    boolean isField() {
        return !field.isEmpty();
    }

    /** True if it is just the field's name. */
    boolean isName() {
        return text.equals(field);
    }

    boolean reads(String written) {
        return text.equals(written) || text.indexOf('#') >= 0 && text.equals(written.replaceAll("\\d+", "#"));
    }
}
