package org.sampan.mailserver.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;
import spark.Request;
import spark.Response;

/**
 * JSON as the contract has it: camel case, instants in ISO-8601, unknown fields refused by name. Records are read and written as
 * they are. Safe for many threads.
 */
@Singleton
public final class Json {
    private static final int MAX_BYTES = 1024 * 1024;

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    @Inject
    public Json() {}

    /**
     * The body of a request.
     *
     * @throws Problem 400 naming the field, when it is not JSON of this type; 413 when it is longer than a mebibyte
     */
    public <T> T read(Request request, Class<T> type) {
        try (InputStream body = RequestBody.of(request)) {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Problem.tooLarge("The request is longer than " + MAX_BYTES + " bytes.");
            }
            @Nullable T value = mapper.readValue(bytes, type);
            if (value == null) {
                throw Problem.badRequest("The request must be a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Problem.badField(e.getPropertyName(), e.getPropertyName() + ": there is no such field");
        } catch (JsonMappingException e) {
            throw badValue(e);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The request is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Problem.badRequest("The request could not be read to its end.");
        }
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Answers with a status and a body. */
    public String answer(Response response, int status, Object value) {
        response.status(status);
        response.type("application/json;charset=utf-8");
        return write(value);
    }

    private static Problem badValue(JsonMappingException e) {
        // A record's own check says it better than the mapper does.
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return Problem.badValue(refused);
        }
        String field = e.getPath().stream()
                .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : it.getFieldName())
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? Problem.badRequest(e.getOriginalMessage())
                : Problem.badField(field, field + ": " + e.getOriginalMessage());
    }
}
