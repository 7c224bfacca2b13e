<#if link??>
[附件：${name}，${size}]
${link}
(有效期至 ${until})
<#else>
[附件已由邮件列表移除：${name}，${size}]
</#if>
