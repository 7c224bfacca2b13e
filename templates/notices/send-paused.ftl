<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.entries>
<@mail.fact name=say("sent")>${sent}</@mail.fact>
<@mail.fact name=say("failed")>${failed}</@mail.fact>
<@mail.fact name=say("open")>${open}</@mail.fact>
</@mail.entries>
<@mail.p>${say("reply")}</@mail.p>
<@mail.quote>${reply}</@mail.quote>
<@mail.p>${say("waits")}</@mail.p>
<@mail.action link=link>${say("page")}</@mail.action>
<@mail.p>${say("how")}</@mail.p>
<@mail.commands>
<@mail.command>./sampan delivery show ${shell(listName)} ${id}</@mail.command>
<@mail.command>./sampan delivery resume ${shell(listName)} ${id}</@mail.command>
<@mail.command>./sampan delivery cancel ${shell(listName)} ${id}</@mail.command>
</@mail.commands>
</@mail.letter>
