<#-- What every notice is made of, as HTML: no images, nothing fetched. Readable without the style sheet, which mail readers
     may drop: what must not be lost stands in the elements. Each script gets the height its marks need. -->
<#assign leading = {"my": "2", "shn": "2", "km": "1.95", "lo": "1.85", "th": "1.8", "zh": "1.75"}[language]!"1.65">
<#macro letter>
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 30em) {
  .action { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  body { background: #131818 !important; color: #e4e8e4 !important; }
  a { color: #86cfc9 !important; }
  .action { background: #86cfc9 !important; color: #0c2324 !important; }
  .foot { color: #a5b0ad !important; }
}
</style>
</head>
<body style="margin: 0; padding: 1.25em; font-family: system-ui, 'Noto Sans', 'Noto Sans Myanmar', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Thai', 'Noto Sans SC', sans-serif; font-size: 16px; line-height: ${leading}; overflow-wrap: anywhere;">
<div style="max-width: 36em; margin: 0 auto;">
<p>${say("hello")}</p>
<#nested>
<div class="foot" style="margin-top: 2em; padding-top: 1em; border-top: 1px solid #8a8a8a; font-size: 0.875em;">
<p><strong>${list}</strong> &lt;<a href="mailto:${address}">${address}</a>&gt;<#if description?has_content><br>${description}</#if></p>
<p>${say("questions")}</p>
</div>
</div>
</body>
</html>
</#macro>

<#macro p>
<p><#nested></p>
</#macro>

<#macro action link>
<p style="margin: 1.5em 0;"><a class="action" href="${link}" style="display: inline-block; padding: 0.6em 1.2em; border-radius: 6px; background: #0f5f63; color: #ffffff; text-decoration: none; font-weight: 600;"><#nested></a></p>
<p style="font-size: 0.875em; overflow-wrap: anywhere;"><a href="${link}">${link}</a></p>
</#macro>

<#macro entries>
<dl>
<#nested>
</dl>
</#macro>

<#macro entry term>
<dt style="margin-top: 0.8em;"><strong>${term}</strong></dt>
<dd style="margin-left: 1.2em;"><#nested></dd>
</#macro>

<#macro fact name>
<dt style="margin-top: 0.8em;">${name}</dt>
<dd style="margin-left: 1.2em; overflow-wrap: anywhere;"><strong><#nested></strong></dd>
</#macro>

<#macro quote>
<blockquote style="margin: 1em 0; padding-left: 1em; border-left: 3px solid #8a8a8a; white-space: pre-line; overflow-wrap: anywhere;"><#nested></blockquote>
</#macro>

<#macro commands>
<#nested>
</#macro>

<#macro command>
<p style="margin: 0.3em 0;"><code><#nested></code></p>
</#macro>

<#macro choices>
<#nested>
</#macro>

<#macro choice name link>
<p style="margin: 0.6em 0;"><a class="action" href="${link}" style="display: inline-block; padding: 0.6em 1.2em; border: 1px solid #0f5f63; border-radius: 6px; background: #0f5f63; color: #ffffff; text-decoration: none; font-weight: 600;">${name}</a></p>
</#macro>

<#macro mailto name to>
<p style="margin: 0.3em 0; overflow-wrap: anywhere;">${name}: <a href="mailto:${to}">${to}</a></p>
</#macro>
