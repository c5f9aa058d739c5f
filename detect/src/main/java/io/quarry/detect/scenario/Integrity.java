package io.quarry.detect.scenario;

/** The integrity level of a process, as Sysmon and the Security log write it. */
public enum Integrity {
    LOW("Low", "S-1-16-4096", "%%1938"),
    MEDIUM("Medium", "S-1-16-8192", "%%1938"),
    HIGH("High", "S-1-16-12288", "%%1937"),
    SYSTEM("System", "S-1-16-16384", "%%1936");

    private final String word;
    private final String label;
    private final String elevation;

    Integrity(String word, String label, String elevation) {
        this.word = word;
        this.label = label;
        this.elevation = elevation;
    }

    /** Sysmon's {@code IntegrityLevel}. */
    String word() {
        return word;
    }

    /** {@code MandatoryLabel} of event 4688. */
    String mandatoryLabel() {
        return label;
    }

    /** {@code TokenElevationType} of event 4688. */
    String elevation() {
        return elevation;
    }
}
