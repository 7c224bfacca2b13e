<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.action link=link>${say("page")}</@mail.action>
</@mail.letter>
