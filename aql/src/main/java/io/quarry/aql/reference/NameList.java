package io.quarry.aql.reference;

/** Kinds of numbers that QRadar has names for, with the function that gives the name. */
public enum NameList {
    /** {@code QIDNAME}. */
    QID,
    /** {@code QIDDESCRIPTION}. */
    QID_DESCRIPTION,
    /** {@code CATEGORYNAME}: low-level and high-level categories. */
    CATEGORY,
    /** {@code PROTOCOLNAME}. */
    PROTOCOL,
    /** {@code APPLICATIONNAME}. */
    APPLICATION,
    /** {@code LOGSOURCENAME}, where the telemetry does not carry it. */
    LOG_SOURCE,
    /** {@code LOGSOURCETYPENAME}, where the telemetry does not carry it. */
    LOG_SOURCE_TYPE,
    /** {@code LOGSOURCEGROUPNAME}. */
    LOG_SOURCE_GROUP,
    /** {@code DOMAINNAME}. */
    DOMAIN,
    /** {@code RULENAME}. */
    RULE,
    /** {@code HOSTNAME}: hosts of event processors. */
    PROCESSOR_HOST,
    /** {@code PROCESSORNAME}. */
    PROCESSOR,
    /** {@code COMPONENTID}, which goes from the name to the number. */
    COMPONENT
}
