package org.sampan.digest.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes CommonMark down for readers without HTML: what a link hides is shown behind its words. */
final class PlainTextVisitor extends AbstractVisitor {
    private static final int NO_NUMBERS = -1;

    private final StringBuilder out = new StringBuilder();
    private String prefix = "";
    private int number = NO_NUMBERS;
    private int depth;
    /** Where the text stood after the last mark of a list: what begins there goes on in its line. */
    private int afterMark;

    String text() {
        return out.toString().strip();
    }

    private void startBlock() {
        if (out.length() > afterMark) {
            out.append("\n\n").append(prefix);
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        startBlock();
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        startBlock();
        visitChildren(heading);
    }

    @Override
    public void visit(BlockQuote quote) {
        String outer = prefix;
        prefix = outer + "> ";
        visitChildren(quote);
        prefix = outer;
    }

    @Override
    public void visit(BulletList list) {
        list(list, NO_NUMBERS);
    }

    @Override
    public void visit(OrderedList list) {
        list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    private void list(Node list, int first) {
        int outer = number;
        number = first;
        if (depth == 0 && out.length() > 0) {
            out.append('\n');
        }
        depth++;
        visitChildren(list);
        depth--;
        number = outer;
    }

    @Override
    public void visit(ListItem item) {
        if (out.length() > 0) {
            out.append('\n').append(prefix);
        }
        out.append("  ".repeat(depth - 1)).append(number == NO_NUMBERS ? "- " : number++ + ". ");
        afterMark = out.length();
        visitChildren(item);
    }

    @Override
    public void visit(Link link) {
        int before = out.length();
        visitChildren(link);
        String words = out.substring(before);
        String address = link.getDestination().replaceFirst("^mailto:", "");
        if (!words.equals(address)) {
            out.append(" (").append(address).append(")");
        }
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
        startBlock();
        out.append(block.getLiteral().strip());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        startBlock();
        out.append(block.getLiteral().strip());
    }

    @Override
    public void visit(HtmlBlock block) {
        startBlock();
        out.append(block.getLiteral().strip());
    }

    @Override
    public void visit(HtmlInline inline) {
        out.append(inline.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.append('\n').append(prefix);
    }

    @Override
    public void visit(ThematicBreak line) {
        startBlock();
        out.append("* * *");
    }
}
