package io.quarry.telemetry.evtx;

/**
 * A parsed template definition.
 *
 * @param content its fragment, with substitutions still open
 * @param end the position behind the definition
 */
record Template(XmlNode[] content, int end) {
    /** Link to the next definition (4), GUID (16), size of the fragment (4). */
    static final int HEADER_SIZE = 24;

    static Template parse(Chunk chunk, int position, int depth) throws Malformed {
        int size = chunk.i32(position + 20);
        int start = position + HEADER_SIZE;
        chunk.require(start, size);
        XmlNode[] content =
                BinaryXmlParser.inTemplate(chunk, start, start + size).fragment(depth);
        return new Template(content, start + size);
    }
}
