package io.quarry.kql.source;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.NullTexts;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * Functions of Defender that ask Microsoft's services about files and devices. There is no service here: their columns are
 * there and empty, which a warning says.
 */
public final class Enrichments {
    /** What {@code FileProfile()} adds beside the hashes and the size, of which it knows only one. */
    private static final List<Field> PROFILE = List.of(
            new Field("GlobalPrevalence", Type.INT),
            new Field("GlobalFirstSeen", Type.DATETIME),
            new Field("GlobalLastSeen", Type.DATETIME),
            new Field("Signer", Type.STRING),
            new Field("Issuer", Type.STRING),
            new Field("SignerHash", Type.STRING),
            new Field("IsCertificateValid", Type.BOOL),
            new Field("IsRootSignerMicrosoft", Type.BOOL),
            new Field("SignatureState", Type.STRING),
            new Field("IsExecutable", Type.BOOL),
            new Field("ThreatName", Type.STRING),
            new Field("Publisher", Type.STRING),
            new Field("SoftwareName", Type.STRING));

    private static final List<Field> IDENTITY = List.of(
            new Field("SHA1", Type.STRING),
            new Field("SHA256", Type.STRING),
            new Field("MD5", Type.STRING),
            new Field("FileSize", Type.LONG));

    private static final Schema ADDRESSES = Schema.of(
            new Field("Timestamp", Type.DATETIME),
            new Field("IPAddress", Type.STRING),
            new Field("IPType", Type.STRING),
            new Field("NetworkAdapterType", Type.STRING),
            new Field("ConnectedNetworks", Type.DYNAMIC));

    private final Analysis analysis;

    public Enrichments(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The rows after one of the functions that {@code invoke} calls; empty if there is none of that name. */
    public Optional<Relation> invoke(Expression.Call call, Relation input) {
        return switch (call.function().name()) {
            case "FileProfile" -> Optional.of(fileProfile(call, input));
            case "SeenBy" -> Optional.of(seenBy(call, input));
            case "DeviceFromIP" -> Optional.of(deviceFromAddress(call, input));
            default -> Optional.empty();
        };
    }

    /** {@code AssignedIPAddresses(device, time)}. */
    Relation addresses(Expression.Call call) {
        if (!takes(call, 1, 2)) {
            return Relation.BROKEN;
        }
        call.arguments().forEach(argument -> analysis.constant(Projection.value(argument)));
        warn(call.function().span(), "AssignedIPAddresses() gives no rows", "networks");
        return Relation.of(new Plan.Values(ADDRESSES, List.of()));
    }

    private Relation fileProfile(Expression.Call call, Relation input) {
        if (!takes(call, 0, 2) || !namesColumn(call, "SHA1", input)) {
            return input;
        }
        if (call.arguments().size() > 1) {
            Scalar limit = analysis.constant(Projection.value(call.arguments().get(1)));
            if (limit.isKnown() && !limit.type().isNumeric()) {
                wrongType(call.arguments().get(1).span(), "a number of rows", limit.type());
                return input;
            }
        }
        warn(call.function().span(), "the columns of FileProfile() are empty", "file");
        Projection columns = Projection.of(input);
        for (Field field : IDENTITY) {
            if (columns.indexOf(field.name()) < 0) {
                columns.put(field.name(), missing(field.type()));
            }
        }
        PROFILE.forEach(field -> columns.put(field.name(), missing(field.type())));
        columns.put("ProfileAvailability", Scalar.literal(Type.STRING, "Missing"));
        return columns.over(input);
    }

    private Relation seenBy(Expression.Call call, Relation input) {
        if (!takes(call, 0, 0)) {
            return input;
        }
        warn(call.function().span(), "the column of SeenBy() is empty", "device");
        return with(new Field("SeenBy", Type.DYNAMIC), input);
    }

    private Relation deviceFromAddress(Expression.Call call, Relation input) {
        if (!takes(call, 0, 2) || !namesColumn(call, "IP", input)) {
            return input;
        }
        warn(call.function().span(), "the column DeviceId of DeviceFromIP() is empty", "device");
        return with(new Field("DeviceId", Type.STRING), input);
    }

    /** True if the first argument, a bare name or a text, is a column; else that is reported. */
    private boolean namesColumn(Expression.Call call, String otherwise, Relation input) {
        Span span = call.arguments().isEmpty()
                ? call.function().span()
                : call.arguments().get(0).span();
        Expression argument = call.arguments().isEmpty()
                ? new Expression.Name(span, otherwise)
                : Projection.value(call.arguments().get(0));
        String name = otherwise;
        if (argument instanceof Expression.Name column) {
            name = column.name();
        } else if (argument instanceof Expression.Literal literal && literal.value() instanceof String text) {
            name = text;
        } else {
            analysis.report(KqlCode.CONSTANT_EXPECTED, span, "the name of a column is expected here");
            return false;
        }
        if (input.column(name).isPresent()) {
            return true;
        }
        new UnknownNames(analysis).column(new Expression.Name(span, name), input);
        return false;
    }

    private boolean takes(Expression.Call call, int least, int most) {
        int count = call.arguments().size();
        if (count >= least && count <= most) {
            return true;
        }
        analysis.report(
                KqlCode.WRONG_ARGUMENT_COUNT,
                call.function().span(),
                call.function().name() + " takes " + (least == most ? "" + least : least + " to " + most)
                        + " arguments, found " + count);
        return false;
    }

    private void wrongType(Span span, String expected, Type found) {
        analysis.report(KqlCode.WRONG_TYPE, span, expected + " is expected here, found " + found.label());
    }

    private void warn(Span span, String what, String subject) {
        analysis.report(
                KqlCode.NO_ENRICHMENT,
                span,
                what + ", since nothing here knows the " + subject + " as the platform does");
    }

    private static Relation with(Field field, Relation input) {
        Projection columns = Projection.of(input);
        columns.put(field.name(), missing(field.type()));
        return columns.over(input);
    }

    private static Scalar missing(Type type) {
        return Scalar.of(NullTexts.missing(type));
    }
}
