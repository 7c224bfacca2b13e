<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("again")}</@mail.p>
</@mail.letter>
