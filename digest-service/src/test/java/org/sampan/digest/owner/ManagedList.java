package org.sampan.digest.owner;

import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;

/** Mekong news as the mail server's contract shows it to those who look after it. */
final class ManagedList {
    static final String REST = "/lists/mekong-news%40lists.example";
    static final String BASE = "/lists/mekong-news/manage";

    private ManagedList() {}

    static PortalScene scene() {
        PortalScene scene = PortalScene.fresh();
        scene.mailServer
                .whenSample("GET /list-settings", 200, "list-settings")
                .whenSample("PATCH " + REST, 200, "list")
                .whenSample("GET " + REST + "/waiting", 200, "waiting")
                .whenSample("POST " + REST + "/waiting/17/admit", 200, "waiting-decision")
                .whenSample("GET " + REST + "/admissions?limit=20", 200, "admissions")
                .whenSample("POST " + REST + "/invitations", 200, "invitation-results")
                .whenSample("GET " + REST + "/facets", 200, "facets")
                .whenSample("GET " + REST + "/members?limit=50", 200, "members")
                .whenSample("GET " + REST + "/figures?days=90", 200, "figures")
                .whenSample("GET " + REST + "/stewards", 200, "stewards")
                .whenSample("GET " + REST + "/decisions?limit=20&language=en", 200, "decisions")
                .whenSample("GET " + REST + "/rules?language=en", 200, "rules")
                .whenSample("GET " + REST + "/sends?limit=20", 200, "sends");
        return scene;
    }

    /** What the mail server was asked, and with what. */
    static String asked(PortalScene scene, String line) {
        return scene.mailServer.calls().stream()
                .filter(it -> it.line().equals(line))
                .map(StandInMailServer.Call::body)
                .reduce((first, last) -> last)
                .orElse("never asked");
    }
}
