package io.quarry.sigma;

import io.quarry.plan.Code;
import io.quarry.plan.Severity;

/** What can be wrong with a Sigma rule, beyond what {@link io.quarry.plan.CommonCode} names. */
public enum SigmaCode implements Code {
    RULE_ATTRIBUTE_MISSING(Severity.ERROR, "The rule lacks an attribute that every rule must have."),
    RULE_SHAPE(Severity.ERROR, "A part of the rule has the wrong shape: a map, a list or a text was expected."),
    RULE_ATTRIBUTE_FORMAT(Severity.WARNING, "An attribute of the rule is not written as the specification asks."),
    LOG_SOURCE_UNKNOWN(Severity.ERROR, "No telemetry that Quarry reads is known for the rule's log source."),
    MODIFIER_UNKNOWN(Severity.ERROR, "A field has a modifier that does not exist."),
    MODIFIER_CONFLICT(Severity.ERROR, "The modifiers of a field cannot stand together or with the field's value."),
    PLACEHOLDER(Severity.ERROR, "The rule has a placeholder, whose values are not known."),
    RULE_VALUE(Severity.ERROR, "A value of the rule is not what its modifier needs."),
    SELECTION_EMPTY(Severity.ERROR, "A selection, list or keyword is empty, so it would match nothing."),
    SELECTION_UNKNOWN(Severity.ERROR, "The condition names a selection that the rule does not have."),
    SELECTION_UNUSED(Severity.WARNING, "The condition does not use one of the rule's selections."),
    CONDITION_NEVER_TRUE(Severity.WARNING, "The condition asks for more selections than there are."),
    OLD_AGGREGATION(
            Severity.ERROR, "Aggregations in the condition were removed from Sigma; correlations replaced them.");

    private final Severity severity;
    private final String summary;

    SigmaCode(Severity severity, String summary) {
        this.severity = severity;
        this.summary = summary;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
