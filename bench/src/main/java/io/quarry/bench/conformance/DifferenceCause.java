package io.quarry.bench.conformance;

/** Why a converted query does not find the events of its rule. All but the last are of the converter's making. */
enum DifferenceCause {
    NO_AQL("the text is no AQL: quotes and lists that AQL does not have"),
    UNDEFINED_FIELD("a field that neither QRadar nor an extension defines"),
    RAW_PAYLOAD("the raw payload is tested without UTF8"),
    REGEX_REFUSED("a regular expression that takes more than linear time"),
    LOG_SOURCE("the query does not ask for the rule's log source: same id or field in another log"),
    UNDEFINED_PROPERTY("a property in quotes that neither QRadar nor an extension defines, so that it is absent"),
    CONSTANT_TEXT("a constant text in single quotes where the property of that name was meant"),
    PAYLOAD("the whole payload is searched instead of one field"),
    NAME_WITHOUT_FOLDER("Filename holds the name alone, the rule asks for its folder"),
    USER_WITHOUT_DOMAIN("username holds the name alone, the rule asks for its domain"),
    MODULE_AS_PROCESS("Process Path of an image load holds the module, the rule asks for the process"),
    LETTER_CASE("= and IN tell upper from lower case, Sigma does not"),
    PART_OF_VALUE("MATCHES covers the whole value, Sigma's re any part of it"),
    WILDCARD("_ or % of the rule's text is a wildcard of LIKE"),
    ABSENT("a test of an absent property is unknown, and so is its negation; Sigma takes it for false"),
    SEVERAL("several of these together"),
    UNEXPLAINED("not explained");

    private final String shown;

    DifferenceCause(String shown) {
        this.shown = shown;
    }

    /** As the table of differences words it. */
    String shown() {
        return shown;
    }
}
