package org.sampan.digest.desk.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditSources;
import org.sampan.digest.source.DeclaredSources;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Sources;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The sources as OPML 2.0, in which feed readers hand their subscriptions over. */
@Controller
final class OpmlPages {
    private final Sources sources;
    private final EditSources edit;

    OpmlPages(Sources sources, EditSources edit) {
        this.sources = sources;
        this.edit = edit;
    }

    @GetMapping("/desk/sources.opml")
    ResponseEntity<byte[]> export() throws XMLStreamException {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "x-opml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sources.opml\"")
                .body(written(sources.all()));
    }

    private static byte[] written(List<Source> all) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("head");
        xml.writeEndElement();
        xml.writeStartElement("body");
        for (Source source : all) {
            xml.writeEmptyElement("outline");
            xml.writeAttribute("type", "rss");
            xml.writeAttribute("text", source.name());
            xml.writeAttribute("xmlUrl", source.url().toString());
        }
        xml.writeEndDocument();
        xml.close();
        return out.toByteArray();
    }

    /** Those known already stay as they are; files on this machine are not taken from a file of others. */
    @PostMapping("/desk/sources/opml")
    String take(@RequestParam MultipartFile file, SignedInEditor editor) throws IOException {
        try (InputStream in = file.getInputStream()) {
            List<NewSource> read = read(in);
            edit.addAll(read, name(file), editor.actor());
            return "redirect:/desk/sources?done=imported-" + Math.min(read.size(), 99_999);
        } catch (XMLStreamException unreadable) {
            return "redirect:/desk/sources?done=unreadable";
        }
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename())
                .map(name -> name.replaceAll(".*[/\\\\]", "").strip())
                .filter(name -> !name.isEmpty())
                .orElse("OPML");
    }

    private static List<NewSource> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        List<NewSource> read = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("outline")) {
                source(xml).ifPresent(read::add);
            }
        }
        return read;
    }

    private static Optional<NewSource> source(XMLStreamReader outline) {
        String name = Optional.ofNullable(outline.getAttributeValue(null, "title"))
                .or(() -> Optional.ofNullable(outline.getAttributeValue(null, "text")))
                .orElse("");
        return Optional.ofNullable(outline.getAttributeValue(null, "xmlUrl"))
                .flatMap(DeclaredSources::feedUrl)
                .filter(url -> url.getHost() != null)
                .map(url -> new NewSource(
                        url, name.isBlank() ? DeclaredSources.nameOf(url) : name.strip(), Optional.empty(), Map.of()));
    }
}
