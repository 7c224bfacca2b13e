package org.sampan.mailserver.authorise;

import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;

import org.sampan.mailserver.mailinglist.JdbcAcceptedSenders;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.JdbcPersons;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.JdbcPostArchive;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;
import org.sampan.mailserver.storage.Database;

/** The rules over an empty database, and a list with Alice and Htun on it. */
final class RulesUnderTest {
    final JdbcMailingLists lists;
    final JdbcMembers members;
    final JdbcPersons persons;
    final JdbcPostArchive archive;
    final PostingRules rules;

    RulesUnderTest(Database database) {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        lists = new JdbcMailingLists(database);
        members = new JdbcMembers(database);
        persons = new JdbcPersons(database);
        archive = new JdbcPostArchive(database);
        rules = new PostingRules(lists, members, persons, new JdbcAcceptedSenders(database), archive);
    }

    MailingList list(ListSettings settings) {
        MailingList list = lists.add(settings);
        members.add(list, Person.of(ALICE), DeliveryMode.EACH, "owner");
        members.add(list, Person.of(HTUN), DeliveryMode.NONE, "owner");
        return list;
    }

    Verdict judge(MailingList list, Envelope envelope, Message message) {
        return rules.judge(Post.of(list, envelope, message));
    }
}
