<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("then")}</@mail.p>
</@mail.letter>
