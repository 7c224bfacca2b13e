package org.sampan.mailserver.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.settings.Settings;

/** The addresses of the web pages about a list and its posts. */
public final class PostLinks {
    private final URI web;

    @Inject
    public PostLinks(Settings settings) {
        this(settings.webUrl());
    }

    public PostLinks(URI web) {
        this.web = web;
    }

    public String list(ListAddress list) {
        return web + "/lists/" + segment(list.name());
    }

    public String post(ListAddress list, PostId post) {
        return list(list) + "/posts/" + post;
    }

    /** @param part number of a part of the post as received: {@code 1.2} */
    public String file(ListAddress list, PostId post, String part) {
        return post(list, post) + "/files/" + part;
    }

    /** @param token a leave token, or the place of one */
    public String leave(String token) {
        return web + "/leave/" + token;
    }

    /**
     * How one list's posts come to one reader.
     *
     * @param token a leave token, or the place of one
     */
    public String preferences(String token) {
        return web + "/preferences/" + token;
    }

    /** Where readers sign in and choose. */
    public String account() {
        return web + "/account";
    }

    /** What owners and moderators see and do. */
    public String manage(ListAddress list) {
        return list(list) + "/manage";
    }

    /** @param token of a request that waits for a confirmation */
    public String confirm(String token) {
        return web + "/confirm/" + token;
    }

    /** @param token {@link org.sampan.mailserver.mailinglist.StewardLink} to a held post */
    public String moderate(String token) {
        return web + "/moderate/" + token;
    }

    /** @param token {@link org.sampan.mailserver.mailinglist.StewardLink} to a send */
    public String send(String token) {
        return web + "/sends/" + token;
    }

    /** @param token of a link that proves an address works */
    public String resume(String token) {
        return web + "/resume/" + token;
    }

    /** @param token by which an author says that a post is their own */
    public String authorship(String token) {
        return web + "/authorship/" + token;
    }

    /** A list's name may have letters of any script. */
    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
