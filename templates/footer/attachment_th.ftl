<#if link??>
[ไฟล์แนบ: ${name}, ${size}]
${link}
(ถึงวันที่ ${until})
<#else>
[กลุ่มได้นำไฟล์แนบออก: ${name}, ${size}]
</#if>
