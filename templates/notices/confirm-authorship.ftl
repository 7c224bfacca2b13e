<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.entries>
<@mail.fact name=say("about")>${subject}</@mail.fact>
</@mail.entries>
<@mail.p>${say("why")}</@mail.p>
<@mail.action link=link>${say("action")}</@mail.action>
<@mail.p>${say("ignore")}</@mail.p>
</@mail.letter>
