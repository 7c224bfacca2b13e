<#-- Every notice in every language, text beside HTML. One page: nothing is fetched, no script is needed. -->
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Notices of Sampan</title>
<style>
:root { color-scheme: light dark; --line: #dcdfd8; --soft: #55605e; --water: #0f5f63; --clay: #a1341f; }
@media (prefers-color-scheme: dark) { :root { --line: #333d3c; --soft: #a5b0ad; --water: #86cfc9; --clay: #f0a08d; } }
body { margin: 0; font: 100%/1.6 system-ui, "Noto Sans", sans-serif; }
header, main { padding: 1rem clamp(.8rem, 3vw, 2rem); }
header { border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 .3rem; font-size: 1.5rem; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; }
h3 { margin: 2rem 0 .2rem; font-size: 1.1rem; }
a { color: var(--water); }
nav, fieldset { display: flex; flex-wrap: wrap; gap: .2rem .9rem; border: 0; margin: .6rem 0 0; padding: 0; }
label { white-space: nowrap; }
.problems { color: var(--clay); }
article { margin: .6rem 0 1.6rem; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
h4 { margin: 0; padding: .5rem .8rem; border-bottom: 1px solid var(--line); font-size: 1rem; font-weight: 600; }
h4 code { color: var(--soft); font-weight: 400; margin-inline-end: .6rem; }
.forms { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
pre { margin: 0; padding: .8rem; overflow: auto; max-height: 33rem; font: .85rem/1.7 ui-monospace, "Noto Sans Mono", monospace; border-inline-end: 1px solid var(--line); }
iframe { border: 0; width: 100%; height: 34.6rem; background: Canvas; }
@media (max-width: 50rem) { .forms { grid-template-columns: 1fr; } pre { border-inline-end: 0; border-bottom: 1px solid var(--line); } }
<#list languages as language>
body:has(#only-${language}:checked) article:not(.in-${language}) { display: none; }
</#list>
</style>
</head>
<body>
<header>
<h1>Notices</h1>
<p>What the mail server itself writes, from samples. Templates are in <code>templates/notices</code>, words in <code>templates/messages</code>; a list's own in <code>notices/NAME</code> of the configuration folder.</p>
<#if problems?has_content>
<p class="problems">Refused; the shipped words are used instead:</p>
<ul class="problems">
<#list problems as problem>
<li>${problem}</li>
</#list>
</ul>
</#if>
<fieldset>
<legend>Language</legend>
<label><input type="radio" name="language" id="only-all" checked> all</label>
<#list languages as language>
<label><input type="radio" name="language" id="only-${language}"> ${language}</label>
</#list>
</fieldset>
<nav>
<#list chapters as chapter>
<#list chapter.entries as entry>
<a href="#${entry.anchor}"><#if chapter.list?has_content>${chapter.list}: </#if>${entry.kind}</a>
</#list>
</#list>
</nav>
</header>
<main>
<#list chapters as chapter>
<section>
<#if chapter.list?has_content>
<h2>In words of the list ${chapter.list}</h2>
</#if>
<#list chapter.entries as entry>
<h3 id="${entry.anchor}">${entry.kind}</h3>
<#list entry.versions as version>
<article class="in-${version.language}" lang="${version.language}">
<h4><code>${version.language}</code>${version.subject}</h4>
<div class="forms">
<pre tabindex="0">${version.text}</pre>
<iframe sandbox loading="lazy" title="${entry.kind}, ${version.language}" srcdoc="${version.html}"></iframe>
</div>
</article>
</#list>
</#list>
</section>
</#list>
</main>
</body>
</html>
