package org.sampan.digest.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A language to invent news in: words of the field, and syllables that names are made of. */
enum Tongue {
    EN(
            " ",
            ". ",
            "the workers union said that wages of migrant fishers are paid late and labour inspectors will visit each pier"
                    + " before new contracts for women in garment factories domestic homes and brick kilns begin this month"
                    + " after talks on passports recruitment fees holidays safety schools and clinics",
            "ba ri no ta ve lu mi sho ka del ran po tis mar en go fa ul zi wen"),
    MY(
            " ",
            "။ ",
            "ရွှေ့ပြောင်း အလုပ်သမား လုပ်ခ အစိုးရ သဘောတူညီချက် ကျောင်း ကလေး အမျိုးသမီး စက်ရုံ ငါးဖမ်း လက်မှတ် နယ်စပ် ဥပဒေ"
                    + " ကျန်းမာရေး ဆွေးနွေးပွဲ အဖွဲ့ တောင်းဆို သတင်း နေ့စဉ် အခကြေးငွေ",
            "မေ သီ လှ ကို နန် တာ ဝင်း ဖြူ စန်း ရီ အောင် မိုး ထွေး ဇော် နု ခင် ရွှေ လင်း သာ ဆန်"),
    ZH(
            "",
            "。",
            "移民 工人 工资 政府 合同 学校 儿童 妇女 工厂 渔民 护照 边境 法律 健康 会议 工会 要求 新闻 费用 安全 假期 检查 码头 招聘 家庭",
            "陈 林 瑞 河 山 文 丽 海 金 玉 明 春 华 安 平 南 北 东 青 云"),
    KM(
            "",
            "។ ",
            "ពលករ ចំណាកស្រុក ប្រាក់ឈ្នួល រដ្ឋាភិបាល កិច្ចសន្យា សាលារៀន កុមារ ស្ត្រី រោងចក្រ នេសាទ លិខិតឆ្លងដែន ព្រំដែន ច្បាប់"
                    + " សុខភាព ប្រជុំ សហជីព ទាមទារ ព័ត៌មាន ថ្លៃ សុវត្ថិភាព",
            "សុខ ដារា ម៉ៅ ចាន់ វិចិត្រ សំ រ៉ា លី ពេជ្រ ធី ណា បូរ សាន តុលា មករា ណេត វណ្ណ ជា គឹម ឡុង"),
    LO(
            "",
            ". ",
            "ແຮງງານ ຍ້າຍຖິ່ນ ຄ່າຈ້າງ ລັດຖະບານ ສັນຍາ ໂຮງຮຽນ ເດັກ ແມ່ຍິງ ໂຮງງານ ປະມົງ ໜັງສືຜ່ານແດນ ຊາຍແດນ ກົດໝາຍ ສຸຂະພາບ ປະຊຸມ"
                    + " ສະຫະພັນ ຮຽກຮ້ອງ ຂ່າວ ຄ່າທຳນຽມ ຄວາມປອດໄພ",
            "ສົມ ໄຊ ບຸນ ມີ ຄຳ ຈັນ ແກ້ວ ນ້ອຍ ວັນ ດາ ສີ ພອນ ທອງ ຫຼ້າ ນາງ ເພັດ ສຸກ ອິນ ພູ ໃຈ"),
    SHN(
            " ",
            "။ ",
            "ၵၢၼ် ႁႅင်း လႅၼ် ၶၢမ်ႈ ၵႃႈ လူင် ပွင် ၸိုင်ႈ လိၵ်ႈ ႁူမ်ႈ ႁူင်း ႁဵၼ်း ဢွၼ်ႇ ၼၢင်း ယိင်း ၸၢၵ်ႈ ၵဝ်း ပႃ ၸူႉ ၶွပ်ႇ ပၵ်း ပိူင်ႇ ၼႂ်း တီႈ ပဵၼ် လႄႈ"
                    + " မႃး ၵႂႃႇ ဝႃႈ ၸိူဝ်း ယူႇ လႆႈ ႁႂ်ႈ ဢၼ် တႄႉ ၼႆႉ ပီ လိူၼ် ဝၼ်း မိူင်း ဝဵင်း ဝၢၼ်ႈ ယွၼ်း ၶၢဝ်ႇ",
            "ၸၢႆး ၶမ်း သႅင် လႃး မူၼ် ၵႅဝ်ႈ ႁွမ် ယဵၼ် တွင်း သိူဝ် ပၢၼ်း ၾႃႉ လႅင်း ၼုမ်ႇ ၸိုၼ်ႈ ၵမ်း ၶိူဝ်း ထုၼ်ႈ ပွၵ်ႈ ႁၢၼ်"),
    TH(
            "",
            " ",
            "แรงงาน ข้ามชาติ ค่าจ้าง รัฐบาล สัญญา โรงเรียน เด็ก ผู้หญิง โรงงาน ประมง หนังสือเดินทาง ชายแดน กฎหมาย สุขภาพ ประชุม สหภาพ เรียกร้อง"
                    + " ข่าว ค่าธรรมเนียม ความปลอดภัย วันหยุด ท่าเรือ ตรวจสอบ นายจ้าง",
            "สม ชาย มา ลี บุญ ใจ ดี วร รณ ศรี พร ทอง จันทร์ แก้ว นา คำ สิริ วัฒน์ กร อร"),
    VI(
            " ",
            ". ",
            "công đoàn cho biết tiền lương của người lao động di cư được trả muộn và thanh tra sẽ đến từng bến tàu trước khi"
                    + " hợp đồng mới cho phụ nữ trong nhà máy may bắt đầu sau cuộc họp về hộ chiếu phí tuyển dụng ngày nghỉ an toàn",
            "an binh cường đức giang hạnh khánh linh minh ngọc oanh phương quân sơn thảo uyên vân xuân yến lan");

    /** Texts that share no story share few of their pieces: every other word is a name. */
    private static final int NAME_EVERY = 2;

    private final String space;
    private final String stop;
    private final List<String> words;
    private final List<String> syllables;

    Tongue(String space, String stop, String words, String syllables) {
        this.space = space;
        this.stop = stop;
        this.words = Arrays.asList(words.split(" "));
        this.syllables = Arrays.asList(syllables.split(" "));
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence(Random random, int length) {
        return IntStream.range(0, length)
                        .mapToObj(place ->
                                place % NAME_EVERY == 1 ? name(random) : words.get(random.nextInt(words.size())))
                        .collect(Collectors.joining(space))
                + stop;
    }

    private String name(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(syllable -> syllables.get(random.nextInt(syllables.size())))
                .collect(Collectors.joining());
    }
}
