<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("how")}</@mail.p>
<@mail.p>${say("ignore")}</@mail.p>
</@mail.letter>
