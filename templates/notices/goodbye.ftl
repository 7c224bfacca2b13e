<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("undo")}</@mail.p>
<@mail.action link=undoLink>${say("action")}</@mail.action>
</@mail.letter>
