package org.sampan.digest.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}: 200 only when this program and what it leans on work. */
@RestController
class HealthController {
    private final MailServerProbe mailServer;
    private final DatabaseProbe database;

    HealthController(DatabaseProbe database, MailServerProbe mailServer) {
        this.database = database;
        this.mailServer = mailServer;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", word(database.isUp()));
        parts.put("mailServer", word(mailServer.isUp()));
        boolean up = !parts.containsValue("down");
        return ResponseEntity.status(up ? 200 : 503).body(new Health(word(up), parts));
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    record Health(String status, Map<String, String> parts) {}
}
