<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.entries>
<@mail.fact name=say("from")>${sender}</@mail.fact>
<@mail.fact name=say("about")>${subject}</@mail.fact>
<@mail.fact name=say("reason")>${reason}</@mail.fact>
<@mail.fact name=say("size")>${size}</@mail.fact>
</@mail.entries>
<@mail.p>${say("how")}</@mail.p>
<@mail.commands>
<@mail.command>./sampan held approve ${shell(listName)} ${id}</@mail.command>
<@mail.command>./sampan held reject ${shell(listName)} ${id} --reason "…"</@mail.command>
<@mail.command>./sampan held discard ${shell(listName)} ${id}</@mail.command>
</@mail.commands>
</@mail.letter>
