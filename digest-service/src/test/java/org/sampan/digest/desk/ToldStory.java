package org.sampan.digest.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.ClippingFile;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.ClusterClippings;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.LinkVersions;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.journal.Actor;

/** A clipping with a past: from two places, in three languages, one of them stale; made once for all who look at it. */
final class ToldStory {
    private static final Actor MALEE = new Actor("malee@delta.example");
    private static final Actor HTUN = new Actor("htun@riverside.example");

    private static @Nullable ClippingId told;

    private ToldStory() {}

    static ClippingId in(DeskScene desk) {
        ClippingId known = told;
        if (known == null) {
            known = tell(desk, desk.portal.service);
            told = known;
        }
        return known;
    }

    private static ClippingId tell(DeskScene desk, RunningDigestService service) {
        ClippingId story = desk.keep("Written contracts for the deckhands of the lower river");
        LinkVersions links = service.bean(LinkVersions.class);
        links.link(story, thai(desk), MALEE);
        ClippingId burmese = burmese(desk);
        links.link(story, burmese, MALEE);
        List<Change> changes = List.of(
                new Change("summary", Optional.of("Two hundred deckhands get contracts in writing.")),
                new Change("topics", Optional.of("wages,law")));
        service.bean(EditClipping.class).edit(story, changes, HTUN);
        links.confirm(burmese, HTUN);
        ClippingId same = desk.keep("Lower river deckhands to get written contracts");
        service.bean(ClusterClippings.class).merge(story, same, HTUN);
        ClippingFile file = new ClippingFile("contract.pdf", "application/pdf", new byte[4_096]);
        service.bean(ClippingFiles.class).keep(story, List.of(file));
        return story;
    }

    private static ClippingId thai(DeskScene desk) {
        return desk.keep(
                "ลูกเรือแม่น้ำตอนล่างได้สัญญาเป็นลายลักษณ์อักษร",
                "th",
                "ลูกเรือสองร้อยคนจะได้สัญญาเป็นลายลักษณ์อักษร วันหยุดประจำสัปดาห์ และค่าล่วงเวลา ตั้งแต่เดือนมกราคมเป็นต้นไป");
    }

    private static ClippingId burmese(DeskScene desk) {
        return desk.keep(
                "မြစ်အောက်ပိုင်း သင်္ဘောသားများ စာဖြင့် စာချုပ်ရရှိ",
                "my",
                "သင်္ဘောသား နှစ်ရာသည် ဇန်နဝါရီလမှ စ၍ စာဖြင့်ရေးသားသော စာချုပ်၊ အပတ်စဉ် နားရက်နှင့် အချိန်ပိုကြေး ရရှိမည်။");
    }
}
