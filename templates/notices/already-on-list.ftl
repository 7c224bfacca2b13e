<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("missing")}</@mail.p>
<@mail.action link=leaveLink>${say("action")}</@mail.action>
</@mail.letter>
