<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("reply")}</@mail.p>
<@mail.quote>${reply}</@mail.quote>
<@mail.p>${say("how")}</@mail.p>
<@mail.commands>
<@mail.command>./sampan members set ${shell(listName)} ${shell(member)} state=active</@mail.command>
</@mail.commands>
</@mail.letter>
