<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("nothing")}</@mail.p>
<@mail.action link=link>${say("action")}</@mail.action>
</@mail.letter>
