<#-- What every notice is made of, as HTML: no images, nothing fetched, readable without colours. -->
<#macro letter>
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin: 0; padding: 1.5em; font-family: 'Noto Sans', 'Noto Sans Myanmar', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Thai', system-ui, sans-serif; font-size: 16px; line-height: 1.7;">
<div style="max-width: 36em; margin: 0 auto;">
<p>${say("hello")}</p>
<#nested>
<div style="margin-top: 2em; padding-top: 1em; border-top: 1px solid #8a8a8a; font-size: 0.875em;">
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
<p style="margin: 1.5em 0;"><a href="${link}" style="display: inline-block; padding: 0.6em 1.2em; border-radius: 4px; background: #14506b; color: #ffffff; text-decoration: none;"><#nested></a></p>
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
