<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("owner")}</@mail.p>
</@mail.letter>
