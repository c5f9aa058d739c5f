package io.quarry.telemetry.evtx;

import java.util.Arrays;

/** The types of substitution values ([MS-EVEN6] 2.2.12, BinXmlType), with the bytes of one item where they are fixed. */
enum ValueType {
    NULL(0x00, 0),
    STRING(0x01, 0),
    ANSI_STRING(0x02, 0),
    INT8(0x03, 1),
    UINT8(0x04, 1),
    INT16(0x05, 2),
    UINT16(0x06, 2),
    INT32(0x07, 4),
    UINT32(0x08, 4),
    INT64(0x09, 8),
    UINT64(0x0a, 8),
    REAL32(0x0b, 4),
    REAL64(0x0c, 8),
    /** Four bytes in practice; shorter ones are read as well. */
    BOOL(0x0d, 4),
    BINARY(0x0e, 0),
    GUID(0x0f, 16),
    /** Four or eight bytes, by the platform of the writer. */
    SIZE_T(0x10, 8),
    FILE_TIME(0x11, 8),
    SYSTEM_TIME(0x12, 16),
    SID(0x13, 0),
    HEX_INT32(0x14, 4),
    HEX_INT64(0x15, 8),
    EVENT_HANDLE(0x20, 0),
    BINARY_XML(0x21, 0),
    EVENT_XML(0x23, 0),
    /** A code that the format does not define. */
    UNKNOWN(0x7f, 0);

    /** Set in the code of an array of such values. */
    static final int ARRAY = 0x80;

    private static final ValueType[] BY_CODE = byCode();

    private final int code;
    private final int width;

    ValueType(int code, int width) {
        this.code = code;
        this.width = width;
    }

    /** The type of a code, its array bit ignored. */
    static ValueType of(int code) {
        return BY_CODE[code & 0x7f];
    }

    int code() {
        return code;
    }

    /** Bytes of one item of an array; 0 where items differ in length. */
    int width() {
        return width;
    }

    /** The fewest bytes that hold a value; with fewer the value is null. Empty texts and binaries are values. */
    int leastSize() {
        return switch (this) {
            case NULL, STRING, ANSI_STRING, BINARY, EVENT_XML -> 0;
            case BOOL, EVENT_HANDLE, BINARY_XML, UNKNOWN -> 1;
            case SIZE_T -> 4;
            case SID -> 8;
            default -> width;
        };
    }

    private static ValueType[] byCode() {
        ValueType[] types = new ValueType[0x80];
        Arrays.fill(types, UNKNOWN);
        for (ValueType type : values()) {
            types[type.code] = type;
        }
        return types;
    }
}
