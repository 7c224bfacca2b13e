<#if link??>
[ໄຟລ໌ແນບ: ${name}, ${size}]
${link}
(ຮອດວັນທີ ${until})
<#else>
[ກຸ່ມໄດ້ເອົາໄຟລ໌ແນບອອກ: ${name}, ${size}]
</#if>
