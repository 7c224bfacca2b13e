<@mail.letter>
<@mail.p>${say(standing)}</@mail.p>
</@mail.letter>
