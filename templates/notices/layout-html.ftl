<#-- What every notice is made of, as HTML: no images, nothing fetched. Readable without the style sheet, which mail readers
     may drop: what must not be lost stands in the elements. Each script gets the height its marks need. -->
<#assign leading = {"my": "2", "shn": "2", "km": "1.95", "lo": "1.85", "th": "1.8", "zh": "1.75"}[language]!"1.65">
<#assign fonts = {
  "my": "'Noto Sans Myanmar', Pyidaungsu, Padauk, 'Myanmar Text', 'Myanmar Sangam MN', sans-serif",
  "shn": "'Noto Sans Myanmar', Pyidaungsu, Padauk, 'Myanmar Text', 'Myanmar Sangam MN', sans-serif",
  "km": "'Noto Sans Khmer', 'Khmer OS Battambang', 'Leelawadee UI', 'Khmer Sangam MN', sans-serif",
  "lo": "'Noto Sans Lao', 'Phetsarath OT', 'Leelawadee UI', 'Lao Sangam MN', sans-serif",
  "th": "'Noto Sans Thai', Sarabun, 'Leelawadee UI', Thonburi, Tahoma, sans-serif",
  "zh": "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', SimSun, sans-serif"
}[language]!"'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">
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
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body { background: #131818 !important; color: #e4e8e4 !important; }
  a { color: #86cfc9 !important; }
  .action { background: #86cfc9 !important; }
  .action a { color: #0c2324 !important; }
  .foot { color: #a5b0ad !important; }
}
</style>
</head>
<body style="margin: 0; padding: 1.25em; font-family: ${fonts}; font-size: 16px; line-height: ${leading}; word-wrap: break-word;">
<div style="max-width: 36em; margin: 0 auto;">
<p>${say("hello")}</p>
<#nested>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top: 2em;"><tr><td class="foot" style="padding-top: 1em; border-top: 1px solid #8a8a8a; font-size: 0.875em;">
<p><strong>${list}</strong> &lt;<a href="mailto:${address}">${address}</a>&gt;<#if description?has_content><br>${description}</#if></p>
<p>${say("questions")}</p>
</td></tr></table>
</div>
</body>
</html>
</#macro>

<#macro p>
<p><#nested></p>
</#macro>

<#-- A button is a cell: Word, which shows mails in Outlook, gives no room to a link. -->
<#macro button link>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin: 0.8em 0;"><tr><td class="action" bgcolor="#0f5f63" style="border-radius: 6px; background: #0f5f63; mso-padding-alt: 12px 20px;"><a href="${link}" style="display: inline-block; padding: 12px 20px; color: #ffffff; text-decoration: none; font-weight: bold;"><#nested></a></td></tr></table>
</#macro>

<#macro action link>
<@button link=link><#nested></@button>
<p style="font-size: 0.875em; word-wrap: break-word;"><a href="${link}">${link}</a></p>
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
<dd style="margin-left: 1.2em; word-wrap: break-word;"><strong><#nested></strong></dd>
</#macro>

<#-- Lines are broken by elements: Word keeps no others. -->
<#macro quote>
<#local content><#nested></#local>
<blockquote style="margin: 1em 0; padding-left: 1em; border-left: 3px solid #8a8a8a; word-wrap: break-word;">${content?markup_string?trim?replace("\n", "<br>\n")?no_esc}</blockquote>
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
<@button link=link>${name}</@button>
</#macro>

<#macro mailto name to>
<p style="margin: 0.3em 0; word-wrap: break-word;">${name}: <a href="mailto:${to}">${to}</a></p>
</#macro>
