<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.entries>
<#if posting == "members">
<@mail.entry term=address>${say("post")}</@mail.entry>
</#if>
<#if joining != "closed">
<@mail.entry term=join>${say("join")}</@mail.entry>
</#if>
<@mail.entry term=leave>${say("leave")}</@mail.entry>
<@mail.entry term=owner>${say("owner")}</@mail.entry>
</@mail.entries>
<@mail.p>${say("words")}</@mail.p>
<@mail.entries>
<@mail.entry term="help">${say("word.help")}</@mail.entry>
<#if joining != "closed">
<@mail.entry term="join">${say("join")}</@mail.entry>
</#if>
<@mail.entry term="leave">${say("leave")}</@mail.entry>
<@mail.entry term="who am i">${say("word.who")}</@mail.entry>
<@mail.entry term="language km">${say("word.language")}</@mail.entry>
</@mail.entries>
</@mail.letter>
