package org.sampan.mailserver.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.Problem;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.post.PostId;
import spark.Request;
import spark.Response;
import spark.Service;

/** Taking posts out of the archive over REST: one of a list, or all that a person wrote; see config/contract. */
final class RemovalRoutes implements Routes {
    private static final String POST = "/lists/:" + ListPath.ADDRESS + "/posts/:id";
    private static final String PERSON = "/people/:email/posts";

    private final ListPath path;
    private final MailingLists lists;
    private final Removals removals;
    private final TakeFromArchive take;
    private final Json json;

    @Inject
    RemovalRoutes(ListPath path, MailingLists lists, Removals removals, TakeFromArchive take, Json json) {
        this.path = path;
        this.lists = lists;
        this.removals = removals;
        this.take = take;
        this.json = json;
    }

    @Override
    public String getBasePath() {
        return "/lists";
    }

    @Override
    public void define(Service service) {
        service.post(POST + "/remove", this::remove);
        service.post(POST + "/redact", this::redact);
        service.get(POST + "/removal", this::trace);
        service.get(PERSON, this::written);
        service.post(PERSON + "/remove", this::removeAll);
    }

    private String remove(Request request, Response response) {
        RemovalRequest wanted = json.read(request, RemovalRequest.class);
        return one(request, response, (list, post) -> take.remove(list, post, wanted.by(), wanted.reason()));
    }

    private String redact(Request request, Response response) {
        RemovalRequest wanted = json.read(request, RemovalRequest.class);
        return one(request, response, (list, post) -> take.redact(list, post, wanted));
    }

    private String one(Request request, Response response, Taking taking) {
        MailingList list = path.list(request);
        PostId post = ArchiveRoutes.id(request);
        Removal removal = taking.apply(list, post)
                .orElseThrow(() -> removals.of(list, post)
                        .map(it -> Problem.conflict("The post was removed already by " + it.by() + "."))
                        .orElseGet(() -> ArchiveRoutes.noSuchPost(request)));
        return json.answer(response, 200, RemovalAnswer.of(removal));
    }

    private String trace(Request request, Response response) {
        Removal removal = removals.of(path.list(request), ArchiveRoutes.id(request))
                .orElseThrow(() -> Problem.notFound("Nothing was taken out of this post."));
        return json.answer(response, 200, RemovalAnswer.of(removal));
    }

    private String written(Request request, Response response) {
        Map<String, Long> byList = removals.writtenBy(email(request)).stream()
                .collect(Collectors.groupingBy(Removals.Written::address, TreeMap::new, Collectors.counting()));
        List<WrittenAnswer> answers = byList.entrySet().stream()
                .map(it -> new WrittenAnswer(it.getKey(), it.getValue()))
                .toList();
        return json.answer(response, 200, new AllWrittenAnswer(answers));
    }

    private String removeAll(Request request, Response response) {
        EmailAddress email = email(request);
        RemovalRequest wanted = json.read(request, RemovalRequest.class);
        List<Removals.Written> posts = removals.writtenBy(email);
        Map<String, Optional<MailingList>> known = posts.stream()
                .map(Removals.Written::address)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), it -> lists.find(ListAddress.of(it))));
        long removed = posts.stream()
                .filter(post -> known.getOrDefault(post.address(), Optional.empty())
                        .flatMap(list -> take.remove(list, post.post(), wanted.by(), wanted.reason()))
                        .isPresent())
                .count();
        return json.answer(response, 200, new RemovedAnswer(removed));
    }

    private static EmailAddress email(Request request) {
        return EmailAddress.parse(request.params("email"))
                .orElseThrow(() -> Problem.notFound("That is not an e-mail address."));
    }

    private interface Taking {
        Optional<Removal> apply(MailingList list, PostId post);
    }

    private record AllWrittenAnswer(List<WrittenAnswer> lists) {}

    private record WrittenAnswer(String list, long posts) {}

    private record RemovedAnswer(long removed) {}
}
