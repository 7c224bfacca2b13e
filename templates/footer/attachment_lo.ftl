<#if link??>
[ໄຟລ໌ແນບ: ${name}, ${size}]
${link}
(ຮອດວັນທີ ${until})
<#else>
[ລາຍຊື່ໄດ້ເອົາໄຟລ໌ແນບອອກ: ${name}, ${size}]
</#if>
