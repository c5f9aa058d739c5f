package io.quarry.telemetry.evtx;

/** How a written log stores a value; what is read back is the same text. */
public enum FieldType {
    STRING(ValueType.STRING),
    INT32(ValueType.INT32),
    UINT32(ValueType.UINT32),
    UINT64(ValueType.UINT64),
    BOOL(ValueType.BOOL),
    HEX_INT32(ValueType.HEX_INT32),
    HEX_INT64(ValueType.HEX_INT64),
    GUID(ValueType.GUID),
    SID(ValueType.SID),
    FILE_TIME(ValueType.FILE_TIME);

    private final ValueType type;

    FieldType(ValueType type) {
        this.type = type;
    }

    ValueType type() {
        return type;
    }
}
