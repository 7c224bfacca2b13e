<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
</@mail.letter>
